const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

let source = "signup";

export function syncUser(user) {
  ha.identify(user.id, { name: user.name, source });
}
