import { users, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function sync(this: void, list: User[]): void {
  for (const user of list) ha.identify(user.id, { name: user.name });
}

sync.call(undefined, users);
