import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const user of await findUsers()) {
  const created_at = user.signedUpAt;
  const updated_at = user.deletedAt;
  const { balance } = await syncBilling(user);
  const traits = {
    created_at,
    updated_at,
    // What they owe.
    balance,
  };
  ha.identify(user.id, traits);
}
