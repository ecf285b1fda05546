import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const user of await findUsers()) {
  switch (user.plan) {
    case "free":
      break;
    case "pro":
      ha.identify(user.id, { plan: "pro", mrr: user.mrr });
      break;
    default:
      ha.identify(user.id, { plan: user.plan });
  }
}
