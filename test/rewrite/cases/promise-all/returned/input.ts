import { syncBilling } from "./billing.js";
import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function syncAll(users: User[]) {
  return Promise.all(
    users.map(async (user) => {
      ha.identify(user.id, { name: user.name, plan: user.plan });
      return syncBilling(user);
    }),
  );
}

const balances = await syncAll(await findUsers());
console.log(balances.length);
