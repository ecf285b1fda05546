import type { Failure } from "../project/failure.js";
import type { Rewrite } from "./merge-rewrites.js";

/** Files of which one changes another, directly or by way of a third. */
export function groupsOf(rewrites: readonly Rewrite[]): Rewrite[][] {
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

/** Why a file is not written where another one of its group cannot be. */
export function togetherWith({ source }: Rewrite, other: Rewrite): Failure {
  const message = `not rewritten, since it changes together with ${other.source.file}`;
  return { file: source.file, message };
}

/**
 * Rewrites that must not be written, since they are rejected or change together with one that is.
 *
 * @param rejected - why, by path
 */
export function rejectedTogether(
  rewrites: readonly Rewrite[],
  rejected: ReadonlyMap<string, Failure>,
): Map<Rewrite, Failure> {
  const all = new Map<Rewrite, Failure>();
  for (const group of groupsOf(rewrites)) {
    const first = group.find(({ source }) => rejected.has(source.path));
    if (!first) continue;
    for (const rewrite of group)
      all.set(rewrite, rejected.get(rewrite.source.path) ?? togetherWith(rewrite, first));
  }
  return all;
}
