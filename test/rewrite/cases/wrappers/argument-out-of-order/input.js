import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncUser(user, traits) {
  ha.identify(user.id, { plan: user.plan, ...traits });
}

function takeTraits(user) {
  const { name, plan } = user;
  user.plan = plan.toUpperCase();
  return { name };
}

for (const user of await findUsers()) {
  syncUser(user, takeTraits(user));
}
