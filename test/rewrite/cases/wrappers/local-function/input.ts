import { recordSync } from "./billing.js";
import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function main() {
  // Says what the CRM knows.
  function sync(user: User) {
    ha.identify(user.id, { name: user.name, plan: user.plan });
  }

  for (const user of await findUsers()) {
    const say = () => ha.identify(user.id, { role: user.role });
    sync(user);
    recordSync(user);
    say();
  }
}

await main();
