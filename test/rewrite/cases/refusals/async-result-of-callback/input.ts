import { users, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function hasSynced(user: User): boolean {
  for (const id of [user.id, user.company.name]) {
    ha.identify(id, { name: user.name });
  }
  return true;
}

console.log(users.filter((user) => hasSynced(user)).length);
