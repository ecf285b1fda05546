import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { iterationAt } from "../find/iterations/iterations.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeName, unwrap } from "../source/syntax.js";

/** `users.forEach(…)`, which gives nothing; lodash's gives the list, and that of a cursor a promise. */
export function isVoidLoop(source: SourceFile, expression: TSESTree.Node): boolean {
  const call = unwrap(expression);
  if (call.type !== AST_NODE_TYPES.CallExpression || calleeName(call) !== "forEach") return false;
  return call.arguments.every((argument) => {
    const { id } = iterationAt(call, argument, source) ?? {};
    return id === undefined || id === "array-callback" || id === "iterator-helper";
  });
}
