import { Readable } from "node:stream";
import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();
await new Promise((resolve, reject) => {
  Readable.from(users)
    .on("data", async (user) => {
      const { balance } = await syncBilling(user);
      ha.identify(user.id, { balance });
    })
    .on("end", resolve)
    .on("error", reject);
});
