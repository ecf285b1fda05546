import { users, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function adminSync(req: { body: { plan: User["plan"] } }): void {
  for (const user of users) {
    if (user.plan === req.body.plan) ha.identify(user.id, { name: user.name });
  }
}
