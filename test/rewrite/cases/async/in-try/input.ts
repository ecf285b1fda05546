import { recordSync } from "./billing.js";
import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function syncAll() {
  for (const user of users) {
    recordSync(user);
    ha.identify(user.id, { name: user.name });
  }
}

function syncSafely() {
  try {
    return syncAll();
  } finally {
    console.log("synced");
  }
}

syncSafely();
