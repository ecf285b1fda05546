import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { childrenOf } from "../source/syntax.js";

const plainTypes: ReadonlySet<string> = new Set([
  AST_NODE_TYPES.ArrayExpression,
  AST_NODE_TYPES.BinaryExpression,
  AST_NODE_TYPES.ChainExpression,
  AST_NODE_TYPES.ConditionalExpression,
  AST_NODE_TYPES.Identifier,
  AST_NODE_TYPES.Literal,
  AST_NODE_TYPES.LogicalExpression,
  AST_NODE_TYPES.MemberExpression,
  AST_NODE_TYPES.ObjectExpression,
  AST_NODE_TYPES.Property,
  AST_NODE_TYPES.SpreadElement,
  AST_NODE_TYPES.TemplateElement,
  AST_NODE_TYPES.TemplateLiteral,
  AST_NODE_TYPES.ThisExpression,
  AST_NODE_TYPES.TSAsExpression,
  AST_NODE_TYPES.TSNonNullExpression,
  AST_NODE_TYPES.TSSatisfiesExpression,
]);

/** Whether an expression only reads names and members, so that it may be read again, later, or not at all. */
export function isPlain(expression: TSESTree.Node): boolean {
  if (!plainTypes.has(expression.type)) return false;
  const isTyped =
    expression.type === AST_NODE_TYPES.TSAsExpression ||
    expression.type === AST_NODE_TYPES.TSSatisfiesExpression;
  return (isTyped ? [expression.expression] : childrenOf(expression)).every(isPlain);
}
