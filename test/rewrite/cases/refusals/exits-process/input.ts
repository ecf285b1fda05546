import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const user of await findUsers()) {
  const { balance } = await syncBilling(user);
  if (balance < 0) {
    console.error(`Broken balance of ${user.id}`);
    process.exit(1);
  }
  ha.identify(user.id, { balance });
}
