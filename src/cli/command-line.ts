import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { RewriteTarget } from "../rewrite/rewrite-target.js";
import { exitCode, type ExitCode } from "./exit-code.js";

/** The formats of `check`. */
export const checkFormats = ["stylish", "json", "sarif", "github"] as const;
/** One of {@link checkFormats}. */
export type CheckFormat = (typeof checkFormats)[number];

/** The formats of `migrate`. */
export const migrateFormats = ["text", "json"] as const;
/** One of {@link migrateFormats}. */
export type MigrateFormat = (typeof migrateFormats)[number];

const targets = ["update", "csv"] as const;

/** Where the functions that send users stand: in each file, or in one module that several import. */
const emissions = ["inline", "module"] as const;
/** One of them. */
export type Emission = (typeof emissions)[number];

interface CheckArguments {
  format: CheckFormat;
  config?: string;
  tsconfig?: string;
}

interface MigrateArguments {
  format: MigrateFormat;
  target: (typeof targets)[number];
  import?: boolean;
  emit?: Emission;
  config?: string;
  tsconfig?: string;
  dryRun?: boolean;
  interactive?: boolean;
  diff?: boolean;
  report?: string[];
  undo?: boolean;
  verify?: boolean;
  force?: boolean;
}

/** What the user asked for; `answered` where the arguments alone settle it (help, version, a mistake). */
export type Invocation =
  | ({ command: "check"; paths: string[] } & CheckArguments)
  | ({ command: "migrate"; paths: string[]; dryRun: boolean; force: boolean } & Omit<
      MigrateArguments,
      "import" | "target"
    > & { target: RewriteTarget })
  | { command: "answered"; stdout: string; stderr: string; exitCode: ExitCode };

/** Understands the arguments (without `node` and the script). It prints nothing and does not end the process. */
export function parseCommandLine(argv: readonly string[], version: string): Invocation {
  const printed = { stdout: "", stderr: "" };
  let invocation: Invocation | undefined;
  const program = new Command("halo-backfill")
    .description(
      "Finds Halo identify() calls that run once per existing user, and rewrites them into batched, signed users/update calls.",
    )
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (printed.stdout += text),
      writeErr: (text) => (printed.stderr += text),
    })
    .addHelpText("after", programNotes);
  addCheck(program, (paths, options) => {
    invocation = { command: "check", paths, ...options };
  });
  addMigrate(program, (paths, { import: isImport, ...options }) => {
    const target = isImport === true ? "import" : options.target;
    invocation = { command: "migrate", paths, dryRun: false, force: false, ...options, target };
  });
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander leaves with 1 for mistakes, which here means "findings".
    const code = error.exitCode === 0 ? exitCode.done : exitCode.failed;
    return { command: "answered", ...printed, exitCode: code };
  }
  return invocation ?? { command: "answered", ...printed, exitCode: exitCode.failed };
}

function addCheck(program: Command, act: (paths: string[], options: CheckArguments) => void): void {
  withPaths(program.command("check"))
    .description("Report identify() calls that run once per existing user. Changes nothing.")
    .addOption(
      new Option("-f, --format <format>", "how to report").choices(checkFormats).default("stylish"),
    )
    .option(...configOption)
    .option(...tsconfigOption)
    .addHelpText("after", checkNotes)
    .action(act);
}

function addMigrate(
  program: Command,
  act: (paths: string[], options: MigrateArguments) => void,
): void {
  const command = withPaths(program.command("migrate"));
  command
    .description("Rewrite identify() calls that run once per existing user, in place.")
    .option("-n, --dry-run", "write nothing, show the changes")
    .option("-i, --interactive", "ask for each change")
    .option("--diff", "show the changes that are written, too")
    .option(
      "--report <file>",
      "write what was done to a .html or .md file as well (may be given more than once)",
      withReport,
    )
    .addOption(
      new Option("--undo", "take back what the last run wrote").conflicts([
        "interactive",
        "emit",
        "diff",
        "report",
        "verify",
        "force",
        "config",
        "tsconfig",
      ]),
    )
    .addOption(new Option("--verify").hideHelp())
    .option("--no-verify", "do not check the types of rewritten files")
    .option("--force", "write although git could not bring the old text back")
    .addOption(
      new Option("-f, --format <format>", "how to report").choices(migrateFormats).default("text"),
    )
    .addOption(
      new Option("--target <target>", "send updates, or write a file for Halo's CSV import")
        .choices(targets)
        .default("update"),
    )
    .addOption(
      new Option(
        "--emit <where>",
        "where the functions that send users stand (default: module where files can share it)",
      )
        .choices(emissions)
        .conflicts("interactive"),
    )
    .addOption(
      new Option("--import", "create users that Halo does not know; needs signed_up_at").conflicts(
        "target",
      ),
    )
    .option(...configOption)
    .option(...tsconfigOption)
    .addHelpText("after", migrateNotes)
    .action((paths: string[], options: MigrateArguments) => {
      if (options.undo && paths.length > 0) {
        command.error("error: --undo takes no paths: it undoes the whole last run");
      }
      act(paths, options);
    });
}

