import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeOf, type FunctionNode, staticName, wrapped } from "../../source/syntax.js";

/** `ready` of `ready.then((halo) => …)`, whose callback takes what it resolves to. */
export function promiseOf(callback: FunctionNode): TSESTree.Node | undefined {
  const argument = wrapped(callback);
  const call = argument.parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression || call.arguments[0] !== argument)
    return undefined;
  const callee = calleeOf(call);
  return callee.type === AST_NODE_TYPES.MemberExpression && staticName(callee) === "then"
    ? callee.object
    : undefined;
}
