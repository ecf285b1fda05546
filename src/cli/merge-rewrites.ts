import type { Migration } from "../engine.js";
import { canJoin, joinEdits } from "../rewrite/join-edits.js";
import type { ScannedFile } from "./scan-sources.js";

/** A file as it was and as it is to be. */
export interface Rewrite extends ScannedFile<Migration> {
  /** Whether the run adds the file; its text is empty until then. */
  isNew?: boolean;
  /** The module that the rewritten file imports the sending function from. */
  module?: string;
}

/** What merging needs of its surroundings. */
export interface MergeOptions {
  /** Rewrites a file again, as far as that changes no other. */
  rewriteAlone: (file: Rewrite) => Migration;
  /** A file that no rewrite was asked for; `undefined` where it cannot be read. */
  read: (path: string) => Rewrite | undefined;
}

/**
 * Puts the edits that rewrites make in other files together with those files' own. What two rewrites want alike is done
 * once. A rewrite of which an edit lies in code that another one replaces is made again without changing other files.
 *
 * @returns all files given, and those that change besides, whose lists of sites are empty
 */
export function mergeRewrites(files: readonly Rewrite[], options: MergeOptions): Rewrite[] {
  const byPath = new Map(files.map((file) => [file.source.path, file]));
  for (const [path, file] of byPath) {
    if (file.answer.others.size === 0 || canChangeOthers(file, byPath, options)) continue;
    byPath.set(path, { ...file, answer: options.rewriteAlone(file) });
  }
  const joined = new Map<string, Migration["edits"]>();
  for (const { answer } of byPath.values()) {
    for (const [path, edits] of answer.others)
      joined.set(path, [...(joined.get(path) ?? []), ...edits]);
  }
  return [...byPath.values()].map((file) => {
    const edits = joined.get(file.source.path);
    if (!edits) return file;
    const { text, answer } = file;
    return { ...file, answer: { ...answer, ...joinEdits(text, answer.edits, edits) } };
  });
}

/** Whether all edits of a rewrite can be made; the files that they are made in are read where they were not yet. */
function canChangeOthers(
  { answer }: Rewrite,
  byPath: Map<string, Rewrite>,
  { read }: MergeOptions,
): boolean {
  return [...answer.others].every(([path, edits]) => {
    const file = byPath.get(path) ?? read(path);
    if (!file) return false;
    byPath.set(path, file);
    return canJoin(file.answer.edits, edits);
  });
}
