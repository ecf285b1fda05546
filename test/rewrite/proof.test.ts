import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { identifyPath, updatePath } from "../../src/halo/endpoints.js";
import { usersPerBatch } from "../../src/halo/limits.js";
import { reservedTraits } from "../../src/halo/traits.js";
import type { UserRow } from "../halo-server/database.js";
import type { Fault } from "../halo-server/faults.js";
import type { JsonObject } from "../halo-server/request-body.js";
import type { HaloServer } from "../halo-server/server.js";
import { readCases } from "./cases.js";
import { HaloPool } from "./halo-pool.js";
import { type Ending, type IdentifyNote, Programs, type World } from "./run-program.js";
import { Workspace } from "./workspace.js";

// What is proved here, by running programs: a rewritten program leaves every user with the traits that the original
// would have left, and nobody is marked active.
//
// - The original runs once per case with 2001 users and a recorder in the place of Halo: sending 2001 requests one by
//   one takes seconds. What it says of a user depends on that user alone, so that the first n users' notes are those
//   of a run with n. It also runs for real, with 61 users in all cases and 2001 in some, which shows that Halo makes
//   of the requests what is computed from the notes.
// - The rewritten program runs for real with all five numbers.
// - With users of odd kinds (`worlds` in `support/users.cjs`) what one says may depend on another, or end the program:
//   then the notes are those of a run with as many.

const sizes = [0, 1, 500, 501, 2001];
const largest = 2001;
const reserved = new Set<string>(reservedTraits);
const workspace = new Workspace();
const halos = new HaloPool(3);
afterAll(() => workspace.remove());

const proved = readCases()
  .filter(({ expected, manifest }) => expected !== undefined && !manifest.target)
  .map((program) => {
    const programs = new Programs(workspace, program);
    let notes: Promise<IdentifyNote[]> | undefined;
    let rows: UserRow[] | undefined;
    return {
      name: program.name,
      source: program.input,
      programs,
      /** What the original says of the first n users. */
      async notesOf(users: number): Promise<IdentifyNote[]> {
        notes ??= programs.record({ users: largest }).then(({ calls }) => calls);
        const ids = new Set(userIds(users));
        return (await notes).filter(({ user_id }) => ids.has(user_id)).map(accepted);
      },
      /** What an empty Halo must hold of the first n users afterwards, if they were known before. */
      async rowsOf(halo: HaloServer, users: number): Promise<UserRow[]> {
        rows ??= await expectedRows(halo, largest, await this.notesOf(largest));
        return rows.slice(0, users);
      },
    };
  });

/** What Halo would have stored, had the call not held keys that it manages itself; with them it answers 400. */
function accepted({ user_id, traits }: IdentifyNote): IdentifyNote {
  const kept = Object.entries(traits).filter(([key]) => !reserved.has(key));
  const date = "created_at" in traits ? { signed_up_at: traits["created_at"] } : {};
  return { user_id, traits: { ...date, ...Object.fromEntries(kept) } };
}

/** How often a program sends a list of its own, where not once: each list has a last batch that may be small. */
const lists: Record<string, number> = {
  "async/class-method": 2,
  "async/commonjs": 2,
  "async/mutual-recursion": 3,
  "async/overloads": 2,
  "async/own-recursion": 2,
  "async/returned-value": 2,
  "libraries/lodash-chain": 2,
  "libraries/ramda-for-each": 2,
  "rest/two-keys": 2,
  "several-sites/two-loops": 2,
};

/** Programs that send each page of 200 users by itself. */
const paged = new Set(["recursion/chunks", "recursion/over-pages"]);

function userIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `user_${String(index).padStart(4, "0")}`);
}

/** Traits that every user has before the program runs: those that it says nothing of must stay. */
const oldTraits = { plan: "trial", legacy_id: "L-1" };

/** Puts the first n users in place, last seen long ago, with the old traits and with what notes say of them. */
async function seed(halo: HaloServer, count: number, notes: readonly IdentifyNote[] = []) {
  await seedThose(halo, userIds(count), notes);
}

