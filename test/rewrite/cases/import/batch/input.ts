import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const user of await findUsers()) {
  ha.identify(user.id, { name: user.name, signed_up_at: user.signedUpAt });
}
