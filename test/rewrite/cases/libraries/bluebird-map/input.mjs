import Promise from "bluebird";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function backfill() {
  await Promise.map(
    findUsers(),
    (user) => {
      ha.identify(user.id, { name: user.name });
    },
    { concurrency: 3 },
  );
}

await backfill();
