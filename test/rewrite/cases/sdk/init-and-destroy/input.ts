import { findUsers } from "./users.js";

const apiKey = "ab_live_9f2c7e41";

for (const user of await findUsers()) {
  const instance = HaloAgents.init({
    orgId: "org_8d1f",
    apiKey,
    userId: user.id,
    userTraits: { plan: user.plan, role: user.role },
  });
  instance.destroy();
}
