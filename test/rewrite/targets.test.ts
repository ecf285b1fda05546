import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { updatePath } from "../../src/halo/endpoints.js";
import { readCases } from "./cases.js";
import { HaloPool } from "./halo-pool.js";
import { type IdentifyNote, Programs } from "./run-program.js";
import { Workspace } from "./workspace.js";

// What is proved here, by running programs: a rewritten program imports, or writes into a CSV file, the same users with
// the same traits as the original identified.

const workspace = new Workspace();
const halos = new HaloPool(1);
afterAll(() => workspace.remove());

const users = 501;
const rewritten = readCases()
  .filter(({ expected }) => expected !== undefined)
  .map((program) => ({
    name: program.name,
    target: program.manifest.target,
    programs: new Programs(workspace, program),
    source: program.input,
  }));

describe("import", { timeout: 60_000 }, () => {
  const imports = rewritten.filter(({ target }) => target === "import");

  test.each(imports)("$name creates every user, active never", async ({ programs }) => {
    await halos.with(async (halo) => {
      const { calls } = await programs.record({ users });
      const ending = await programs.rewritten(halo, { users });
      expect(ending).toEqual({ exitCode: 0, stderr: "" });
      const rows = await halo.users();
      expect(rows.map(({ external_id }) => external_id)).toEqual(
        calls.map(({ user_id }) => user_id).sort(),
      );
      expect(rows.map(({ signed_up_at }) => signed_up_at)).toEqual(
        inOrder(calls).map(({ traits }) => signUpOf(traits)),
      );
      expect(rows.filter(({ last_seen }) => last_seen !== null)).toEqual([]);
      expect(await halo.automations()).toEqual([]);
      const updates = halo.requests().filter(({ route }) => route === updatePath);
      expect(updates.length).toBe(Math.ceil(calls.length / 500));
    });
  });
});

function signUpOf(traits: IdentifyNote["traits"]): Date {
  return new Date(String(traits["signed_up_at"] ?? traits["created_at"]));
}

function inOrder(calls: readonly IdentifyNote[]): IdentifyNote[] {
  return calls.toSorted((a, b) => (a.user_id < b.user_id ? -1 : 1));
}

describe("csv", { timeout: 60_000 }, () => {
  const files = rewritten.filter(({ target }) => target === "csv");

  test.each(files)("$name writes a row a user", async ({ programs }) => {
    await halos.with(async (halo) => {
      const { calls } = await programs.record({ users });
      const ending = await programs.rewritten(halo, { users });
      expect(ending).toEqual({ exitCode: 0, stderr: "" });
      expect(halo.requests()).toEqual([]);
      const rows = readRows();
      expect(rows).toEqual(rowsOf(calls));
      // A second run starts the file anew.
      await programs.rewritten(halo, { users: 3 });
      expect(readRows()).toEqual(rowsOf(calls).slice(0, 3));
    });
  });

  const failing = files.filter(({ source }) => source.includes("./billing"));

  test.each(failing)("$name keeps the users before an error", async ({ programs }) => {
    await halos.with(async (halo) => {
      const { calls } = await programs.record({ users, failAt: 37 });
      const ending = await programs.rewritten(halo, { users, failAt: 37 });
      expect(ending.stderr).toContain("Billing failed at call 37.");
      expect(calls.length).toBe(37);
      expect(readRows()).toEqual(rowsOf(calls));
    });
  });
});

/** What a program wrote into the folder that programs run in. */
function readRows(): unknown {
  const file = join(workspace.folder, "halo-backfill.csv");
  if (!existsSync(file)) throw new Error("No file was written.");
  return parse(readFileSync(file), { columns: true });
}

/** A row a user; a trait that is missing, as one that is null, leaves its cell empty. */
function rowsOf(calls: readonly IdentifyNote[]): Record<string, string>[] {
  const columns = [...new Set(calls.flatMap(({ traits }) => Object.keys(traits)))];
  return calls.map(({ user_id, traits }) => ({
    external_id: user_id,
    ...Object.fromEntries(columns.map((column) => [column, cellOf(traits[column])])),
  }));
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
