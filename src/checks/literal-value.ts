import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { unwrap } from "../source/syntax.js";

/** Whether an expression is written as a value that counts as false: `false`, `null`, `undefined`, `0`, `""`, `!1`. */
export function isFalsy(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return !node.value;
    case AST_NODE_TYPES.Identifier:
      return node.name === "undefined";
    case AST_NODE_TYPES.UnaryExpression:
      return (
        node.operator === "void" ||
        (node.operator === "!" &&
          node.argument.type === AST_NODE_TYPES.Literal &&
          Boolean(node.argument.value))
      );
    default:
      return false;
  }
}

/** Whether an expression is written as `undefined`, which JSON leaves out. */
export function isUndefined(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return (
    (node.type === AST_NODE_TYPES.Identifier && node.name === "undefined") ||
    (node.type === AST_NODE_TYPES.UnaryExpression && node.operator === "void")
  );
}
