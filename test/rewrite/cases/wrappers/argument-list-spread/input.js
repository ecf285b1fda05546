import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncUser(id, traits) {
  ha.identify(id, traits);
}

for (const user of await findUsers()) {
  syncUser(...[user.id, { name: user.name }]);
}
