import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import type { SourceFile } from "../source/source-file.js";
import { enclosingFunction, isFunction } from "../source/syntax.js";
import { batchList, mappedList } from "./batch-list.js";
import { type CallPosition, isPromiseAll, statementIn } from "./call-position.js";
import type { UserUpdate } from "./user-update.js";

/**
 * A statement inside the collected loop that does nothing but identify a list at once, as
 * `await Promise.all(chunk.map((user) => fetch(…)))`. With the requests gone there is no promise left to wait for, so
 * that it becomes a `for…of`.
 */
export interface InnerLoop {
  /** The statement. */
  range: readonly [number, number];
  over: TSESTree.Node;
  /** The name or pattern of one user, without its type. */
  element: string;
}

/** The inner loop that a call of identify is all of, if it is. */
export function innerLoop(
  source: SourceFile,
  iteration: Iteration,
  position: CallPosition,
  update: UserUpdate,
): InnerLoop | undefined {
  const callback = iteration.body;
  if (!isFunction(callback) || callback.params.length !== 1) return undefined;
  const [element] = callback.params;
  const awaited = iteration.node.parent;
  if (!element || awaited?.type !== AST_NODE_TYPES.CallExpression || !isPromiseAll(awaited))
    return undefined;
  if (element.type !== AST_NODE_TYPES.Identifier && element.type !== AST_NODE_TYPES.ObjectPattern)
    return undefined;
  const statement = statementIn(iteration.node, enclosingFunction(iteration.node));
  // An async callback that fails lets the others run on, which a loop does not.
  const listOf = callback.async ? batchList : mappedList;
  const list = statement && listOf(source, iteration, statement, position, update);
  if (!list) return undefined;
  const end = element.typeAnnotation?.range[0] ?? element.range[1];
  return {
    range: list.range,
    over: list.over,
    element: source.text.slice(element.range[0], end),
  };
}
