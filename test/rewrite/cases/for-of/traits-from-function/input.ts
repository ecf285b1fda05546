import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function toTraits(user: User) {
  return {
    name: user.name,
    email: user.email,
    plan: user.plan,
    role: user.role,
  };
}

for (const user of await findUsers()) {
  ha.identify(user.id, toTraits(user));
}
