import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const user of await findUsers()) {
  console.log(user.id);
  if (user.name) ha.identify.call(ha, user.id, { name: user.name });
  else ha.identify.apply(ha, [user.id, { plan: user.plan }]);
}
