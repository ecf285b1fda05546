import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName } from "../../source/syntax.js";

/** The properties and spread objects that an object is made of. */
export function partsOf(node: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  if (node.type === AST_NODE_TYPES.ObjectExpression) return node.properties;
  return node.type === AST_NODE_TYPES.CallExpression && calleeName(node) === "assign"
    ? node.arguments
    : undefined;
}

/** Whether an expression is written as a value that has no properties and, as a list, no elements: `null`, `undefined`, `false`. */
export function isNothing(node: TSESTree.Node): boolean {
  return (
    (node.type === AST_NODE_TYPES.Literal && !node.value) ||
    (node.type === AST_NODE_TYPES.Identifier && node.name === "undefined")
  );
}
