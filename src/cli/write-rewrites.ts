import type { Failure } from "../project/failure.js";
import type { Rewrite } from "./merge-rewrites.js";
import { replaceFile } from "./replace-file.js";

/**
 * Writes one file after the other. Files that change together, since one awaits the functions of the other, are written
 * together: where one cannot be, the others get their old text back.
 *
 * @returns those that could not be written, and why
 */
export async function writeRewrites(rewrites: readonly Rewrite[]): Promise<Map<Rewrite, Failure>> {
  const unwritten = new Map<Rewrite, Failure>();
  for (const group of groupsOf(rewrites)) {
    const written: Rewrite[] = [];
    for (const rewrite of group) {
      const message = await put(rewrite, "after");
      if (message === undefined) {
        written.push(rewrite);
        continue;
      }
      unwritten.set(rewrite, { file: rewrite.source.file, message });
      for (const other of group) {
        if (other === rewrite) continue;
        if (written.includes(other)) await put(other, "before");
        const reason = `not rewritten, since it changes together with ${rewrite.source.file}`;
        unwritten.set(other, { file: other.source.file, message: reason });
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

/** Files of which one changes another, directly or by way of a third. */
function groupsOf(rewrites: readonly Rewrite[]): Rewrite[][] {
  const byPath = new Map(rewrites.map((rewrite) => [rewrite.source.path, rewrite]));
  const groups = new Map(rewrites.map((rewrite) => [rewrite, [rewrite]]));
  for (const rewrite of rewrites) {
    for (const path of rewrite.answer.others.keys()) {
      const other = byPath.get(path);
      const [own, its] = [groups.get(rewrite), other && groups.get(other)];
      if (!own || !its || own === its) continue;
      own.push(...its);
      for (const member of its) groups.set(member, own);
    }
  }
  return [...new Set(groups.values())];
}
