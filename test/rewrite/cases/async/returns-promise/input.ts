import { syncBilling } from "./billing.js";
import { users, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncAndBill(list: User[]): Promise<unknown> {
  for (const user of list) {
    ha.identify(user.id, { name: user.name });
  }
  return syncBilling(users[0] ?? list[0]!);
}

if (users.length > 0) await syncAndBill(users);
