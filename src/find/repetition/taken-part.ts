import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { ancestors, calleeName, calleeOf, unwrap } from "../../source/syntax.js";
import { propertyValue } from "../values/static-text.js";
import { patternPath } from "../values/value-sources.js";

/**
 * What of a written value a name in a pattern takes, as far as the value spells it out: `load(b)` for `b` of
 * `const [a, b] = await Promise.all([load(a), load(b)])`.
 */
export function takenPart(written: TSESTree.Node, name: TSESTree.Node): TSESTree.Node {
  let part = written;
  // A default is written into the name behind it, and the rest of a list into one name.
  if (isInRestOrDefault(name)) return part;
  for (const key of patternPath(name)) {
    const value = memberOf(settled(part), key);
    if (!value) break;
    part = value;
  }
  return part;
}

function isInRestOrDefault(name: TSESTree.Node): boolean {
  for (const { type } of ancestors(name)) {
    if (type === AST_NODE_TYPES.RestElement || type === AST_NODE_TYPES.AssignmentPattern)
      return true;
    if (!/Pattern$|^Property$/.test(type)) return false;
  }
  return false;
}

/** `[…]` of `await Promise.all([…])`. */
function settled(value: TSESTree.Node): TSESTree.Node {
  const node = unwrap(value);
  const call = node.type === AST_NODE_TYPES.AwaitExpression ? unwrap(node.argument) : node;
  if (call.type !== AST_NODE_TYPES.CallExpression) return node;
  const callee = calleeOf(call);
  const isAll =
    callee.type === AST_NODE_TYPES.MemberExpression &&
    /^all(Settled)?$/.test(calleeName(call) ?? "");
  const [list] = call.arguments;
  return isAll && list ? unwrap(list) : node;
}

function memberOf(value: TSESTree.Node, key: string): TSESTree.Node | undefined {
  if (value.type !== AST_NODE_TYPES.ArrayExpression) return propertyValue(value, [key]);
  const before = value.elements.slice(0, Number(key) + 1);
  const isCounted = before.every((element) => element?.type !== AST_NODE_TYPES.SpreadElement);
  return isCounted ? (before[Number(key)] ?? undefined) : undefined;
}
