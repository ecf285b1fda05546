import { users, userIds, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function sync(list: User[]): number;
function sync(ids: string[], seen: boolean): number;
function sync(list: (User | string)[], seen = true): number {
  for (const user of list) {
    ha.identify(typeof user === "string" ? user : user.id, { seen });
  }
  return list.length;
}

console.log(sync(users));
sync(userIds, false);
