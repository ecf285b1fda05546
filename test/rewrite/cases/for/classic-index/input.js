import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (let i = 0; i < users.length; i++) {
  ha.identify(users[i].id, { name: users[i].name, position: i });
}
