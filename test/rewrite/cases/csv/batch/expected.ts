import { findUsers } from "./users.js";
import { stringify } from "csv-stringify/sync";
import { writeFileSync } from "node:fs";

let haloCsvStarted = false;

HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

interface HaloUser {
  user_id: unknown;
  traits: object;
}

/**
 * Adds users to halo-backfill.csv, for the CSV import in Halo's dashboard, which marks nobody active.
 * There, map these columns to Halo's fields of the same names: external_id, name, email, signed_up_at.
 * The others are custom fields: on-trial, company.
 */
function writeHaloUsers(users: HaloUser[]): void {
  const rows = users.map(({ user_id, traits }) => ({
    external_id: user_id,
    ...traits,
  }));
  const text = stringify(rows, {
    columns: [
      "external_id",
      "name",
      "email",
      "on-trial",
      "signed_up_at",
      "company",
    ],
    header: !haloCsvStarted,
    cast: { boolean: String, date: (date) => date.toISOString() },
  });
  writeFileSync("halo-backfill.csv", text, {
    flag: haloCsvStarted ? "a" : "w",
  });
  haloCsvStarted = true;
}

export function backfill(users: Awaited<ReturnType<typeof findUsers>>): void {
  writeHaloUsers(
    Array.from(users, (user) => ({
      user_id: user.id,
      traits: {
        name: user.name,
        email: user.email,
        "on-trial": user.plan === "free",
        signed_up_at: user.signedUpAt,
        company: user.company,
      },
    })),
  );
}

backfill(await findUsers());
