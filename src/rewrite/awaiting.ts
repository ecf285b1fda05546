import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { extname } from "node:path";
import type { ProjectFacts } from "../project/project-facts.js";
import type { SourceFile } from "../source/source-file.js";
import { ancestors, descendants, isFunction, isWithin } from "../source/syntax.js";

/** Whether `await` may stand where the node does. */
export function canAwait(source: SourceFile, node: TSESTree.Node, project: ProjectFacts): boolean {
  for (const up of ancestors(node)) {
    if (isFunction(up))
      return up.async && !up.params.some((parameter) => isWithin(node, parameter));
    if (up.type === AST_NODE_TYPES.StaticBlock || up.type === AST_NODE_TYPES.PropertyDefinition)
      return false;
  }
  return isModule(source, project);
}

/** Whether a file runs as an ES module, so that its top level can await. */
export function isModule(source: SourceFile, { moduleType }: ProjectFacts): boolean {
  const extension = extname(source.path);
  if (extension.startsWith(".m")) return true;
  if (extension.startsWith(".c")) return false;
  if (moduleType === "module" || awaitsAtTop(source)) return true;
  // Without `"type": "module"` a TypeScript file with imports is compiled to CommonJS by most set-ups.
  return hasModuleSyntax(source) && (moduleType === "unset" || /^\.jsx?$/.test(extension));
}

/** Whether the file has an import or an export. */
export function hasModuleSyntax(source: SourceFile): boolean {
  return source.ast.body.some(
    ({ type }) =>
      type === AST_NODE_TYPES.ImportDeclaration ||
      type === AST_NODE_TYPES.ExportNamedDeclaration ||
      type === AST_NODE_TYPES.ExportDefaultDeclaration ||
      type === AST_NODE_TYPES.ExportAllDeclaration,
  );
}

function awaitsAtTop(source: SourceFile): boolean {
  for (const node of descendants(source.ast, (inner) => !isFunction(inner))) {
    if (isAwait(node)) return true;
  }
  return false;
}

/** Whether a node waits by itself: `await …`, or `for await`. */
export function isAwait(node: TSESTree.Node): boolean {
  return (
    node.type === AST_NODE_TYPES.AwaitExpression ||
    (node.type === AST_NODE_TYPES.ForOfStatement && node.await)
  );
}
