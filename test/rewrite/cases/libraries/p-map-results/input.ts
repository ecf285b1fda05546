import pMap from "p-map";
import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();
const balances = await pMap(
  users,
  async (user) => {
    ha.identify(user.id, { name: user.name });
    const { balance } = await syncBilling(user);
    return balance;
  },
  { concurrency: 1 },
);
console.log(Math.max(...balances));
