import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName } from "../../source/syntax.js";

/** The properties and spread objects that an object is made of. */
export function partsOf(node: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  if (node.type === AST_NODE_TYPES.ObjectExpression) return node.properties;
  return node.type === AST_NODE_TYPES.CallExpression && calleeName(node) === "assign"
    ? node.arguments
    : undefined;
}
