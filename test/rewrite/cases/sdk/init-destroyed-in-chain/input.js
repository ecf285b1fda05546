import { recordSync } from "./billing.js";
import { userIds } from "./users.js";

for (const userId of userIds) {
  recordSync();
  HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41", userId }).destroy();
}
