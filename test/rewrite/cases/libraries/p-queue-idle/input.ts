import PQueue from "p-queue";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const queue = new PQueue({ concurrency: 4 });

for (const user of await findUsers()) {
  void queue.add(async () => {
    ha.identify(user.id, { name: user.name });
  });
}

await queue.onIdle();
