export async function identifyOnHalo(id: string, traits: Record<string, unknown>) {
  const ha = window.HaloAgents?.getInstance();
  if (!ha) {
    console.warn("Halo has not loaded");
    return;
  }
  ha.identify(id, traits);
}
