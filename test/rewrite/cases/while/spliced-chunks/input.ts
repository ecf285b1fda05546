import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const queue = [...(await findUsers())];
while (queue.length > 0) {
  await Promise.all(
    queue.splice(0, 20).map(async (user) => {
      const { balance } = await syncBilling(user);
      ha.identify(user.id, { balance });
    }),
  );
}
