import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, unwrap } from "../../source/syntax.js";
import { constantExpression } from "../values/constant-expression.js";
import { functionNamed } from "../values/value-sources.js";
import { callbackParameters } from "./callback-parameters.js";
import type { IterationRow } from "./iteration.js";

// Chains that are longer than this are not followed.
const maxDepth = 20;

const helpers = /^(drop|filter|flatMap|map|take)$/;
const callbacks = /^(every|filter|find|flatMap|forEach|map|reduce|some)$/;

/** `users.values().map((user) => …)`: the helpers of iterators call back when somebody takes the elements. */
export const iteratorHelper: IterationRow = {
  match(node, child, source) {
    if (node.type !== AST_NODE_TYPES.CallExpression || node.arguments[0] !== child)
      return undefined;
    const callee = calleeOf(node);
    const name = calleeName(node) ?? "";
    if (!callbacks.test(name) || callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
    if (!isIterator(source, callee.object)) return undefined;
    return {
      id: "iterator-helper",
      label: `${name}()`,
      node,
      body: child,
      elements: callbackParameters(source, child).slice(0, name === "reduce" ? 3 : 2),
      over: callee.object,
      unbounded: false,
      counted: false,
      results: name === "forEach" ? "ignored" : "used",
      endsWith: helpers.test(name) ? "unknown" : "call",
    };
  },
};

/** Whether a value is an iterator, and so has no `length` and can be gone through once. */
export function isIterator(source: SourceFile, expression: TSESTree.Node, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > maxDepth) return false;
  if (node.type === AST_NODE_TYPES.Identifier) {
    const made = constantExpression(source, node);
    return made !== undefined && isIterator(source, made, depth + 1);
  }
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  const callee = calleeOf(node);
  const name = calleeName(node) ?? "";
  if (callee.type !== AST_NODE_TYPES.MemberExpression)
    return functionNamed(source, callee)?.generator === true;
  const owner = unwrap(callee.object);
  if (owner.type === AST_NODE_TYPES.Identifier && owner.name === "Iterator") return name === "from";
  if (/^(entries|keys|values)$/.test(name))
    return node.arguments.length === 0 && !isLodashChain(owner);
  return helpers.test(name) && isIterator(source, owner, depth + 1);
}

/** `_(usersById).values()` gives a list. */
function isLodashChain(owner: TSESTree.Node): boolean {
  return (
    owner.type === AST_NODE_TYPES.CallExpression &&
    (calleeName(owner) === "_" || calleeName(owner) === "chain")
  );
}
