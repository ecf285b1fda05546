import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { PlacedFunction } from "../find/values/definition.js";
import { originOf } from "../find/values/origin.js";
import { propertyValue } from "../find/values/static-text.js";
import { bindingOf, type SourceFile, isRewritten } from "../source/source-file.js";
import { calleeOf, isFunction, unwrap } from "../source/syntax.js";

/**
 * The function that a call by a plain name runs, whatever happens: nothing is written to the name, and no other
 * function stands around it. `undefined` where that cannot be told.
 */
export function calledWrapper(
  source: SourceFile,
  call: TSESTree.CallExpression,
): PlacedFunction | undefined {
  const callee = calleeOf(call);
  if (callee.type !== AST_NODE_TYPES.Identifier) return undefined;
  return namedFunction(source, callee) ?? importedFunction(source, callee);
}

/** The function that a name, or a member of a module, stands for in another file. */
export function importedFunction(
  source: SourceFile,
  name: TSESTree.Node,
): PlacedFunction | undefined {
  const place = originOf(source, name);
  // `module.exports = { sync }` gives the object, and the name to read from it.
  const node = place && propertyValue(place.node, place.path);
  if (!node) return undefined;
  const { source: file } = place;
  if (node.type === AST_NODE_TYPES.Identifier) return namedFunction(file, node);
  if (!isFunction(node)) return undefined;
  // `export default function sync() {}` has a name too, to which its own file may write.
  return node.type === AST_NODE_TYPES.FunctionDeclaration && node.id
    ? namedFunction(file, node.id)
    : { source: file, node };
}

/** The function that a name of this file always stands for. */
export function namedFunction(source: SourceFile, name: TSESTree.Node): PlacedFunction | undefined {
  const variable = bindingOf(source, name);
  const [definition, another] = variable?.defs ?? [];
  if (!variable || !definition || another || isRewritten(variable)) return undefined;
  const { node } = definition;
  if (node.type === AST_NODE_TYPES.FunctionDeclaration)
    return node.id === definition.name ? { source, node } : undefined;
  if (node.type !== AST_NODE_TYPES.VariableDeclarator || node.id !== definition.name)
    return undefined;
  const value = node.init && unwrap(node.init);
  return isFunction(value) ? { source, node: value } : undefined;
}
