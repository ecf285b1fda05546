import { syncBilling } from "./billing.js";
import { findUserPage } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function importPage(cursor) {
  const { users, next } = await findUserPage(cursor);
  for (const user of users) {
    ha.identify(user.id, { name: user.name });
    await syncBilling(user);
  }
  if (next) await importPage(next);
}

await importPage();
