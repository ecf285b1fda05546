import { syncBilling } from "./billing.js";
import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

await users.reduce(async (previous, user) => {
  await previous;
  const { balance } = await syncBilling(user);
  ha.identify(user.id, { plan: user.plan, balance });
}, Promise.resolve());
