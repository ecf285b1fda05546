import type { MigratedSite, Migration } from "../engine.js";
import type { Engine, EngineAccess } from "./engine-access.js";
import { exitCode, type ExitCode } from "./exit-code.js";
import type { Failure } from "../project/failure.js";
import { uncommittedChanges } from "./git-state.js";
import type { Listing } from "../project/list-sources.js";
import type { Progress } from "./progress.js";
import { mergeRewrites, type Rewrite } from "./merge-rewrites.js";
import { sourceReader } from "./read-source.js";
import { scanSources } from "./scan-sources.js";

/**
 * A file with call sites: what became of each, and the change as a unified diff (empty where there is none). A file
 * without call sites is there because it awaits the functions of another one.
 */
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
  let engine: Engine | undefined;
  const { filesScanned, scanned, failures } = await scanSources(
    listing,
    access,
    progress,
    (loaded, path, text) => (engine = loaded).migrateFile(path, text),
  );
  const report = { dryRun, filesScanned, failures };
  const merged = engine ? mergeRewrites(scanned, mergeOptions(engine, listing)) : [];
  const touched = merged.filter((file) => file.answer.sites.length > 0 || isRewrite(file));
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

function mergeOptions(engine: Engine, { files }: Listing): Parameters<typeof mergeRewrites>[1] {
  const readSource = sourceReader();
  return {
    rewriteAlone({ source, text }) {
      const answer = engine.migrateFile(source.path, text, { alone: true });
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

/** Gives those that could not be written. */
async function writeAll(rewrites: readonly Rewrite[]): Promise<Map<Rewrite, Failure>> {
  if (rewrites.length === 0) return new Map<Rewrite, Failure>();
  const { writeRewrites } = await import("./write-rewrites.js");
  return writeRewrites(rewrites);
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
  if (rewritten === 0 && sites.length > 0) return "refused";
  return rewritten === sites.length ? "rewritten" : "partial";
}
