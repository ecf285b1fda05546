import type { Failure } from "../project/failure.js";
import type { Rewrite } from "./merge-rewrites.js";

/** Files of which one changes another, directly or by way of a third. */
export function rewriteGroups(rewrites: readonly Rewrite[]): Rewrite[][] {
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

/** What cannot be written, by path; with the files that import a module which cannot. */
export function withImporters(
  rewrites: readonly Rewrite[],
  failed: ReadonlyMap<string, Failure>,
): Map<string, Failure> {
  const all = new Map(failed);
  for (const { source, module } of rewrites) {
    const failure = module === undefined ? undefined : failed.get(module);
    if (failure && !failed.has(source.path)) all.set(source.path, importing(source.file, failure));
  }
  return all;
}

/** Why a file is not written whose module is not. */
export function importing(file: string, module: Failure): Failure {
  return { file, message: `not rewritten, since it would import ${module.file}` };
}
