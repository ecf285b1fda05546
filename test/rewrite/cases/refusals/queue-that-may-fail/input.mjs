import PQueue from "p-queue";
import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const queue = new PQueue({ concurrency: 4 });

for (const user of await findUsers()) {
  queue.add(async () => {
    const { balance } = await syncBilling(user);
    ha.identify(user.id, { balance });
  });
}
await queue.onIdle();
