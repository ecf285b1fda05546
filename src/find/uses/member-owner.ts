import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { ancestors, calleeName, isFunction, staticName, unwrap } from "../../source/syntax.js";
import { constantExpression } from "../values/constant-expression.js";

/** What a function is a member of: an object literal, or what is assigned to: `exports`, `Halo.prototype`. */
export type MemberOwner = TSESTree.ObjectExpression | string;

/** The member that a function is set as, outside of classes: `identify` of `{ identify() {} }`, of `exports.identify = …`. */
export function memberOf(
  source: SourceFile,
  node: TSESTree.Node | undefined,
): { owner: MemberOwner; name: string } | undefined {
  if (node?.type === AST_NODE_TYPES.Property) {
    const name = staticName(node);
    const owner = node.parent;
    return name !== undefined && owner.type === AST_NODE_TYPES.ObjectExpression
      ? { owner, name }
      : undefined;
  }
  if (node?.type !== AST_NODE_TYPES.AssignmentExpression) return undefined;
  const { left } = node;
  const name = left.type === AST_NODE_TYPES.MemberExpression ? staticName(left) : undefined;
  return name !== undefined && left.type === AST_NODE_TYPES.MemberExpression
    ? { owner: textOf(source, left.object), name }
    : undefined;
}

/** What the members of an expression's value are set on: `this` stands for the object that its function is a member of. */
export function ownerOf(source: SourceFile, expression: TSESTree.Node): MemberOwner | undefined {
  const node = unwrap(expression);
  if (node.type === AST_NODE_TYPES.ThisExpression) return ownerOfThis(source, node);
  if (node.type === AST_NODE_TYPES.NewExpression) return `${calleeName(node) ?? ""}.prototype`;
  const held = constantExpression(source, node);
  return held?.type === AST_NODE_TYPES.ThisExpression || held?.type === AST_NODE_TYPES.NewExpression
    ? ownerOf(source, held)
    : textOf(source, node);
}

function ownerOfThis(source: SourceFile, self: TSESTree.Node): MemberOwner | undefined {
  for (const up of ancestors(self)) {
    if (isFunction(up) && up.type !== AST_NODE_TYPES.ArrowFunctionExpression)
      return memberOf(source, up.parent)?.owner;
  }
  return undefined;
}

/** `module.exports` is `exports`. */
function textOf(source: SourceFile, node: TSESTree.Node): string {
  return source.text.slice(...node.range).replace(/^module\.exports$/, "exports");
}
