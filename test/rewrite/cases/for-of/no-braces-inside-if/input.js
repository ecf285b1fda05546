import { findUsers } from "./users.js";
import { recordSync } from "./billing.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const dryRun = process.env.DRY_RUN === "1";

const users = await findUsers();
if (!dryRun)
  for (const user of users) {
    ha.identify(user.id, { plan: user.plan });
    recordSync(user);
  }
else console.log(`Would sync ${users.length} users.`);
