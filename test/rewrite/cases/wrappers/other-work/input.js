import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export async function syncUser(user) {
  await syncBilling(user);
  ha.identify(user.id, { name: user.name });
}

for (const user of await findUsers()) {
  await syncUser(user);
}
