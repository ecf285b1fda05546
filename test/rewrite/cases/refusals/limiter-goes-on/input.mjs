import pLimit from "p-limit";
import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const limit = pLimit(1);

const users = await findUsers();
const jobs = users.map((user) =>
  limit(async () => {
    const { balance } = await syncBilling(user);
    ha.identify(user.id, { balance });
  }),
);
console.log(jobs.length);
await Promise.all(jobs);
