import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();

for (const user of users) {
  ha.identify(user.id, { name: user.name, email: user.email, plan: user.plan });
}

console.log(`Synced ${users.length} users.`);
