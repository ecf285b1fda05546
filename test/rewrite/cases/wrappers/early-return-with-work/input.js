import { recordSync } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncUser(user) {
  if (!user.email) {
    recordSync();
    return false;
  }
  const [, domain] = user.email.split("@");
  ha.identify(user.id, { email: user.email, domain });
  return true;
}

for (const user of await findUsers()) {
  const domain = user.plan;
  console.log(domain);
  syncUser(user);
}
