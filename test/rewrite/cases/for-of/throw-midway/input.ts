import { recordSync } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export async function syncNames() {
  for (const user of await findUsers()) {
    if (!user.name) {
      throw new Error(`User ${user.id} has no name`);
    }
    ha.identify(user.id, { name: user.name });
    recordSync(user);
  }
}

await syncNames();
