import * as R from "ramda";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const identifyAll = R.map((user) => {
  ha.identify(user.id, { name: user.name });
});
identifyAll(await findUsers());
