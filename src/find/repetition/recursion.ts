import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  type FunctionNode,
  isFunction,
  isWithin,
  unwrap,
} from "../../source/syntax.js";
import { functionName } from "../values/function-name.js";
import { functionUses } from "../uses/function-uses.js";
import type { Iteration } from "../iterations/iteration.js";
import { alwaysLeaves } from "./leaving.js";

/**
 * A function that calls itself for the next user: `async function next(cursor) { … return next(page.cursor); }`.
 * What is new in each turn are the parameters that the inner call gives another value.
 *
 * @param from - what repeats, inside the function
 */
export function recursionOf(
  source: SourceFile,
  fn: FunctionNode,
  from: TSESTree.Node,
): Iteration | undefined {
  const elements = functionUses(source, fn).flatMap((use) => {
    const call = use.parent;
    if (call?.type !== AST_NODE_TYPES.CallExpression || calleeOf(call) !== unwrap(use)) return [];
    if (!isWithin(call, fn.body) || isSecondTry(call, from, fn)) return [];
    const isAfter = call.range[0] > from.range[1];
    if (isAfter && alwaysLeaves(from, { node: fn, body: fn, again: call })) return [];
    // A session that renews itself from time to time goes on with one user; an index goes on to the next.
    const isTimed = isInTimer(call, fn);
    return fn.params.filter((parameter, index) => {
      const argument = call.arguments[index];
      if (isTimed && argument?.type !== AST_NODE_TYPES.BinaryExpression) return false;
      return isNew(source, parameter, argument);
    });
  });
  if (elements.length === 0) return undefined;
  return {
    id: "recursion",
    label: `recursion of ${functionName(fn, source) || "function"}()`,
    node: fn,
    body: fn,
    elements,
    over: undefined,
    unbounded: true,
    counted: true,
    results: "used",
    endsWith: "unknown",
  };
}

/** `if (!user) return load(attempts - 1);`, which stands before the identify that it makes unreachable. */
function isSecondTry(call: TSESTree.Node, from: TSESTree.Node, fn: FunctionNode): boolean {
  for (const up of ancestors(call)) {
    if (up === fn) return false;
    if (isWithin(from, up)) return false;
    if (up.type === AST_NODE_TYPES.CatchClause) return true;
    if (up.type === AST_NODE_TYPES.ReturnStatement && up.range[1] <= from.range[0]) return true;
    if (isFunction(up)) return false;
  }
  return false;
}

function isInTimer(call: TSESTree.Node, fn: FunctionNode): boolean {
  for (const up of ancestors(call)) {
    if (up === fn) return false;
    if (
      up.type === AST_NODE_TYPES.CallExpression &&
      /^set(Timeout|Interval)$/.test(calleeName(up) ?? "")
    )
      return true;
  }
  return false;
}

function isNew(
  source: SourceFile,
  parameter: TSESTree.Node,
  argument: TSESTree.Node | undefined,
): boolean {
  if (!argument) return false;
  const same = source.text
    .slice(...parameter.range)
    .split(/[:=]/)[0]
    ?.trim();
  return source.text.slice(...argument.range) !== same;
}
