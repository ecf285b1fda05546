import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const user of await findUsers()) {
  ha.identify(user.id, {
    id: user.id,
    name: user.name,
    created_at: user.signedUpAt,
    "last_seen": null,
    plan: user.plan,
  });
}
