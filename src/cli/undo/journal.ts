import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import * as v from "valibot";
import writeFileAtomic from "write-file-atomic";
import type { FileChange } from "../file-change.js";
import { fileSystemMessage } from "../../project/file-system-message.js";
import type { JournalPlaces } from "./journal-place.js";

const entrySchema = v.object({
  /** Relative to the root of the journal's place. */
  path: v.string(),
  /** What the file held; `null` where the run added it. */
  before: v.nullable(v.string()),
  /** The SHA-256 of what the run wrote. */
  after: v.string(),
});

const journalSchema = v.object({
  version: v.literal(1),
  /** When the run wrote, in milliseconds, to tell the last of two records. */
  at: v.number(),
  files: v.array(entrySchema),
});

/** What the last run did to one file. */
export type JournalEntry = v.InferOutput<typeof entrySchema>;

/** What is needed to undo the last run, and where that is recorded. */
export interface Journal extends v.InferOutput<typeof journalSchema> {
  place: string;
}

/**
 * Records changes before they are made, whole or not at all: whenever the run is interrupted, what it wrote until then
 * can be undone. It takes the place of the record of the run before.
 *
 * @returns why the changes could not be recorded
 */
export async function recordChanges(
  { root, files: places }: JournalPlaces,
  changes: readonly FileChange[],
): Promise<string | undefined> {
  const from = realpathSync(root);
  const files = changes.map(({ path, before, after }) => ({
    path: relative(from, realPathOf(path)),
    before: before ?? null,
    after: hashOf(Buffer.from(after)),
  }));
  let problem: string | undefined;
  for (const place of places) {
    problem = await writeJournal({ version: 1, at: Date.now(), files, place });
    if (problem === undefined) return undefined;
  }
  return problem;
}

/** A file that the run adds is not there yet; nor, perhaps, one that somebody deletes meanwhile. */
function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** Writes a record; gives the reason where it cannot. */
export async function writeJournal({ place, ...record }: Journal): Promise<string | undefined> {
  try {
    mkdirSync(dirname(place), { recursive: true });
    // It holds source code, which may be nobody else's business.
    await writeFileAtomic(place, JSON.stringify(record), { mode: 0o600 });
    return undefined;
  } catch (error) {
    return `${place}: ${fileSystemMessage(error)}`;
  }
}

/** The record of the last run, if there is one. */
export function readJournal({ files }: JournalPlaces): Journal | undefined {
  const journals = files.flatMap((place) => {
    const record = parsed(place);
    return record ? [{ ...record, place }] : [];
  });
  return journals.toSorted((a, b) => b.at - a.at)[0];
}

/** Everything is undone: no record of the run remains, nor of one before it. */
export function removeJournals({ files }: JournalPlaces): void {
  for (const place of files) rmSync(place, { force: true });
}

/** The absolute path of an entry. */
export function pathOf({ root }: JournalPlaces, { path }: JournalEntry): string {
  return resolve(realpathSync(root), path);
}

/** The form in which a journal remembers what was written. */
export function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A record that is not there, is cut off or is of another version counts as none. */
function parsed(place: string): v.InferOutput<typeof journalSchema> | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(place, "utf8"));
    const result = v.safeParse(journalSchema, content);
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
