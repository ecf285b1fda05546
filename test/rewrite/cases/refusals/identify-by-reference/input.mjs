import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const ids = (await findUsers()).map((user) => user.id);
ids.forEach(ha.identify);
