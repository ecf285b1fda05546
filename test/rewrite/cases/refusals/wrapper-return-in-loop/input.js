import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncUser(user, blocked) {
  for (const id of blocked) {
    if (id === user.id) return;
  }
  ha.identify(user.id, { name: user.name });
}

for (const user of await findUsers()) {
  syncUser(user, ["user_0001"]);
}
