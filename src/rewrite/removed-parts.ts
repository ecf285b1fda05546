import type { TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import type { SourceFile } from "../source/source-file.js";
import { descendants, isWithin } from "../source/syntax.js";
import { type CollectSite, siteRange } from "./collect-sites.js";
import type { LoopSite } from "./plan.js";
import { rewrittenCall } from "./request-call.js";
import { userTokenDeclaration } from "./user-token.js";

/** The nodes of an iteration that go when its updates are collected. */
export function removedParts(
  source: SourceFile,
  root: Iteration,
  sites: readonly CollectSite[],
  findings: readonly LoopSite[],
): ReadonlySet<TSESTree.Node> {
  const removed = new Set(findings.map(({ site }): TSESTree.Node => rewrittenCall(site)));
  for (const node of descendants(root.node)) {
    if (sites.some((site) => isWithin(node, { range: siteRange(site) }))) removed.add(node);
  }
  for (const { site } of findings) {
    const token = site.wrapper ? undefined : userTokenDeclaration(source, site.identify);
    if (token) removed.add(token);
  }
  return removed;
}
