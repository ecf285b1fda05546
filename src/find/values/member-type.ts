import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { staticName } from "../../source/syntax.js";
import { originOf } from "./origin.js";

/** A type, the file that it is written in, and the properties to read from a value of it. */
export interface PlacedType {
  source: SourceFile;
  type: TSESTree.TypeNode;
  path: readonly string[];
}

// Interfaces that mention each other would not end.
const maxDepth = 12;

/** Follows a type to where nothing but its name says more: `halo` of `{ halo: HaloClient }` to `HaloClient`. */
export function memberType(from: PlacedType, depth = 0): PlacedType {
  const next = depth < maxDepth ? step(from) : undefined;
  return next ? memberType(next, depth + 1) : from;
}

function step({ source, type, path }: PlacedType): PlacedType | undefined {
  if (type.type === AST_NODE_TYPES.TSTypeLiteral) return inMembers(source, type.members, path);
  if (type.type !== AST_NODE_TYPES.TSTypeReference) return undefined;
  const origin = originOf(source, type.typeName);
  const file = origin?.source ?? source;
  const declaration = bindingOf(file, origin?.node ?? type.typeName)?.defs[0]?.node;
  switch (declaration?.type) {
    case AST_NODE_TYPES.TSInterfaceDeclaration:
      return inMembers(file, declaration.body.body, path);
    case AST_NODE_TYPES.TSTypeAliasDeclaration:
      return { source: file, type: declaration.typeAnnotation, path };
    default:
      return undefined;
  }
}

function inMembers(
  source: SourceFile,
  members: readonly TSESTree.TypeElement[],
  [name, ...path]: readonly string[],
): PlacedType | undefined {
  for (const member of members) {
    const type =
      member.type === AST_NODE_TYPES.TSPropertySignature && staticName(member) === name
        ? member.typeAnnotation?.typeAnnotation
        : undefined;
    if (type) return { source, type, path };
  }
  return undefined;
}
