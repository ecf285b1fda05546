import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { unwrap } from "../../source/syntax.js";
import { constantSource } from "./value-sources.js";

/** What a constant was made of: `new Queue("crm")` for `crm` of `const crm = new Queue("crm")`. */
export function constantExpression(
  source: SourceFile,
  expression: TSESTree.Node,
): TSESTree.Node | undefined {
  const node = unwrap(expression);
  if (node.type !== AST_NODE_TYPES.Identifier) return node;
  const variable = bindingOf(source, node);
  const origin = variable && constantSource(variable);
  return origin?.path.length === 0 ? origin.expression : undefined;
}
