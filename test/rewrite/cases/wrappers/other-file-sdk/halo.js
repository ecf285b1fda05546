const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export default function identifyUser({ id, name, plan }) {
  ha.identify(id, { name, plan });
}
