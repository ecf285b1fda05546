import { createRequire } from "node:module";
import { check, checkExitCode } from "./check.js";
import {
  type CheckFormat,
  type Invocation,
  type MigrateFormat,
  parseCommandLine,
} from "./command-line.js";
import type { EngineAccess } from "./engine-access.js";
import { exitCode, type ExitCode } from "./exit-code.js";
import { type Listing, listSources } from "../project/list-sources.js";
import { loadSettings } from "./load-settings.js";
import { checkTsconfig } from "./check-tsconfig.js";
import { isWatched, type Progress, silence, terminalProgress } from "./progress.js";
import { checkReporter, migrateReporter, undoReporter } from "./reporters/choose-reporter.js";
import { type Printed, stylesFor } from "./reporters/printed.js";
import type { Surroundings } from "./surroundings.js";

type CheckInvocation = Extract<Invocation, { command: "check" }>;
type MigrateInvocation = Extract<Invocation, { command: "migrate" }>;

/** Does what the arguments say and prints the outcome. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const invocation = parseCommandLine(argv, packageVersion());
  const outcome = await outcomeOf(invocation, surroundings);
  if (outcome.stdout !== "") surroundings.stdout.write(outcome.stdout);
  if (outcome.stderr !== "") surroundings.stderr.write(outcome.stderr);
  return outcome.exitCode;
}

interface Outcome extends Printed {
  exitCode: ExitCode;
}

function outcomeOf(invocation: Invocation, surroundings: Surroundings): Promise<Outcome> {
  switch (invocation.command) {
    case "check":
      return runCheck(invocation, surroundings);
    case "migrate":
      return runMigrate(invocation, surroundings);
    case "answered":
      return Promise.resolve(invocation);
  }
}

async function runCheck(invocation: CheckInvocation, surroundings: Surroundings): Promise<Outcome> {
  const { listing, access, progress } = await prepare(invocation, surroundings);
  const report = await check(listing, access, progress).finally(() => progress.stop());
  const print = await checkReporter(invocation.format);
  return { ...print(report, stylesFor(surroundings)), exitCode: checkExitCode(report) };
}

async function runMigrate(
  invocation: MigrateInvocation,
  surroundings: Surroundings,
): Promise<Outcome> {
  if (invocation.undo) return runUndo(invocation, surroundings);
  if (invocation.interactive && !isAnswerable(surroundings)) {
    const stderr = "error: --interactive asks on a terminal, and there is none\n";
    return { stdout: "", stderr, exitCode: exitCode.failed };
  }
  const [{ migrate, migrateExitCode }, { migrateSteps }] = await Promise.all([
    import("./migrate.js"),
    import("./migrate-steps.js"),
  ]);
  const { listing, access, progress } = await prepare(invocation, surroundings);
  const styles = stylesFor(surroundings);
  const steps = migrateSteps(invocation, surroundings, progress, styles.err);
  const report = await migrate(
    listing,
    access,
    progress,
    { ...invocation, cwd: surroundings.cwd },
    steps,
  ).finally(() => progress.stop());
  if (invocation.report) {
    const { writeReports } = await import("./reports/write-reports.js");
    report.failures.push(...(await writeReports(invocation.report, report, surroundings.cwd)));
  }
  const print = await migrateReporter(invocation.format);
  const shown = { ...report, showsDiff: invocation.diff === true };
  return { ...print(shown, styles), exitCode: migrateExitCode(report) };
}

async function runUndo(
  { dryRun, format }: MigrateInvocation,
  surroundings: Surroundings,
): Promise<Outcome> {
  const { undo, undoExitCode } = await import("./undo/undo.js");
  const report = await undo({ ...surroundings, dryRun });
  const print = await undoReporter(format);
  return { ...print(report, stylesFor(surroundings)), exitCode: undoExitCode(report) };
}

function isAnswerable({ stdin, stderr }: Surroundings): boolean {
  return stdin.isTTY && stderr.isTTY;
}

interface Preparation {
  listing: Listing;
  access: EngineAccess;
  progress: Progress;
}

async function prepare(
  invocation: CheckInvocation | MigrateInvocation,
  surroundings: Surroundings,
): Promise<Preparation> {
  const { config, tsconfig, paths, format } = invocation;
  const { cwd, engineAccess } = surroundings;
  const loaded = config === undefined ? undefined : await loadSettings(config, cwd);
  if (loaded?.ok === false) {
    // Under other settings than those asked for, any result would be wrong: no file is looked at.
    const listing = { files: [], failures: [loaded.failure] };
    return { listing, access: engineAccess({ workingDirectory: cwd }), progress: silence };
  }
  const listing = listSources(paths, cwd);
  const types = tsconfig === undefined ? undefined : checkTsconfig(tsconfig, cwd);
  // Without types less is known, but nothing that is found is wrong: the files are read all the same.
  if (types?.ok === false) listing.failures.push(types.failure);
  const progress = progressFor(format, surroundings);
  return {
    listing,
    access: engineAccess({
      workingDirectory: cwd,
      settings: loaded?.settings,
      tsconfig: types?.ok ? types.source : undefined,
      target: invocation.command === "migrate" ? invocation.target : undefined,
      files: listing.files,
    }),
    progress,
  };
}

function progressFor(format: CheckFormat | MigrateFormat, surroundings: Surroundings): Progress {
  const isForPeople = format === "stylish" || format === "text";
  return isForPeople && isWatched(surroundings) ? terminalProgress(surroundings.stderr) : silence;
}

function packageVersion(): string {
  // By the package's own name, since its sources and its build lie at different depths.
  const load = createRequire(import.meta.url);
  const manifest = load("eslint-plugin-halo-backfill/package.json") as { version: string };
  return manifest.version;
}
