import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();
const jobs = users.map(async (user) => {
  const { balance } = await syncBilling(user);
  ha.identify(user.id, { balance });
});
await new Promise((resolve) => setTimeout(resolve, 5));
await Promise.all(jobs);
