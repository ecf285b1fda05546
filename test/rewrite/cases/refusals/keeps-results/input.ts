import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const users = await findUsers();

const balances = await Promise.all(
  users.map(async (user) => {
    ha.identify(user.id, { name: user.name });
    return syncBilling(user);
  }),
);

process.on("exit", () => console.log(balances.length));
