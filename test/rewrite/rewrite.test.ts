import { basename } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type RefusalReason, refusals } from "../../src/rewrite/refusals.js";
import { applyEdits } from "../../src/source/text-edit.js";
import { readCases, type RewriteCase } from "./cases.js";
import { migrateCase } from "./migrate-case.js";
import { Workspace } from "./workspace.js";

// These tests load neither compiler nor formatter: mutation testing starts them anew for every change of the engine.

const cases = readCases();
const workspace = new Workspace();
afterAll(() => workspace.remove());
// Which files there are is looked up now and then, and not for each program anew.
for (const program of cases) workspace.project(program);

/** The other files of a program that a rewrite changes, as they are afterwards. */
function otherFiles({ files }: RewriteCase, { others }: ReturnType<typeof migrateCase>) {
  const changed = [...others].map(([path, edits]) => [basename(path), edits] as const);
  return Object.fromEntries(
    changed.map(([file, edits]) => [file, applyEdits(files[file] ?? "", edits)]),
  );
}

test("every reason for a refusal has a case", () => {
  const shown = new Set(cases.flatMap(({ refusals }) => refusals.map(({ reason }) => reason)));
  const reasons = Object.keys(refusals) as RefusalReason[];
  expect(reasons.filter((reason) => !shown.has(reason))).toEqual([]);
});

test("every case says what comes of it", () => {
  const silent = cases.filter(({ expected, refusals }) => !expected && refusals.length === 0);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

describe.each(cases)("$name", (program) => {
  test("comes out as written by hand", () => {
    const result = migrateCase(workspace, program);
    const { output, sites } = result;
    expect(output).toBe(program.expected ?? program.input);
    expect(otherFiles(program, result)).toEqual(program.expectedFiles);
    const refused = sites.flatMap((site) =>
      site.status === "refused" ? [{ line: site.line, reason: site.reason }] : [],
    );
    expect(refused).toEqual(program.refusals);
    expect(sites.length).toBeGreaterThan(0);
  });
});
