import { findUserPage } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

let cursor = null;
do {
  const { users, next } = await findUserPage(cursor);
  for (const user of users) {
    ha.identify(user.id, { role: user.role, plan: user.plan });
  }
  cursor = next;
} while (cursor);
