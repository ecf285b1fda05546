import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function inBatches(list, size, work) {
  for (let start = 0; start < list.length; start += size) {
    await Promise.all(list.slice(start, start + size).map(work));
  }
}

await inBatches(await findUsers(), 25, async (user) => {
  ha.identify(user.id, { name: user.name });
  await syncBilling(user);
});
