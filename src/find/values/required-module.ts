import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeOf } from "../../source/syntax.js";

/** The module that `require("…")` gives; `undefined` for every other expression. */
export function requiredModule(source: SourceFile, expression: TSESTree.Node): string | undefined {
  if (expression.type !== AST_NODE_TYPES.CallExpression) return undefined;
  const callee = calleeOf(expression);
  const [argument] = expression.arguments;
  return callee.type === AST_NODE_TYPES.Identifier &&
    callee.name === "require" &&
    !bindingOf(source, callee) &&
    argument?.type === AST_NODE_TYPES.Literal
    ? String(argument.value)
    : undefined;
}
