import { writeFileSync } from "node:fs";
import { syncBilling } from "./billing.js";
import { findUserPage } from "./users.js";
import { stringify } from "csv-stringify/sync";

let haloCsvStarted = false;

HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

let cursor = null;

/**
 * Adds users to halo-backfill.csv, for the CSV import in Halo's dashboard, which marks nobody active.
 * There, map these columns to Halo's fields of the same names: external_id, name.
 * The others are custom fields: balance.
 */
function writeHaloUsers(users) {
  const rows = users.map(({ user_id, traits }) => ({
    external_id: user_id,
    ...traits,
  }));
  const text = stringify(rows, {
    columns: ["external_id", "name", "balance"],
    header: !haloCsvStarted,
    cast: { boolean: String, date: (date) => date.toISOString() },
  });
  writeFileSync("halo-backfill.csv", text, {
    flag: haloCsvStarted ? "a" : "w",
  });
  haloCsvStarted = true;
}

const haloUpdates = [];
try {
  do {
    const page = await findUserPage(cursor);
    for (const user of page.users) {
      const { balance } = await syncBilling(user);
      haloUpdates.push({
        user_id: user.id,
        traits: { name: user.name, balance },
      });
      if (haloUpdates.length >= 500) {
        writeHaloUsers(haloUpdates.splice(0, 500));
      }
    }
    cursor = page.next;
  } while (cursor);
} finally {
  writeHaloUsers(haloUpdates);
}
writeFileSync("done.txt", "done");