function withPaths(command: Command): Command {
  return command.argument(
    "[paths...]",
    "files and folders to read (default: the working directory)",
    withPath,
  );
}

/** An empty path is an empty variable in a script; taking it for the working directory could rewrite a lot. */
function withPath(path: string, before: string[] | undefined): string[] {
  if (path === "") throw new InvalidArgumentError("A path must not be empty.");
  return [...(before ?? []), path];
}

/** What the report is written as hangs on the name of its file. */
function withReport(path: string, before: string[] | undefined): string[] {
  if (!reportName.test(path)) {
    throw new InvalidArgumentError("A report is a .html or a .md file.");
  }
  return [...(before ?? []), path];
}

const reportName = /\.(?:html|md)$/u;

const configOption = [
  "-c, --config <file.json>",
  'what ESLint takes under settings["halo-backfill"], as JSON',
] as const;

const tsconfigOption = [
  "-p, --tsconfig <file.json>",
  "a TypeScript project whose types help to tell instances and arrays",
] as const;

const fileNotes = `
Files:
  Below a folder: .js .jsx .cjs .mjs .ts .tsx .cts .mts, without .d.ts, and the
  scripts in .vue .svelte .astro. What .gitignore leaves out is skipped, and so
  are .git, node_modules, dist, build, coverage and symbolic links. What you name
  yourself is always read.`;

const programNotes = `
Exit codes:
  0  nothing was found, or everything found was rewritten
  1  there are findings, or call sites that a person must look at
  2  the work could not be done, or not in full

Examples:
  $ halo-backfill check
  $ halo-backfill migrate --dry-run
  $ halo-backfill help migrate`;

const checkNotes = `${fileNotes}

Exit codes:
  0  nothing was found
  1  there are findings
  2  the work could not be done, or not in full: bad arguments, or a file that
     cannot be read or parsed

Examples:
  $ halo-backfill check
  $ halo-backfill check src scripts/backfill.ts
  $ halo-backfill check --format json > findings.json
  $ halo-backfill check --format sarif > halo-backfill.sarif
  $ halo-backfill check --format github      # annotations in GitHub Actions`;

const migrateNotes = `${fileNotes}

Git:
  Nothing is written while a tracked file of the work tree has uncommitted
  changes, or a file to rewrite is untracked: commit or stash first, or pass
  --force. Files outside git are rewritten.

Types:
  Where a tsconfig.json covers a rewritten file, a file whose types would be
  worse is not written. The nearest one upwards counts, or that of --tsconfig.

Undo:
  --undo takes back the last run that wrote, also an interrupted one. A file
  that was changed since is left alone.

Exit codes:
  0  everything found was rewritten (or nothing was found)
  1  something was refused, or skipped, and needs a person
  2  the work could not be done, or not in full: bad arguments, uncommitted
     changes, worse types, or a file that cannot be read, parsed or written

Examples:
  $ halo-backfill migrate --dry-run
  $ halo-backfill migrate src
  $ halo-backfill migrate --interactive
  $ halo-backfill migrate --undo
  $ halo-backfill migrate --dry-run --report backfill.html --report backfill.md
  $ halo-backfill migrate --target csv scripts   # no Identity Secret needed
  $ halo-backfill migrate --import scripts       # users Halo does not know yet
  $ halo-backfill migrate --dry-run --format json > plan.json`;
