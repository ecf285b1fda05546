import { findUser, userIds } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncUser(user) {
  ha.identify(user.id, { name: user.name });
}

for (const id of userIds) {
  syncUser(await findUser(id));
}
