import async from "async";
import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

await async.eachLimit(await findUsers(), 5, async (user) => {
  const { balance } = await syncBilling(user);
  ha.identify(user.id, { name: user.name, balance });
});
