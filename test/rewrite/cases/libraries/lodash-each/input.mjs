import _ from "lodash";
import { recordSync } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

_.each(await findUsers(), (user) => {
  recordSync(user.id);
  ha.identify(user.id, { name: user.name });
});
