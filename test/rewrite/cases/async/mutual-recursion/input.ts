import { users, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function syncNames(list: User[], depth: number): void {
  for (const user of list) {
    ha.identify(user.id, { name: user.name });
  }
  if (depth > 0) {
    syncPlans(list, depth - 1);
  }
}

function syncPlans(list: User[], depth: number): void {
  for (const user of list) {
    ha.identify(user.id, { plan: user.plan });
  }
  if (depth > 0) syncNames(list, depth - 1);
}

syncNames(users, 1);
syncPlans(users, 0);
