import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { sdk } from "../../halo/sdk.js";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { importedName, staticName, typeArgumentsOf } from "../../source/syntax.js";
import { firstOf } from "./first-of.js";
import { type HaloValue, resultOf, step } from "./halo-members.js";

// Types that stand for the one they are given, as far as its members go.
const transparentTypes = new Set(["Awaited", "NonNullable", "Readonly", "Required"]);

// Interfaces that mention each other would not end.
const maxDepth = 12;

/**
 * What a value of a type is to the SDK. `HaloAgents` and `HaloAgentsInstance` type an instance, `typeof HaloAgents`
 * the global itself. An instance inside another type (a promise, a list, a function) is not the value itself.
 *
 * @param path - the properties to read from the value: `["ha"]` for `{ ha }: Services`
 */
export function typedValue(
  source: SourceFile,
  type: TSESTree.TypeNode,
  path: readonly string[] = [],
  depth = 0,
): HaloValue | undefined {
  if (depth > maxDepth) return undefined;
  const again = (inner: TSESTree.TypeNode, rest = path): HaloValue | undefined =>
    typedValue(source, inner, rest, depth + 1);
  switch (type.type) {
    case AST_NODE_TYPES.TSUnionType:
    case AST_NODE_TYPES.TSIntersectionType:
      return firstOf(type.types, (inner) => again(inner));
    case AST_NODE_TYPES.TSTypeLiteral:
      return ofMembers(type.members, path, again);
    case AST_NODE_TYPES.TSTypeQuery:
      return path.reduce(step, queried(source, type.exprName));
    case AST_NODE_TYPES.TSTypeReference:
      return ofReference(source, type, path, again);
    default:
      return undefined;
  }
}

type Again = (type: TSESTree.TypeNode, path?: readonly string[]) => HaloValue | undefined;

function ofMembers(
  members: readonly TSESTree.TypeElement[],
  [name, ...rest]: readonly string[],
  again: Again,
): HaloValue | undefined {
  return firstOf(members, (member) =>
    name !== undefined &&
    member.type === AST_NODE_TYPES.TSPropertySignature &&
    member.typeAnnotation &&
    staticName(member) === name
      ? again(member.typeAnnotation.typeAnnotation, rest)
      : undefined,
  );
}

function ofReference(
  source: SourceFile,
  type: TSESTree.TSTypeReference,
  path: readonly string[],
  again: Again,
): HaloValue | undefined {
  const { typeName } = type;
  if (typeName.type === AST_NODE_TYPES.ThisExpression) return undefined;
  const root = typeName.type === AST_NODE_TYPES.TSQualifiedName ? typeName.left : typeName;
  if (root.type !== AST_NODE_TYPES.Identifier) return undefined;
  const [argument] = typeArgumentsOf(type);
  if (argument && transparentTypes.has(root.name)) return again(argument);
  if (argument && root.name === "ReturnType")
    return path.reduce(step, resultOf(again(argument, [])));
  const definition = bindingOf(source, root)?.defs[0]?.node;
  if (definition?.type === AST_NODE_TYPES.TSInterfaceDeclaration && path.length > 0)
    return ofMembers(definition.body.body, path, again);
  const own = importedName(definition) ?? root.name;
  if (own.startsWith(sdk.global)) return path.reduce<HaloValue | undefined>(step, "instance");
  return definition?.type === AST_NODE_TYPES.TSTypeAliasDeclaration
    ? again(definition.typeAnnotation)
    : undefined;
}

/** `typeof HaloAgents`, `typeof HaloAgents.init`. */
function queried(source: SourceFile, name: TSESTree.Node): HaloValue | undefined {
  if (name.type === AST_NODE_TYPES.TSQualifiedName)
    return step(queried(source, name.left), name.right.name);
  return name.type === AST_NODE_TYPES.Identifier && name.name === sdk.global ? "sdk" : undefined;
}
