interface Grant {
  userId: string;
  feature: string;
}

const halo = HaloAgents.init({ orgId: "org_5", apiKey: "ab_live_5" });
const identify = halo.identify.bind(halo);

export function publishGrants(grants: readonly Grant[], onError: (error: unknown) => void) {
  const latest = new Map<string, string>();
  for (const grant of grants) latest.set(grant.userId, grant.feature);

  for (const userId of latest.keys()) {
    try {
      identify(userId, { feature: latest.get(userId) });
    } catch (error) {
      onError(error);
    }
  }
}
