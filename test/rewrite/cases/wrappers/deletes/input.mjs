import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function sync(id, plan, user) {
  delete user.plan;
  ha.identify(id, { plan });
}

for (const user of await findUsers()) {
  sync(user.id, user.plan, user);
}
