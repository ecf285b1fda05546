import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { arrayCallback, arrayFrom } from "./array-callbacks.js";
import { cursorCallback } from "./cursor-callbacks.js";
import type { Iteration, IterationId, IterationRow } from "./iteration.js";
import { iteratorHelper } from "./iterator-helpers.js";
import { libraryCallback } from "./library-callbacks.js";
import { forIn, forOf, forStatement, whileStatement } from "./loop-statements.js";
import { observable } from "./observable.js";
import { projectHelper } from "./project-helper.js";
import { streamEvent, streamStage } from "./streams.js";

const rows = {
  "for-of": forOf,
  "for-in": forIn,
  for: forStatement,
  while: whileStatement,
  // Before the methods of arrays, which many of them share a name with.
  "library-callback": libraryCallback,
  "iterator-helper": iteratorHelper,
  observable,
  cursor: cursorCallback,
  "stream-event": streamEvent,
  "stream-stage": streamStage,
  "array-callback": arrayCallback,
  "array-from": arrayFrom,
  // Last, since it asks about a function's whole body.
  "project-helper": projectHelper,
} as const satisfies Record<Exclude<IterationId, "recursion">, IterationRow>;

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
