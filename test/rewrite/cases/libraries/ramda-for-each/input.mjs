import { forEach } from "ramda";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

forEach((user) => {
  ha.identify(user.id, { name: user.name });
}, await findUsers());
forEach((user) => {
  ha.identify(user.id, { plan: user.plan });
})(await findUsers());
