let instance = null;

export function getHalo() {
  if (typeof window === "undefined") return null;
  if (!instance) {
    instance =
      window.HaloAgents.getInstance() ??
      window.HaloAgents.init({ orgId: "org_42", apiKey: "ab_live_42" });
  }
  return instance;
}

export const resetHalo = () => {
  instance?.destroy();
  instance = null;
};
