import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { arrayCallback, arrayFrom } from "./array-callbacks.js";
import type { Iteration, IterationId, IterationRow } from "./iteration.js";
import { forIn, forOf, forStatement, whileStatement } from "./loop-statements.js";

const rows = {
  "for-of": forOf,
  "for-in": forIn,
  for: forStatement,
  while: whileStatement,
  "array-callback": arrayCallback,
  "array-from": arrayFrom,
} as const satisfies Record<IterationId, IterationRow>;

const table = Object.values(rows);

/** The iteration that repeats `child` because `node` stands around it, if `node` is one. */
export function iterationAt(
  node: TSESTree.Node,
  child: TSESTree.Node,
  source: SourceFile,
): Iteration | undefined {
  for (const row of table) {
    const iteration = row.match(node, child, source);
    if (iteration) return iteration;
  }
  return undefined;
}
