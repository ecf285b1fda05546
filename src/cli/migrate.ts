import type { MigratedSite, MigrateResult } from "../engine.js";
import type { EngineAccess } from "./engine-access.js";
import { exitCode, type ExitCode } from "./exit-code.js";
import type { Failure } from "../project/failure.js";
import { uncommittedChanges } from "./git-state.js";
import type { Listing } from "../project/list-sources.js";
import type { Progress } from "./progress.js";
import { type ScannedFile, scanSources } from "./scan-sources.js";

/** A file with call sites: what became of each, and the change as a unified diff (empty where there is none). */
export interface FileMigration {
  file: string;
  status: "rewritten" | "refused" | "partial";
  sites: MigratedSite[];
  diff: string;
}

/** What `migrate` did, before a reporter puts it into words. */
export interface MigrateReport {
  dryRun: boolean;
  filesScanned: number;
  files: FileMigration[];
  failures: Failure[];
  /** Set where there was something to write and, for this reason, none of it was. */
  blocked?: { reason: string; files: string[] };
}

/** How to migrate. */
export interface MigrateOptions {
  /** Write nothing. */
  dryRun: boolean;
  /** Write although git has uncommitted changes. */
  force: boolean;
}

type Migrated = Extract<MigrateResult, { kind: "migrated" }>;
type Rewrite = ScannedFile<Migrated>;

/**
 * Rewrites what can be rewritten in all listed files. Nothing is written before every file has been worked out, and
 * nothing where git could not bring the old text back.
 */
export async function migrate(
  listing: Listing,
  access: EngineAccess,
  progress: Progress,
  { dryRun, force }: MigrateOptions,
): Promise<MigrateReport> {
  const { filesScanned, scanned, failures } = await scanSources(
    listing,
    access,
    progress,
    (engine, path, text) => engine.migrateFile(path, text),
  );
  const report = { dryRun, filesScanned, failures };
  const touched = scanned.filter(({ answer }) => answer.sites.length > 0);
  const rewrites = touched.filter(isRewrite);
  const reason = dryRun || force ? undefined : uncommittedChanges(pathsOf(rewrites));
  if (reason !== undefined) {
    const files = await Promise.all(touched.filter((file) => !isRewrite(file)).map(describe));
    return {
      ...report,
      files,
      blocked: { reason, files: rewrites.map(({ source }) => source.file) },
    };
  }
  const unwritten = dryRun ? new Map<Rewrite, Failure>() : await writeAll(rewrites);
  const files = await Promise.all(touched.filter((file) => !unwritten.has(file)).map(describe));
  return { ...report, files, failures: [...failures, ...unwritten.values()] };
}

/** The exit code for a report; work that could not be done outweighs refused sites. */
export function migrateExitCode({ files, failures, blocked }: MigrateReport): ExitCode {
  if (failures.length > 0 || blocked) return exitCode.failed;
  return files.every(({ status }) => status === "rewritten") ? exitCode.done : exitCode.attention;
}

function isRewrite({ text, answer }: Rewrite): boolean {
  return answer.output !== text;
}

function pathsOf(rewrites: readonly Rewrite[]): string[] {
  return rewrites.map(({ source }) => source.path);
}

/** Writes one file after the other; gives those that could not be written. */
async function writeAll(rewrites: readonly Rewrite[]): Promise<Map<Rewrite, Failure>> {
  const unwritten = new Map<Rewrite, Failure>();
  if (rewrites.length === 0) return unwritten;
  const { replaceFile } = await import("./replace-file.js");
  for (const rewrite of rewrites) {
    const { source, mark, text, answer } = rewrite;
    const replaced = await replaceFile(source.path, mark + text, mark + answer.output);
    if (!replaced.ok) unwritten.set(rewrite, { file: source.file, message: replaced.message });
  }
  return unwritten;
}

async function describe(file: Rewrite): Promise<FileMigration> {
  const { source, mark, text, answer } = file;
  return {
    file: source.file,
    status: statusOf(answer.sites),
    sites: answer.sites,
    diff: isRewrite(file) ? await diffOf(source.file, mark + text, mark + answer.output) : "",
  };
}

async function diffOf(file: string, before: string, after: string): Promise<string> {
  const { unifiedDiff } = await import("./unified-diff.js");
  return unifiedDiff(file, before, after);
}

function statusOf(sites: readonly MigratedSite[]): FileMigration["status"] {
  const rewritten = sites.filter(({ status }) => status === "rewritten").length;
  if (rewritten === 0) return "refused";
  return rewritten === sites.length ? "rewritten" : "partial";
}
