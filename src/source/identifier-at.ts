import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "./source-file.js";
import { descendants } from "./syntax.js";

/** The identifier, or private name, that starts at an offset. */
export function identifierAt({ ast }: SourceFile, offset: number): TSESTree.Node | undefined {
  const isAround = ({ range }: TSESTree.Node): boolean => range[0] <= offset && offset < range[1];
  for (const node of descendants(ast, isAround)) {
    const isName =
      node.type === AST_NODE_TYPES.Identifier || node.type === AST_NODE_TYPES.PrivateIdentifier;
    if (isName && node.range[0] === offset) return node;
  }
  return undefined;
}
