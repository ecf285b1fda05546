import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function identifyUser(user) {
  ha.identify(user.id, { name: user.name });
}

for (const user of await findUsers()) {
  if (user.plan === "free") ha.identify(user.id, { plan: user.plan });
  else identifyUser(user);
}
