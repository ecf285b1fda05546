import { writeFileSync } from "node:fs";
import { syncBilling } from "./billing.js";
import { findUserPage } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

let cursor = null;
do {
  const page = await findUserPage(cursor);
  for (const user of page.users) {
    const { balance } = await syncBilling(user);
    ha.identify(user.id, { name: user.name, balance });
  }
  cursor = page.next;
} while (cursor);
writeFileSync("done.txt", "done");
