import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncUser(user, account) {
  ha.identify(user.id, { balance: account.balance, paying: account.balance > 50 });
}

for (const user of await findUsers()) {
  syncUser(user, await syncBilling(user));
}
