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
