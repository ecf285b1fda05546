import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import {
  ancestors,
  calleeName,
  calleeOf,
  type FunctionNode,
  wrapped,
} from "../../source/syntax.js";

/** Calls of a list whose callback is given one element after the other. */
const elementCallbacks = /^(every|filter|find|flatMap|forEach|map|mapSeries|each|eachSeries|some)$/;

/** The list that a loop's variable takes its values from. */
export function loopedOver({ identifiers: [name] }: Variable): TSESTree.Node | undefined {
  if (name?.parent.type !== AST_NODE_TYPES.VariableDeclarator) return undefined;
  const [declaration, loop] = [...ancestors(name.parent)];
  return loop?.type === AST_NODE_TYPES.ForOfStatement && loop.left === declaration
    ? loop.right
    : undefined;
}

/** The list whose elements a callback is given, one after the other. */
export function listGivenTo(fn: FunctionNode): TSESTree.Node | undefined {
  const { parent: call } = wrapped(fn);
  if (
    call?.type !== AST_NODE_TYPES.CallExpression ||
    !elementCallbacks.test(calleeName(call) ?? "")
  )
    return undefined;
  const callee = calleeOf(call);
  if (call.arguments[0] === fn && callee.type === AST_NODE_TYPES.MemberExpression)
    return callee.object;
  return call.arguments[1] === fn ? call.arguments[0] : undefined;
}

/** The list that a call cuts into lists. */
export function cutList(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  return call.arguments.find((each) => each.type !== AST_NODE_TYPES.Literal);
}
