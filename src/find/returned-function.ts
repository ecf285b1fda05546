import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { enclosingFunction, type FunctionNode, unwrap, wrapped } from "../source/syntax.js";
import { callOfUse, type CallOfUse } from "./call-of-use.js";
import { functionUses } from "./function-uses.js";

/** The function that returns this one: `(user) => () => …`, `function make() { return (user) => …; }`. */
export function makerOf(fn: FunctionNode): FunctionNode | undefined {
  const outer = wrapped(fn);
  const parent = outer.parent;
  if (parent?.type === AST_NODE_TYPES.ArrowFunctionExpression)
    return unwrap(parent.body) === fn ? parent : undefined;
  return parent?.type === AST_NODE_TYPES.ReturnStatement ? enclosingFunction(parent) : undefined;
}

/** A use of a function that another one returns. */
export interface ReturnedUse {
  use: TSESTree.Node;
  maker: FunctionNode;
  /** The call of the maker that made what is used. */
  made: CallOfUse;
}

/** The expressions whose value is a function that another one returns: `sync(user)` itself, or the names that keep it. */
export function returnedUses(source: SourceFile, fn: FunctionNode): ReturnedUse[] {
  const maker = makerOf(fn);
  if (!maker) return [];
  return functionUses(source, maker).flatMap((makerUse) => {
    const made = callOfUse(makerUse);
    return made ? usesOf(source, made.call).map((use) => ({ use, maker, made })) : [];
  });
}

function usesOf(source: SourceFile, made: TSESTree.CallExpression): TSESTree.Node[] {
  const outer = wrapped(made);
  const parent = outer.parent;
  if (parent?.type !== AST_NODE_TYPES.VariableDeclarator || parent.init !== outer) return [outer];
  const references = bindingOf(source, parent.id)?.references ?? [];
  return references.flatMap(({ identifier, init }) => (init === true ? [] : [wrapped(identifier)]));
}
