import type { MigratedSite, Migration } from "../engine.js";
import type { Engine, EngineAccess } from "./engine-access.js";
import { exitCode, type ExitCode } from "./exit-code.js";
import type { FileChange } from "./file-change.js";
import type { Failure } from "../project/failure.js";
import { uncommittedChanges } from "./git-state.js";
import type { Listing } from "../project/list-sources.js";
import type { Progress } from "./progress.js";
import { type MergeOptions, mergeRewrites, type Rewrite } from "./merge-rewrites.js";
import { sourceReader } from "./read-source.js";
import { rewriteGroups, withImporters } from "./rewrite-groups.js";
import { type Scan, scanSources } from "./scan-sources.js";
import type { Emission } from "./command-line.js";
import { shareModules } from "./share-modules.js";
import type { Verification } from "./verify/verify-types.js";

/**
 * A file with call sites: what became of each, and the change as a unified diff (empty where there is none). A file
 * without call sites is there because it awaits the functions of another one.
 */
export interface FileMigration {
  file: string;
  status: "rewritten" | "refused" | "partial";
  sites: MigratedSite[];
  /** Whether the run adds the file: the functions that others import. */
  isNew?: boolean;
  /** The whole file as it was. */
  before: string;
  diff: string;
}

/** What `migrate` did, before a reporter puts it into words. */
export interface MigrateReport {
  dryRun: boolean;
  /** Whether a person is shown the changes also where they are written. */
  showsDiff?: boolean;
  filesScanned: number;
  files: FileMigration[];
  failures: Failure[];
  /** Call sites whose rewrite a person declined. */
  skipped?: SkippedSite[];
  /** How many of the files TypeScript has been asked about. */
  typesChecked?: number;
  /** What a person should know although the work was done. */
  warnings?: string[];
  /** Set where there was something to write and, for this reason, none of it was. */
  blocked?: { reason: string; files: string[] };
}

/** A call site that stays as it was because a person said so. */
export interface SkippedSite {
  file: string;
  line: number;
  column: number;
}

/** How to migrate. */
export interface MigrateOptions {
  /** Write nothing. */
  dryRun: boolean;
  /** Write although git has uncommitted changes, or what is written cannot be recorded. */
  force: boolean;
  /** Where the functions that send users stand; where it is not said, a module where files can share it. */
  emit?: Emission | undefined;
  /** What reports name added files relative to. */
  cwd?: string;
}

/** What a person made of the rewrites. */
export interface Choice {
  /** As if only the accepted changes had been found. */
  files: Rewrite[];
  skipped: SkippedSite[];
  /** Makes the accepted changes of a file again, as far as that changes no other file. */
  rewriteAlone: (file: Rewrite) => Migration;
}

/** What may come between working the rewrites out and writing them, in this order. */
export interface MigrateSteps {
  /** Lets a person choose among the rewrites. */
  choose?: (files: readonly Rewrite[], engine: Engine) => Promise<Choice>;
  /** Finds those that must not be written; what is in one group is written together or not at all. */
  verify?: (groups: readonly (readonly FileChange[])[]) => Promise<Verification>;
  /** Makes them undoable; gives the reason where that fails. */
  record?: (changes: readonly FileChange[]) => Promise<string | undefined>;
}

/**
 * Rewrites what can be rewritten in all listed files. Nothing is written before every file has been worked out, and
 * nothing where git could not bring the old text back.
 */
export async function migrate(
  listing: Listing,
  access: EngineAccess,
  progress: Progress,
  { dryRun, force, emit, cwd = process.cwd() }: MigrateOptions,
  { choose, verify, record }: MigrateSteps = {},
): Promise<MigrateReport> {
  const scan = await scanSources(listing, access, progress, (worker, path, text) =>
    worker.migrateFile(path, text),
  );
  // What a person chooses among must stand by itself.
  if (scan.engine && !choose) scan.scanned = shareModules(scan.scanned, scan.engine, { emit, cwd });
  const { filesScanned, failures } = scan;
  const base = { dryRun, filesScanned, failures };
  const found = merged(scan, listing);
  const reason = dryRun || force ? undefined : uncommittedChanges(pathsOf(found.filter(isRewrite)));
  if (reason !== undefined) return blockedReport(base, found, reason);
  const choice = choose && scan.engine && (await choose(scan.scanned, scan.engine));
  const chosen = choice ? merged({ ...scan, scanned: choice.files }, listing, choice) : found;
  const verified = await verify?.(changesOf(chosen.filter(isRewrite)));
  const rejected = withImporters(chosen, verified?.rejected ?? new Map<string, Failure>());
  const sound = chosen.filter(({ source }) => !rejected.has(source.path));
  const files = sound.filter((file) => file.isNew !== true || isImported(file, sound));
  const rewrites = files.filter(isRewrite);
  const unrecorded =
    dryRun || rewrites.length === 0 ? undefined : await record?.(rewrites.map(changeOf));
  if (unrecorded !== undefined && !force) return blockedReport(base, files, unrecorded);
  const unwritten = dryRun ? new Map<Rewrite, Failure>() : await writeAll(rewrites, progress);
  return {
    ...base,
    ...(verified && { typesChecked: verified.checked, warnings: verified.warnings }),
    ...(choice && { skipped: choice.skipped }),
    files: await Promise.all(files.filter((file) => !unwritten.has(file)).map(describe)),
    failures: [...failures, ...rejected.values(), ...unwritten.values()],
  };
}

