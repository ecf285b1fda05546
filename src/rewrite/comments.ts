import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { isWithin } from "../source/syntax.js";

/** Whether a comment stands in a range that goes, outside the nodes that are copied from it. */
export function losesComment(
  source: SourceFile,
  range: readonly [number, number],
  kept: readonly TSESTree.Node[],
): boolean {
  return source.comments.some(
    (comment) => isWithin(comment, { range }) && !kept.some((node) => isWithin(comment, node)),
  );
}