/** As `seed`, for users who are called otherwise. */
async function seedThose(
  halo: HaloServer,
  ids: readonly string[],
  notes: readonly IdentifyNote[] = [],
) {
  const traits = new Map<string, JsonObject>(ids.map((id) => [id, { ...oldTraits }]));
  for (const note of notes) Object.assign(traits.get(note.user_id) ?? {}, note.traits);
  await halo.seedUsers([...traits].map(([user_id, own]) => ({ user_id, traits: own })));
}

async function expectedRows(
  halo: HaloServer,
  known: number | readonly string[],
  notes: readonly IdentifyNote[],
) {
  await seedThose(halo, typeof known === "number" ? userIds(known) : known, notes);
  const rows = await halo.users();
  await halo.reset();
  return rows;
}

/** `toEqual` takes long over thousands of rows, and is needed only to show how they differ. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

function batchesFor(calls: number, name: string): number {
  const share = lists[name] ?? 1;
  const perRequest = paged.has(name) ? 200 : usersPerBatch;
  return share * Math.ceil(calls / share / perRequest);
}

function updatesIn(halo: HaloServer) {
  return halo.requests().filter(({ route }) => route === updatePath);
}

function expectNobodyActive(halo: HaloServer): void {
  expect(halo.requests().filter(({ route }) => route === identifyPath)).toEqual([]);
}

function succeeded({ exitCode, stderr }: Ending): void {
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
}

describe.concurrent("the original", { timeout: 120_000 }, () => {
  const largeToo = ["for-of/other-awaited-work", "rest/key-parameter"];
  const [answered, refused] = [false, true].map((isReserved) =>
    proved.filter(({ name }) => name.startsWith("reserved-keys/") === isReserved),
  );
  const runs = (answered ?? []).flatMap((it) =>
    (largeToo.includes(it.name) ? [61, largest] : [61]).map((users) => ({ ...it, users })),
  );

  test.for(runs)("$name with $users users", async (it) => {
    const { programs, users } = it;
    await halos.with(async (halo) => {
      const notes = await it.notesOf(users);
      const expected = await it.rowsOf(halo, users);
      await seed(halo, users);
      succeeded(await programs.original(halo, { users }));
      const rows = await halo.users();
      expectSame(rows.map(withoutActivity), expected.map(withoutActivity));
      // What the rewrite is for: the original did mark them active.
      const active = rows.filter(({ last_seen }) => last_seen && last_seen.getFullYear() > 2024);
      expect(active.length).toBe(new Set(notes.map(({ user_id }) => user_id)).size);
    });
  });

  test.for(refused ?? [])("$name is answered with 400", async ({ programs }) => {
    await halos.with(async (halo) => {
      await seed(halo, 61);
      const before = await halo.users();
      await programs.original(halo, { users: 61 });
      expect(new Set(halo.requests().map(({ status }) => status))).toEqual(new Set([400]));
      expectSame(await halo.users(), before);
    });
  });
});

function withoutActivity({
  first_seen: _first,
  last_seen: _last,
  is_lead: _lead,
  ...rest
}: UserRow) {
  return rest;
}

describe.concurrent("the rewritten program", { timeout: 120_000 }, () => {
  const runs = proved.flatMap((it) => sizes.map((users) => ({ ...it, users })));

  test.for(runs)("$name with $users users", async (it) => {
    const { name, programs, users } = it;
    await halos.with(async (halo) => {
      const notes = await it.notesOf(users);
      const expected = await it.rowsOf(halo, users);
      await seed(halo, users);
      succeeded(await programs.rewritten(halo, { users }));
      // The rows hold first_seen and last_seen too.
      expectSame(await halo.users(), expected);
      expect(await halo.automations()).toEqual([]);
      expectNobodyActive(halo);
      expect(updatesIn(halo).map(({ status }) => status)).toEqual(
        Array.from({ length: batchesFor(notes.length, name) }, () => 200),
      );
      expect(updatesIn(halo).reduce((sum, request) => sum + request.users, 0)).toBe(notes.length);
    });
  });
});

// One case a way to sign, to collect and to send: the code that meets the fault is the same in all others.
const faulty = proved.filter(({ name }) =>
  [
    "for-of/plain-list",
    "modules/commonjs-extension",
    "rest/key-parameter",
    "signing/jose",
    "signing/jsonwebtoken-in-package",
    "single/request-checked",
    "while/cursor-pages",
  ].includes(name),
);

describe.concurrent("users of other kinds", { timeout: 120_000 }, () => {
  const kinds: { kind: NonNullable<World["kind"]>; users: number; of: typeof proved }[] = [
    { kind: "odd", users: 61, of: proved },
    // What the 41st lacks is read by these.
    { kind: "broken", users: 61, of: proved.filter(({ source }) => /company|At\b/.test(source)) },
    { kind: "repeated", users: 61, of: proved.filter(isFirstOfConstruct) },
    { kind: "repeated", users: 1103, of: faulty },
    { kind: "large", users: 501, of: faulty },
  ];
  const runs = kinds.flatMap(({ of, ...world }) => of.map((it) => ({ ...it, ...world })));

  test.for(runs)("$name with $users $kind ones", async ({ name, programs, ...world }) => {
    const { kind, users } = world;
    await halos.with(async (halo) => {
      const { calls, ending } = await programs.record({ kind, users });
      const known = [...new Set([...userIds(users), ...calls.map(({ user_id }) => user_id)])];
      const expected = await expectedRows(halo, known, calls.map(accepted));
      await seedThose(halo, known);
      const after = await programs.rewritten(halo, { kind, users });
      expect(errorIn(after)).toBe(errorIn(ending));
      expectSame(await halo.users(), expected);
      expect(await halo.automations()).toEqual([]);
      expectNobodyActive(halo);
      const sent = updatesIn(halo);
      expect(sent.every(({ status }) => status === 200)).toBe(true);
      expect(sent.length).toBeLessThanOrEqual(batchesFor(calls.length, name));
      expect(sent.reduce((sum, request) => sum + request.users, 0)).toBe(calls.length);
    });
  });

  test("Halo takes 500 users at once of whom each is as large as identify allows", async () => {
    const [largest] = faulty;
    await halos.with(async (halo) => {
      await seed(halo, 501);
      succeeded((await largest?.programs.rewritten(halo, { kind: "large", users: 501 })) ?? never);
      const [first] = updatesIn(halo);
      expect(first).toMatchObject({ status: 200, users: 500 });
      expect(first?.bytes).toBeGreaterThan(9_900_000);
    });
  });
});

/** An ending that no program has. */
const never: Ending = { exitCode: null, stderr: "It did not run." };

