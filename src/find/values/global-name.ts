import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { staticName, unwrap } from "../../source/syntax.js";
import { globalValue } from "./halo-members.js";

/** The name of the global that an expression reads: `Array`, `globalThis.Array`; `undefined` for all else. */
export function globalName(source: SourceFile, expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === AST_NODE_TYPES.Identifier)
    return bindingOf(source, node) ? undefined : node.name;
  if (node.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  return isGlobalObject(source, node.object) ? staticName(node) : undefined;
}

/** Whether an expression is the object that holds the globals: `globalThis`, `window.self`. */
export function isGlobalObject(source: SourceFile, expression: TSESTree.Node): boolean {
  const name = globalName(source, expression);
  return name !== undefined && globalValue(name) === "global object";
}
