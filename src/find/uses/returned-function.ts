import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { enclosingFunction, type FunctionNode, unwrap, wrapped } from "../../source/syntax.js";
import { callOfUse, type CallOfUse } from "./call-of-use.js";
import { functionUses, keptUses, literalAround, memberAt } from "./function-uses.js";

/** The function that returns a value: `(user) => () => …`, `function make() { return (user) => …; }`. */
export function makerOf(value: TSESTree.Node): FunctionNode | undefined {
  const outer = wrapped(value);
  const parent = outer.parent;
  if (parent?.type === AST_NODE_TYPES.ArrowFunctionExpression)
    return unwrap(parent.body) === value ? parent : undefined;
  return parent?.type === AST_NODE_TYPES.ReturnStatement ? enclosingFunction(parent) : undefined;
}

/** A use of a function that another one returns, by itself or in an object. */
export interface ReturnedUse {
  use: TSESTree.Node;
  maker: FunctionNode;
  /** The call of the maker that made what is used. */
  made: CallOfUse;
}

/** The uses of a function that another one returns: `sync(user)` itself, what keeps it, `makeClient().sync`. */
export function returnedUses(source: SourceFile, fn: FunctionNode): ReturnedUse[] {
  const { object, path } = (fn.parent.type === AST_NODE_TYPES.Property
    ? literalAround(fn.parent)
    : undefined) ?? { object: fn, path: [] };
  const maker = makerOf(object);
  if (!maker) return [];
  return functionUses(source, maker).flatMap((makerUse) => {
    const made = callOfUse(makerUse);
    if (!made) return [];
    return keptUses(source, made.call).flatMap((kept) => {
      const use = memberAt(kept, path);
      return use ? [{ use: wrapped(use), maker, made }] : [];
    });
  });
}
