import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncUser(user) {
  if (user.email) ha.identify(user.id, { email: user.email });
}

for (const user of await findUsers()) {
  syncUser(user);
}
