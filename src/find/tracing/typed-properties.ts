import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { staticName } from "../../source/syntax.js";
import { memberType } from "../values/member-type.js";
import { originOf } from "../values/origin.js";
import { writtenType } from "../values/written-type.js";

/**
 * The names of the properties that an expression's type has: by the type checker where there is one, else by the type
 * that is written at its name. `undefined` where it may have others.
 */
export function typedProperties(
  source: SourceFile,
  node: TSESTree.Node,
): ReadonlySet<string> | undefined {
  if (source.types) return source.types.propertiesOf(node);
  const name = bindingOf(source, node)?.identifiers[0];
  const written = name && writtenType(name);
  if (!written) return undefined;
  const {
    source: file,
    type,
    path,
  } = memberType({
    source,
    type: written.type,
    path: written.path,
  });
  return path.length === 0 ? membersOf(file, type) : undefined;
}

function membersOf(source: SourceFile, type: TSESTree.TypeNode): ReadonlySet<string> | undefined {
  if (type.type === AST_NODE_TYPES.TSTypeLiteral) return namesOf(type.members);
  if (type.type !== AST_NODE_TYPES.TSTypeReference) return undefined;
  const origin = originOf(source, type.typeName);
  const file = origin?.source ?? source;
  const [definition, another] = bindingOf(file, origin?.node ?? type.typeName)?.defs ?? [];
  const declaration = definition?.node;
  // Interfaces of one name are merged.
  return declaration?.type === AST_NODE_TYPES.TSInterfaceDeclaration &&
    declaration.extends.length === 0 &&
    !another
    ? namesOf(declaration.body.body)
    : undefined;
}

function namesOf(members: readonly TSESTree.TypeElement[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const member of members) {
    const name =
      member.type === AST_NODE_TYPES.TSPropertySignature ? staticName(member) : undefined;
    if (name === undefined) return undefined;
    names.add(name);
  }
  return names;
}
