import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { descendants, type FunctionNode, isFunction } from "../../source/syntax.js";

/** The expressions that a function returns, its inner functions aside. */
export function returnedBy(fn: FunctionNode): TSESTree.Node[] {
  if (fn.body.type !== AST_NODE_TYPES.BlockStatement) return [fn.body];
  return [...descendants(fn.body, (inner) => !isFunction(inner))].flatMap((node) =>
    node.type === AST_NODE_TYPES.ReturnStatement && node.argument ? [node.argument] : [],
  );
}
