import { findUsers } from "./users.js";
import { nextVersion } from "./versions.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const user of await findUsers()) {
  ha.identify(user.id, { plan: user.plan, updated_at: nextVersion(user) });
}
