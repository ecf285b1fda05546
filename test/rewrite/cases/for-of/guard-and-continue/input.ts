import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
let synced = 0;

for (const user of await findUsers()) {
  if (user.deletedAt) continue;
  const email = user.email ?? undefined;
  ha.identify(user.id, { name: user.name, email });
  synced += 1;
}

console.log(`Synced ${synced} users.`);
