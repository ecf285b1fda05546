import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { staticName, unwrap } from "../../source/syntax.js";
import { isStable, isWhole } from "./argument-bindings.js";
import type { ParameterUse } from "./evaluation-order.js";

/**
 * The members of an object literal that a parameter is given, where the function reads nothing but them and they are
 * then what they were at the call: each can be written where it is read.
 *
 * @param uses - the reads of the parameter
 */
export function literalMembers(
  site: SourceFile,
  given: TSESTree.Node,
  uses: readonly ParameterUse[],
): ReadonlyMap<string, TSESTree.Node> | undefined {
  const literal = unwrap(given);
  if (literal.type !== AST_NODE_TYPES.ObjectExpression || !isWhole(literal)) return undefined;
  const members = new Map<string, TSESTree.Node>();
  for (const property of literal.properties) {
    const name = property.type === AST_NODE_TYPES.Property ? staticName(property) : undefined;
    if (property.type !== AST_NODE_TYPES.Property || name === undefined) return undefined;
    // What every object has may be there though the literal lacks it, and `__proto__` is no member.
    if (members.has(name) || name in Object.prototype) return undefined;
    members.set(name, property.value);
  }
  const reads = new Map<string, number>();
  for (const { node, effectsBefore, conditional } of uses) {
    const name = memberRead(node);
    if (name === undefined || name in Object.prototype) return undefined;
    const value = members.get(name);
    if (!fits(node.parent?.parent, value)) return undefined;
    reads.set(name, (reads.get(name) ?? 0) + 1);
    if (!value || isStable(site, value)) continue;
    // An object that is written twice is two.
    const isObject = unwrap(value).type === AST_NODE_TYPES.ObjectExpression;
    if (effectsBefore > 0 || conditional || (isObject && reads.get(name) !== 1)) return undefined;
  }
  const isRead = [...members].every(([name, value]) => reads.has(name) || isStable(site, value));
  return isRead ? members : undefined;
}

/** The member that is read of a name: not called, which would give it another `this`, and not written. */
function memberRead(node: TSESTree.Node): string | undefined {
  const member = node.parent;
  if (member?.type !== AST_NODE_TYPES.MemberExpression || member.object !== node) return undefined;
  if (member.optional || member.computed) return undefined;
  const isCalled = "callee" in member.parent && (member.parent.callee as TSESTree.Node) === member;
  return isCalled ? undefined : staticName(member);
}

/** Whether a member of a literal, or its absence, may be written where it is read. */
function fits(place: TSESTree.Node | undefined, value: TSESTree.Node | undefined): boolean {
  switch (place?.type) {
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.ObjectExpression:
    case AST_NODE_TYPES.Property:
      return true;
    case AST_NODE_TYPES.BinaryExpression:
    case AST_NODE_TYPES.ConditionalExpression:
    case AST_NODE_TYPES.LogicalExpression:
    case AST_NODE_TYPES.SpreadElement:
    case AST_NODE_TYPES.TemplateLiteral:
      return value !== undefined;
    case AST_NODE_TYPES.MemberExpression:
      return value !== undefined && unwrap(value).type !== AST_NODE_TYPES.ObjectExpression;
    default:
      return false;
  }
}
