import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { patternPath, type ValueSource } from "./value-sources.js";

/** The type that is written at the pattern which a name stands in, and the way from it to the name. */
export function writtenType(
  name: TSESTree.Node,
): { type: TSESTree.TypeNode; path: ValueSource["path"] } | undefined {
  let pattern: TSESTree.Node = name;
  while (isPatternPart(pattern.parent)) pattern = pattern.parent;
  if (pattern.type === AST_NODE_TYPES.AssignmentPattern) pattern = pattern.left;
  const annotation = "typeAnnotation" in pattern ? pattern.typeAnnotation : undefined;
  return annotation?.type === AST_NODE_TYPES.TSTypeAnnotation
    ? { type: annotation.typeAnnotation, path: patternPath(name) }
    : undefined;
}

function isPatternPart(node: TSESTree.Node | undefined): node is TSESTree.Node {
  return (
    node?.type === AST_NODE_TYPES.ObjectPattern ||
    node?.type === AST_NODE_TYPES.ArrayPattern ||
    node?.type === AST_NODE_TYPES.AssignmentPattern ||
    (node?.type === AST_NODE_TYPES.Property && node.parent.type === AST_NODE_TYPES.ObjectPattern)
  );
}
