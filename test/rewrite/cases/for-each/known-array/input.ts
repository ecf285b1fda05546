import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const users: User[] = await findUsers();

users.forEach((user) => {
  ha.identify(user.id, {
    name: user.name,
    email: user.email,
    plan: user.plan,
    role: user.role,
  });
});
