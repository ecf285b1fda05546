import { readFile } from "node:fs/promises";
import type { PGlite } from "@electric-sql/pglite";
import { traitValues, type recognisedTraits } from "../../src/halo/traits.js";
import { startPostgres } from "./embedded-postgres.js";
import type { JsonObject } from "./request-body.js";

/** A user as the dashboard would show it: one property a column. */
export type UserRow = {
  external_id: string;
  is_lead: boolean;
  first_seen: Date | null;
  last_seen: Date | null;
  custom_fields: JsonObject;
} & Record<(typeof recognisedTraits)[number], string | number | boolean | Date | null>;

/** One enrolment of a user in an automation. */
export interface AutomationRow {
  automation: "user_created" | "segment_match";
  external_id: string;
  at: Date;
}

/** A user who is known before the test begins, last seen long ago unless it says when. */
export interface SeedUser {
  user_id: string;
  traits?: JsonObject;
  first_seen?: Date | string;
  last_seen?: Date | string;
  is_lead?: boolean;
}

/** A user of an update call, checked. */
export interface UserTraits {
  user_id: string;
  traits: JsonObject;
}

/** What an identify call does to one user. */
export interface Identification extends UserTraits {
  /** Whether a valid per-user token came with it. */
  tokenVerified: boolean;
  at: Date;
}

const longAgo = { first_seen: "2023-01-01T00:00:00Z", last_seen: "2024-01-01T00:00:00Z" };

/** Halo's tables in an embedded PostgreSQL; the rules stand in `schema.sql`. */
export class HaloDatabase {
  readonly #sql: PGlite;

  private constructor(sql: PGlite) {
    this.#sql = sql;
  }

  /** Starts an empty database. */
  static async open(): Promise<HaloDatabase> {
    const sql = await startPostgres();
    const enums = Object.entries(traitValues).map(
      ([trait, values]) => `create type ${trait} as enum ('${values.join("', '")}');`,
    );
    const schema = await readFile(new URL("schema.sql", import.meta.url), "utf8");
    await sql.exec(enums.join("\n") + schema);
    return new HaloDatabase(sql);
  }

  /** One identify call. */
  async identify({ user_id, traits, tokenVerified, at }: Identification): Promise<void> {
    await this.#sql.query("select identify_user($1, $2, $3, $4)", [
      user_id,
      traits,
      tokenVerified,
      at,
    ]);
  }

  /** One update call. Gives the number of entries skipped. */
  async update(users: readonly UserTraits[], updateOnly: boolean, at: Date): Promise<number> {
    const { rows } = await this.#sql.query<{ skipped: number }>(
      "select update_users($1, $2, $3) as skipped",
      [JSON.stringify(users), updateOnly, at],
    );
    return rows[0]?.skipped ?? 0;
  }

  /** Puts users in place without any call, in one statement. */
  async seed(users: readonly SeedUser[]): Promise<void> {
    const rows = users.map((user) => ({ traits: {}, is_lead: false, ...longAgo, ...user }));
    await this.#sql.query(
      `insert into end_users (external_id, traits, first_seen, last_seen, is_lead)
       select user_id, traits, first_seen, last_seen, is_lead from jsonb_to_recordset($1)
         as seed (user_id text, traits jsonb, first_seen timestamptz, last_seen timestamptz, is_lead boolean)`,
      [JSON.stringify(rows)],
    );
  }

  /** All users, by id. */
  async users(): Promise<UserRow[]> {
    const { rows } = await this.#sql.query<UserRow & { traits: unknown; imported_at: unknown }>(
      `select * from end_users order by external_id collate "C"`,
    );
    // What the columns are made from is the database's own business.
    return rows.map(({ traits: _traits, imported_at: _importedAt, ...shown }) => shown);
  }

  /** The automation log, oldest first. */
  async automations(): Promise<AutomationRow[]> {
    const { rows } = await this.#sql.query<AutomationRow>(
      "select automation, external_id, at from automation_log order by id",
    );
    return rows;
  }

  /** Names of the columns of `end_users` that are filled from traits, `custom_fields` aside. */
  async traitColumns(): Promise<string[]> {
    const { rows } = await this.#sql.query<{ key: string }>(
      `select column_name as key from information_schema.columns
       where table_name = 'end_users' order by ordinal_position`,
    );
    const names = rows.map(({ key }) => key);
    return names.slice(names.indexOf("traits") + 1, names.indexOf("custom_fields"));
  }

  /** Empties everything. */
  async reset(): Promise<void> {
    await this.#sql.exec("truncate end_users, automation_log restart identity");
  }

  /** Stops the database; what it held is gone. */
  async close(): Promise<void> {
    await this.#sql.close();
  }
}