function isFirstOfConstruct(
  { name }: { name: string },
  index: number,
  all: readonly { name: string }[],
): boolean {
  return name.split("/")[0] !== all[index - 1]?.name.split("/")[0];
}

/** The kind of error that ended a program, and what it says: the rest of the output differs by lines. */
function errorIn({ exitCode, stderr }: Ending): string {
  return exitCode === 0 ? "none" : (/^\w*Error.*$/m.exec(stderr)?.[0] ?? stderr);
}

describe.concurrent("a fault that passes", { timeout: 60_000 }, () => {
  const faults: (Fault & { title: string })[] = [
    { title: "429", kind: "status", status: 429 },
    { title: "500", kind: "status", status: 500 },
    { title: "a connection cut", kind: "cut" },
    { title: "a connection cut after the update", kind: "cutAfterApply" },
    { title: "a connection cut in the answer", kind: "cutAfterApply", midResponse: true },
  ];
  const runs = faulty.flatMap((it) =>
    faults.map((fault) => ({ ...it, title: fault.title, fault })),
  );

  test.for(runs)("$title changes nothing in $name", async (it) => {
    const { name, programs, fault } = it;
    await halos.with(async (halo) => {
      const users = 501;
      const notes = await it.notesOf(users);
      const expected = await it.rowsOf(halo, users);
      await seed(halo, users);
      const batches = batchesFor(notes.length, name);
      halo.failNext(fault, { after: batches - 1 });
      succeeded(await programs.rewritten(halo, { users }));
      expectSame(await halo.users(), expected);
      expect(updatesIn(halo).length).toBe(batches + 1);
    });
  });

  test.for(faulty)("another after the first changes nothing in $name", async (it) => {
    const { name, programs } = it;
    await halos.with(async (halo) => {
      const users = 501;
      const notes = await it.notesOf(users);
      const expected = await it.rowsOf(halo, users);
      await seed(halo, users);
      halo.failNext({ kind: "status", status: 429, headers: { "retry-after": "1" } });
      halo.failNext({ kind: "cutAfterApply" });
      succeeded(await programs.rewritten(halo, { users }));
      expectSame(await halo.users(), expected);
      expect(updatesIn(halo).length).toBe(batchesFor(notes.length, name) + 2);
    });
  });
});

