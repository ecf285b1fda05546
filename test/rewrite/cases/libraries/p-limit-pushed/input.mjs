import pLimit from "p-limit";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const limit = pLimit(5);

export async function backfill() {
  const jobs = [];
  for (const user of await findUsers()) {
    if (user.deletedAt) continue;
    jobs.push(
      limit(async () => {
        ha.identify(user.id, { name: user.name });
      }),
    );
  }
  await Promise.all(jobs);
}

await backfill();
