import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function traitsOf(user: User): Record<string, unknown> | undefined {
  if (user.plan === "free") return undefined;
  return { plan: user.plan, mrr: user.mrr };
}

for (const user of await findUsers()) {
  ha.identify(user.id, traitsOf(user));
}
