import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

users.forEach(function (user, index) {
  ha.identify(user.id, { name: user.name, row: index });
});
