import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncNames(): void {
  for (const user of users) {
    ha.identify(user.id, { name: user.name });
  }
}
