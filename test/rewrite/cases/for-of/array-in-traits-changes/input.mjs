import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const seen = [];
for (const user of users) {
  if (seen.length > 3) seen.shift();
  seen.push(user.plan);
  ha.identify(user.id, { plan: user.plan, last_plans: seen });
}
