import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41", userId: user.id });
  ha.destroy();
}
