import { syncBilling } from "./billing.js";
import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const syncAll = (users: User[]): Promise<number[]> =>
  Promise.all(
    users.map(async (user) => {
      const { balance } = await syncBilling(user);
      ha.identify(user.id, { name: user.name, balance });
      return balance;
    }),
  );

console.log((await syncAll(await findUsers())).length);
