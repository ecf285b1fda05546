import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

// Users without an address are not in Halo.
async function syncUser(user) {
  if (!user.email || user.deletedAt !== null) return;
  const { balance } = await syncBilling(user);
  ha.identify(user.id, { email: user.email, balance });
}

for (const user of await findUsers()) {
  await syncUser(user);
}
