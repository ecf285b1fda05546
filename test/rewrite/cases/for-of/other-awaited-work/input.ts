import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function syncEverything() {
  for (const user of await findUsers()) {
    const { balance } = await syncBilling(user);
    ha.identify(user.id, {
      name: user.name,
      email: user.email,
      plan: user.plan,
      balance,
    });
  }
}

await syncEverything();
