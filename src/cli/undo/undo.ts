import { readFileSync } from "node:fs";
import { displayPath } from "../../project/display-path.js";
import type { Failure } from "../../project/failure.js";
import { fileSystemMessage } from "../../project/file-system-message.js";
import { removeFile } from "../add-file.js";
import { exitCode, type ExitCode } from "../exit-code.js";
import { replaceFile, type Replacement } from "../replace-file.js";
import { unifiedDiff } from "../unified-diff.js";
import {
  hashOf,
  type JournalEntry,
  pathOf,
  readJournal,
  removeJournals,
  writeJournal,
} from "./journal.js";
import { type JournalPlaces, journalPlaces } from "./journal-place.js";

/** A file that was put back, or taken away because the run had added it. */
export interface UndoneFile {
  file: string;
  status: "restored" | "removed";
  /** From what the run wrote to what was there before. */
  diff: string;
}

/** What `migrate --undo` did, before a reporter puts it into words. */
export interface UndoReport {
  dryRun: boolean;
  files: UndoneFile[];
  failures: Failure[];
}

/** How to undo. */
export interface UndoOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Write nothing. */
  dryRun: boolean;
}

/**
 * Undoes what the last run wrote. A file that somebody has changed since is left alone, and remains in the record so
 * that it can be undone once it is as the run wrote it.
 */
export async function undo({ cwd, env, dryRun }: UndoOptions): Promise<UndoReport> {
  const places = journalPlaces(cwd, env);
  const journal = readJournal(places);
  const report: UndoReport = { dryRun, files: [], failures: [] };
  if (!journal) return report;
  const left: JournalEntry[] = [];
  for (const entry of journal.files) {
    const path = pathOf(places, entry);
    const file = displayPath(path, cwd);
    const outcome = await undoFile(path, file, entry, dryRun);
    if (outcome.kind === "undone") report.files.push(outcome.undone);
    if (outcome.kind === "failed") {
      report.failures.push({ file, message: outcome.message });
      left.push(entry);
    }
  }
  if (!dryRun) await settle(places, { ...journal, files: left });
  return report;
}

/** The exit code for a report. */
export function undoExitCode({ failures }: UndoReport): ExitCode {
  return failures.length > 0 ? exitCode.failed : exitCode.done;
}

async function settle(
  places: JournalPlaces,
  left: Parameters<typeof writeJournal>[0],
): Promise<void> {
  if (left.files.length === 0) removeJournals(places);
  // Where this fails the whole record stays, of which the restored files count as undone.
  else await writeJournal(left);
}

type Outcome =
  | { kind: "undone"; undone: UndoneFile }
  /** The interrupted run had not come to this file. */
  | { kind: "untouched" }
  | { kind: "failed"; message: string };

async function undoFile(
  path: string,
  file: string,
  { before, after }: JournalEntry,
  dryRun: boolean,
): Promise<Outcome> {
  const current = contentOf(path);
  if ("message" in current) return { kind: "failed", message: current.message };
  const { bytes } = current;
  const wanted = before === null ? undefined : Buffer.from(before);
  if (isSame(bytes, wanted)) return { kind: "untouched" };
  if (bytes === undefined) return { kind: "failed", message: "was removed since, left as it is" };
  if (hashOf(bytes) !== after) return { kind: "failed", message: changedSince };
  const text = bytes.toString("utf8");
  const diff = unifiedDiff(file, text, before ?? undefined);
  const done = dryRun ? { ok: true as const } : await putBack(path, text, before);
  if (!done.ok) return { kind: "failed", message: done.message };
  return {
    kind: "undone",
    undone: { file, status: before === null ? "removed" : "restored", diff },
  };
}

const changedSince = "was changed since migrate wrote it, left as it is";

function contentOf(path: string): { bytes: Buffer | undefined } | { message: string } {
  try {
    return { bytes: readFileSync(path) };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return { bytes: undefined };
    }
    return { message: `cannot be read: ${fileSystemMessage(error)}` };
  }
}

function isSame(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a && b ? a.equals(b) : a === b;
}

async function putBack(path: string, text: string, before: string | null): Promise<Replacement> {
  if (before !== null) {
    return replaceFile(path, text, before, {
      changed: changedSince,
      readOnly: "is read-only, not restored",
    });
  }
  const message = removeFile(path);
  return message === undefined ? { ok: true } : { ok: false, message };
}
