import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function eachUser(visit) {
  for (const user of await findUsers()) visit(user);
}

await eachUser(async (user) => {
  const { balance } = await syncBilling(user);
  ha.identify(user.id, { balance });
});
