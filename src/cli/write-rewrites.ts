import type { Failure } from "../project/failure.js";
import type { Rewrite } from "./merge-rewrites.js";
import type { Progress } from "./progress.js";
import { replaceFile } from "./replace-file.js";
import { groupsOf, togetherWith } from "./rewrite-groups.js";

/**
 * Writes one file after the other. Files that change together, since one awaits the functions of the other, are written
 * together: where one cannot be, the others get their old text back.
 *
 * @returns those that could not be written, and why
 */
export async function writeRewrites(
  rewrites: readonly Rewrite[],
  progress: Progress,
): Promise<Map<Rewrite, Failure>> {
  const unwritten = new Map<Rewrite, Failure>();
  for (const group of groupsOf(rewrites)) {
    const written: Rewrite[] = [];
    for (const rewrite of group) {
      await progress.advance();
      const message = await put(rewrite, "after");
      if (message === undefined) {
        written.push(rewrite);
        continue;
      }
      unwritten.set(rewrite, { file: rewrite.source.file, message });
      for (const other of group) {
        if (other === rewrite) continue;
        if (written.includes(other)) await put(other, "before");
        unwritten.set(other, togetherWith(other, rewrite));
      }
      break;
    }
  }
  return unwritten;
}

/** Gives a file its new text or its old one back; says why where that is not possible. */
async function put(
  { source, mark, text, answer }: Rewrite,
  version: "after" | "before",
): Promise<string | undefined> {
  const before = mark + text;
  const after = mark + answer.output;
  const replaced =
    version === "after"
      ? await replaceFile(source.path, before, after)
      : await replaceFile(source.path, after, before);
  return replaced.ok ? undefined : replaced.message;
}