async function blockedReport(
  base: Pick<MigrateReport, "dryRun" | "filesScanned" | "failures">,
  found: readonly Rewrite[],
  reason: string,
): Promise<MigrateReport> {
  const files = await Promise.all(found.filter((file) => !isRewrite(file)).map(describe));
  const waiting = found.filter(isRewrite).map(({ source }) => source.file);
  return { ...base, files, blocked: { reason, files: waiting } };
}

/** The exit code for a report; work that could not be done outweighs refused sites. */
export function migrateExitCode({ files, failures, blocked, skipped }: MigrateReport): ExitCode {
  if (failures.length > 0 || blocked) return exitCode.failed;
  if (skipped && skipped.length > 0) return exitCode.attention;
  return files.every(({ status }) => status === "rewritten") ? exitCode.done : exitCode.attention;
}

/** Whether there is anything to write. */
export function isRewrite({ text, answer }: Rewrite): boolean {
  return answer.output !== text;
}

/** Whether a file that imports a new module is still among those to write. */
function isImported({ source }: Rewrite, files: readonly Rewrite[]): boolean {
  return files.some((file) => file.module === source.path && isRewrite(file));
}

function pathsOf(rewrites: readonly Rewrite[]): string[] {
  return rewrites.map(({ source }) => source.path);
}

/** The files that change or have call sites, with what they want of each other. */
function merged(
  { scanned, engine }: Pick<Scan<Migration>, "scanned" | "engine">,
  listing: Listing,
  options: Partial<MergeOptions> = {},
): Rewrite[] {
  if (!engine) return [];
  return mergeRewrites(scanned, { ...mergeOptions(engine, listing), ...options }).filter(
    (file) => file.answer.sites.length > 0 || isRewrite(file),
  );
}

function mergeOptions(engine: Engine, { files }: Listing): MergeOptions {
  const readSource = sourceReader();
  return {
    rewriteAlone({ source, text, module }) {
      const how = { alone: true, ...(module !== undefined && { module }) };
      const answer = engine.migrateFile(source.path, text, how);
      if (answer.kind === "migrated") return answer;
      throw new Error(`${source.file} was parsed before, and now is not: ${answer.message}`);
    },
    read(path) {
      const source = files.find((file) => file.path === path);
      const reading = source && readSource(path, () => true);
      if (!source || reading?.kind !== "text") return undefined;
      const { mark, text } = reading;
      return { source, mark, text, answer: nothingFound(text) };
    },
  };
}

function nothingFound(text: string): Migration {
  return { kind: "migrated", parsed: true, output: text, edits: [], others: new Map(), sites: [] };
}

function changesOf(rewrites: readonly Rewrite[]): FileChange[][] {
  return rewriteGroups(rewrites).map((group) => group.map(changeOf));
}

function changeOf({ source, mark, text, answer, isNew }: Rewrite): FileChange {
  const before = isNew === true ? undefined : mark + text;
  return { ...source, before, after: mark + answer.output };
}

/** Gives those that could not be written. */
async function writeAll(
  rewrites: readonly Rewrite[],
  progress: Progress,
): Promise<Map<Rewrite, Failure>> {
  if (rewrites.length === 0) return new Map<Rewrite, Failure>();
  const { writeRewrites } = await import("./write-rewrites.js");
  return writeRewrites(rewrites, progress);
}

async function describe(file: Rewrite): Promise<FileMigration> {
  const { source, mark, text, answer, isNew = false } = file;
  return {
    ...(isNew && { isNew }),
    file: source.file,
    status: statusOf(answer.sites),
    sites: answer.sites,
    before: mark + text,
    diff: isRewrite(file) ? await diffOf(changeOf(file)) : "",
  };
}

async function diffOf({ file, before, after }: FileChange): Promise<string> {
  const { unifiedDiff } = await import("./unified-diff.js");
  return unifiedDiff(file, before, after);
}

function statusOf(sites: readonly MigratedSite[]): FileMigration["status"] {
  const rewritten = sites.filter(({ status }) => status === "rewritten").length;
  if (rewritten === 0 && sites.length > 0) return "refused";
  return rewritten === sites.length ? "rewritten" : "partial";
}
