import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { ancestors, descendants, isFunction, staticName, wrapped } from "../../source/syntax.js";
import { listGivenTo } from "../tracing/list-behind.js";

/**
 * The lists for each element of which another list gets one: `rows` of `for (const row of rows) users.push(…)`. None
 * where some elements may be left out, or where a turn begins the list anew.
 */
export function pushedLists({ references, defs: [definition] }: Variable): TSESTree.Node[] {
  return references.flatMap(({ identifier }) => {
    const use = wrapped(identifier);
    const { parent } = use;
    if (parent?.type !== AST_NODE_TYPES.MemberExpression || parent.object !== use) return [];
    if (staticName(parent) !== "push") return [];
    const list = definition && repeatedOver(parent, definition.name);
    return list ? [list] : [];
  });
}

/** What the innermost iteration around a push goes over, unless a condition stands between. */
function repeatedOver(push: TSESTree.Node, declared: TSESTree.Node): TSESTree.Node | undefined {
  for (const up of ancestors(push)) {
    const isSkipping = /^(Conditional|If|Logical|Switch|Try)/.test(up.type);
    if (isSkipping || isAround(up, declared)) return undefined;
    if (up.type === AST_NODE_TYPES.ForOfStatement)
      return up.await || leavesOut(up.body) ? undefined : up.right;
    if (isFunction(up)) return leavesOut(up.body) ? undefined : listGivenTo(up);
  }
  return undefined;
}

function isAround(node: TSESTree.Node, declared: TSESTree.Node): boolean {
  return node.range[0] <= declared.range[0] && declared.range[1] <= node.range[1];
}

/** Whether a turn may end before its end. */
function leavesOut(body: TSESTree.Node): boolean {
  for (const { type } of descendants(body, (inner) => !isFunction(inner))) {
    if (/^(Break|Continue|Return|Throw)Statement$/.test(type)) return true;
  }
  return false;
}
