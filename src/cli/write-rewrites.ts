import type { Failure } from "../project/failure.js";
import type { Rewrite } from "./merge-rewrites.js";
import type { Progress } from "./progress.js";
import { createFile, removeFile } from "./add-file.js";
import { replaceFile } from "./replace-file.js";
import { importing, rewriteGroups } from "./rewrite-groups.js";

/**
 * Writes one file after the other, new modules first. Files that change together, since one awaits the functions of the
 * other, are written together: where one cannot be, the others get their old text back.
 *
 * @returns those that could not be written, and why
 */
export async function writeRewrites(
  rewrites: readonly Rewrite[],
  progress: Progress,
): Promise<Map<Rewrite, Failure>> {
  progress.stage("written", rewrites.length);
  const unwritten = new Map<Rewrite, Failure>();
  const modules = new Map<string, Failure | undefined>();
  for (const module of rewrites.filter(({ isNew }) => isNew === true)) {
    await progress.advance();
    const message = await put(module, "after");
    const failure = message === undefined ? undefined : { file: module.source.file, message };
    modules.set(module.source.path, failure);
    if (failure) unwritten.set(module, failure);
  }
  const changed = rewrites.filter(({ isNew }) => isNew !== true);
  for (const group of rewriteGroups(changed)) await writeGroup(group, modules, unwritten, progress);
  for (const module of rewrites.filter(({ isNew }) => isNew === true)) {
    const { path, file } = module.source;
    if (changed.some((other) => other.module === path && !unwritten.has(other))) continue;
    if (unwritten.has(module)) continue;
    await put(module, "before");
    unwritten.set(module, { file, message: "not added, since no file imports it" });
  }
  return unwritten;
}

async function writeGroup(
  group: readonly Rewrite[],
  modules: ReadonlyMap<string, Failure | undefined>,
  unwritten: Map<Rewrite, Failure>,
  progress: Progress,
): Promise<void> {
  const written: Rewrite[] = [];
  for (const rewrite of group) {
    await progress.advance();
    const { source, module } = rewrite;
    const missing = module === undefined ? undefined : modules.get(module);
    const message = missing ? importing(source.file, missing).message : await put(rewrite, "after");
    if (message === undefined) {
      written.push(rewrite);
      continue;
    }
    unwritten.set(rewrite, { file: source.file, message });
    for (const other of group) {
      if (other === rewrite) continue;
      if (written.includes(other)) await put(other, "before");
      const reason = `not rewritten, since it changes together with ${source.file}`;
      unwritten.set(other, { file: other.source.file, message: reason });
    }
    return;
  }
}

/** Gives a file its new text or its old one back; says why where that is not possible. */
async function put(
  { source, mark, text, answer, isNew }: Rewrite,
  version: "after" | "before",
): Promise<string | undefined> {
  const before = mark + text;
  const after = mark + answer.output;
  if (isNew === true && version === "before") return removeFile(source.path);
  if (isNew === true) return createFile(source.path, after);
  const replaced =
    version === "after"
      ? await replaceFile(source.path, before, after)
      : await replaceFile(source.path, after, before);
  return replaced.ok ? undefined : replaced.message;
}
