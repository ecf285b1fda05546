import pLimit from "p-limit";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const limit = pLimit(5);

const users = await findUsers();
const jobs = users.map((user) =>
  limit(async () => {
    ha.identify(user.id, { name: user.name, plan: user.plan });
  }),
);
console.log(jobs.length);
await Promise.all(jobs);
