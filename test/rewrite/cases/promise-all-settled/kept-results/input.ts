import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const users = await findUsers();

const results = await Promise.allSettled(
  users.map(async (user) => {
    ha.identify(user.id, { name: user.name, email: user.email });
    await syncBilling(user);
  }),
);

const failed = results.filter((result) => result.status === "rejected");
console.log(`${failed.length} of ${users.length} failed.`);
