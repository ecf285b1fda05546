import _ from "lodash";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const identifyAll = async (users) =>
  _.forEach(users, (user) => {
    ha.identify(user.id, { name: user.name });
  });

const identified = await identifyAll(await findUsers());
console.log(identified.length);