describe.concurrent("a fault that stays", { timeout: 60_000 }, () => {
  test.for(faulty)("401 ends $name with status and body", async ({ programs }) => {
    await halos.with(async (halo) => {
      const before = await expectedRows(halo, 501, []);
      await seed(halo, 501);
      halo.failNext({ kind: "status", status: 401 }, { times: Infinity });
      const { exitCode, stderr } = await programs.rewritten(halo, { users: 501 });
      expect(exitCode).toBe(1);
      expect(stderr).toContain("Halo answered 401 for users user_0000 to user_0");
      expect(stderr).toContain("A fault on demand.");
      expect(updatesIn(halo).every(({ status }) => status === 401)).toBe(true);
      expect(await halo.users()).toEqual(before);
    });
  });

  test("500 is tried five times", async () => {
    await halos.with(async (halo) => {
      const [first] = faulty;
      halo.failNext({ kind: "status", status: 500 }, { times: Infinity });
      const ending = await first?.programs.rewritten(halo, { users: 3 });
      expect(ending?.exitCode).toBe(1);
      expect(ending?.stderr).toContain("Halo answered 500 for users user_0000 to user_0002");
      expect(updatesIn(halo).length).toBe(5);
    });
  });

  test("a connection that is always cut ends with the users who were on the way", async () => {
    await halos.with(async (halo) => {
      const [first] = faulty;
      await seed(halo, 501);
      halo.failNext({ kind: "cut" }, { after: 1, times: Infinity });
      const ending = await first?.programs.rewritten(halo, { users: 501 });
      expect(ending?.exitCode).toBe(1);
      expect(ending?.stderr).toContain(
        "Halo could not be reached for users user_0500 to user_0500.",
      );
      expect(updatesIn(halo).length).toBe(6);
    });
  });
});

describe.concurrent("a failure after which the original goes on", { timeout: 120_000 }, () => {
  const goOn = proved.filter(({ name }) => /^failures\/(?!rethrown)/.test(name));
  const many = goOn.filter(({ name }) => name !== "failures/single");

  test.for(goOn)("$name ends as before where Halo cannot be reached", async ({ programs }) => {
    await halos.with(async (halo) => {
      await seed(halo, 61);
      const before = await halo.users();
      halo.failNext({ kind: "cut" }, { times: Infinity });
      const original = await programs.original(halo, { users: 61 });
      const rewritten = await programs.rewritten(halo, { users: 61 });
      expect(rewritten.exitCode).toBe(original.exitCode);
      expect(rewritten.stderr).not.toBe("");
      expectSame(await halo.users(), before);
    });
  });

  test.for(many)("$name sends the other batches", async (it) => {
    await halos.with(async (halo) => {
      const users = 1001;
      const expected = await it.rowsOf(halo, users);
      await seed(halo, users);
      const before = await halo.users();
      halo.failNext({ kind: "status", status: 401 });
      const { stderr } = await it.programs.rewritten(halo, { users });
      expect(stderr).toContain("Halo answered 401");
      expect(updatesIn(halo).map(({ status }) => status)).toEqual([401, 200, 200]);
      expectSame(await halo.users(), [...before.slice(0, 500), ...expected.slice(500)]);
    });
  });
});

