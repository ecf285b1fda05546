import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { descendants, type FunctionNode, isFunction } from "../../source/syntax.js";

const returned = new WeakMap<FunctionNode, readonly TSESTree.Node[]>();

/** The expressions that a function returns, its inner functions aside. Remembered, for a large function is asked often. */
export function returnedBy(fn: FunctionNode): readonly TSESTree.Node[] {
  let known = returned.get(fn);
  if (!known) returned.set(fn, (known = expressionsReturnedBy(fn)));
  return known;
}

function expressionsReturnedBy(fn: FunctionNode): TSESTree.Node[] {
  if (fn.body.type !== AST_NODE_TYPES.BlockStatement) return [fn.body];
  return [...descendants(fn.body, (inner) => !isFunction(inner))].flatMap((node) =>
    node.type === AST_NODE_TYPES.ReturnStatement && node.argument ? [node.argument] : [],
  );
}
