// `npm run demo`: the sample project is linted, rewritten and run, before and after, against a local Halo.
import pc from "picocolors";
import { perform, prepare } from "./command.js";
import { measureBackfill, type Outcome } from "./measure.js";
import { eslintScript, haloBackfillScript, makeWorkingCopy, sampleCopy } from "./working-copy.js";

function heading(text: string): void {
  console.log(`\n${pc.bold(pc.cyan(`== ${text}`))}\n`);
}

function lint(expected: number): Promise<void> {
  return perform({ shown: "npx eslint .", node: [eslintScript, "."], cwd: sampleCopy, expected });
}

function showDiff(): Promise<void> {
  const shown = "npx halo-backfill migrate --dry-run";
  return perform({ shown, node: [haloBackfillScript(), "migrate", "--dry-run"], cwd: sampleCopy });
}

async function rewrite(): Promise<void> {
  // This repository's own uncommitted changes would stop the command without --force.
  console.log("$ npx halo-backfill migrate --force");
  const node = [haloBackfillScript(), "migrate", "--force"];
  const output = await prepare({ node, cwd: sampleCopy });
  console.log(output.trimEnd());
}

async function demonstrate(): Promise<readonly [before: Outcome, after: Outcome]> {
  heading("Build the package, and install it in a copy of examples/backfill");
  await makeWorkingCopy();
  console.log("The copy stands in .demo/backfill.");
  heading("ESLint finds the loop");
  await lint(1);
  heading("What it does: every user is active today");
  const before = await measureBackfill();
  console.log(`Halo now shows ${counted(before.activeToday)} users active today.`);
  heading("What the codemod would change");
  await showDiff();
  heading("Rewrite");
  await rewrite();
  heading("ESLint is content");
  await lint(0);
  console.log("No findings.");
  heading("The same backfill, rewritten, against a Halo that knows the same users");
  const after = await measureBackfill();
  return [before, after];
}

const rows = [
  ["users active today", "activeToday"],
  ["users whose plan Halo knows", "withPlan"],
  ["automation enrolments", "enrolments"],
  ["requests", "requests"],
  ["seconds", "seconds"],
] as const satisfies readonly (readonly [string, keyof Outcome])[];

function printTable(before: Outcome, after: Outcome): void {
  const line = (label: string, left: string, right: string): string =>
    `${label.padEnd(28)}${left.padStart(10)}${right.padStart(10)}`;
  console.log(pc.bold(line("", "identify", "update")));
  for (const [label, key] of rows) {
    console.log(line(label, counted(before[key]), counted(after[key])));
  }
}

function counted(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 1 });
}

const expected = {
  before: { activeToday: 2001, withPlan: 2001, requests: 2001 },
  after: { activeToday: 0, withPlan: 2001, enrolments: 0, requests: 5 },
} as const;

/** Says what came out otherwise than it must. */
function surprises(outcomes: Record<keyof typeof expected, Outcome>): string[] {
  return (["before", "after"] as const).flatMap((run) =>
    Object.entries(expected[run]).flatMap(([key, value]) => {
      const actual = outcomes[run][key as keyof Outcome];
      return actual === value ? [] : [`${run}: ${key} is ${actual}, not ${value}`];
    }),
  );
}

try {
  const [before, after] = await demonstrate();
  heading("Before and after");
  printTable(before, after);
  const wrong = surprises({ before, after });
  for (const line of wrong) console.error(pc.red(line));
  if (wrong.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(pc.red(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