describe.concurrent("what the original notes of each user", { timeout: 120_000 }, () => {
  const noting = proved.filter(({ name }) => name.startsWith("outcomes/"));
  const oneByOne = noting.filter(({ source }) => !source.includes("Promise."));

  /** What a program says, for users side by side in any order. */
  function saidBy({ exitCode, stderr }: Ending): { exitCode: number | null; lines: string[] } {
    return { exitCode, lines: stderr.split("\n").toSorted() };
  }

  test.for(noting)("$name notes where Halo refuses all", async ({ programs }) => {
    await halos.with(async (halo) => {
      await seed(halo, 61);
      halo.failNext({ kind: "status", status: 401 }, { times: Infinity });
      const original = saidBy(await programs.original(halo, { users: 61 }));
      const rewritten = saidBy(await programs.rewritten(halo, { users: 61 }));
      expect(withoutOurs(rewritten)).toEqual(original);
    });
  });

  test.for(oneByOne)("$name notes where Halo refuses the first 500", async (it) => {
    await halos.with(async (halo) => {
      const users = 1001;
      await seed(halo, users);
      halo.failNext({ kind: "status", status: 401 }, { times: 500 });
      const original = saidBy(await it.programs.original(halo, { users }));
      await halo.reset();
      const expected = await it.rowsOf(halo, users);
      await seed(halo, users);
      const before = await halo.users();
      halo.failNext({ kind: "status", status: 401 });
      const rewritten = saidBy(await it.programs.rewritten(halo, { users }));
      expect(withoutOurs(rewritten)).toEqual(original);
      expect(updatesIn(halo).map(({ status }) => status)).toEqual([401, 200, 200]);
      expectSame(await halo.users(), [...before.slice(0, 500), ...expected.slice(500)]);
    });
  });

  test.for(noting)("$name notes where Halo cannot be reached, or ends", async ({ programs }) => {
    await halos.with(async (halo) => {
      halo.failNext({ kind: "cut" }, { times: Infinity });
      const original = await programs.original(halo, { users: 61 });
      const rewritten = await programs.rewritten(halo, { users: 61 });
      expect(rewritten.exitCode).toBe(original.exitCode);
      const isCaught = !original.stderr.includes("TypeError");
      if (isCaught) expect(withoutOurs(saidBy(rewritten))).toEqual(saidBy(original));
      else expect(errorIn(rewritten)).toBe(errorIn(original));
    });
  });
});

/** What a rewritten program says besides what our own function and handlers tell of a batch. */
function withoutOurs<Said extends { lines: string[] }>(said: Said): Said {
  const isOurs =
    /^Halo could not be reached|^(Error: )?Halo answered 401|^ {4}at |^ {2}status: 401|^\}/;
  return { ...said, lines: said.lines.filter((line) => !isOurs.test(line)) };
}

const working = proved.filter(({ source }) => source.includes("./billing"));

describe.concurrent("other work that fails", { timeout: 60_000 }, () => {
  const runs = working.flatMap((it) => [0, 37].map((failAt) => ({ ...it, failAt })));

  test.for(runs)("at call $failAt leaves $name where it was", async ({ programs, failAt }) => {
    await halos.with(async (halo) => {
      const users = 61;
      const original = await programs.record({ users, failAt });
      const expected = await expectedRows(halo, users, original.calls.map(accepted));
      await seed(halo, users);
      const rewritten = await programs.rewritten(halo, { users, failAt });
      expectSame(await halo.users(), expected);
      expect(rewritten.exitCode).toBe(original.ending.exitCode);
      expect(rewritten.stderr.includes("Billing failed")).toBe(
        original.ending.stderr.includes("Billing failed"),
      );
    });
  });
});

describe.concurrent(
  "other work that fails, and a fault in the last batch",
  { timeout: 60_000 },
  () => {
    test.for(working.filter(isFirstOfConstruct))("loses nobody in $name", async (it) => {
      const { name, programs } = it;
      await halos.with(async (halo) => {
        const world = { users: 703, failAt: 651 };
        const original = await programs.record(world);
        const expected = await expectedRows(halo, world.users, original.calls.map(accepted));
        await seed(halo, world.users);
        const batches = batchesFor(original.calls.length, name);
        halo.failNext({ kind: "status", status: 500 }, { after: batches - 1 });
        const rewritten = await programs.rewritten(halo, world);
        expectSame(await halo.users(), expected);
        expect(errorIn(rewritten)).toBe(errorIn(original.ending));
        expect(updatesIn(halo).length).toBe(batches + 1);
      });
    });
  },
);
