import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { isNothing } from "../find/tracing/object-parts.js";
import { unwrap } from "../source/syntax.js";

/** Whether an expression is written as a value that counts as false: `false`, `null`, `undefined`, `0`, `""`, `!1`. */
export function isFalsy(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return (
    isNothing(node) ||
    (node.type === AST_NODE_TYPES.UnaryExpression &&
      (node.operator === "void" ||
        (node.operator === "!" &&
          node.argument.type === AST_NODE_TYPES.Literal &&
          Boolean(node.argument.value))))
  );
}

/** Whether an expression is written as `undefined`, which JSON leaves out. */
export function isUndefined(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return (
    (node.type === AST_NODE_TYPES.Identifier && node.name === "undefined") ||
    (node.type === AST_NODE_TYPES.UnaryExpression && node.operator === "void")
  );
}
