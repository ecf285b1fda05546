import _ from "lodash";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

_(await findUsers())
  .filter((user) => user.id !== undefined)
  .each((user) => ha.identify(user.id, { name: user.name }));
_.chain(await findUsers())
  .map((user) => {
    ha.identify(user.id, { plan: user.plan });
    return user.id;
  })
  .value();
