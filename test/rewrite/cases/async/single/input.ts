import { users, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function touch(user: User | undefined): boolean {
  if (!user) return false;
  ha.identify(user.id, { name: user.name });
  return true;
}

const touched = touch(users[0]);
console.log(touched);
