import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function syncNames(): number {
  for (const user of users.slice(0, 10)) {
    ha.identify(user.id, { name: user.name });
  }
  return users.length;
}

for (const user of users) {
  if (user.mrr !== null) console.log(syncNames());
  ha.identify(user.id, { plan: user.plan });
}
