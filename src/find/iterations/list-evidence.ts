import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, staticName, unwrap } from "../../source/syntax.js";
import { keepsOneUser } from "../repetition/identity-guard.js";
import { constantSource } from "../values/value-sources.js";
import { isIterator } from "./iterator-helpers.js";

/**
 * What the code says of a value that is iterated over:
 * - `array`: it has the methods of arrays
 * - `single`: it holds one value at most, as an Option does
 * - `unknown`: nothing tells
 */
export type ListEvidence = "array" | "single" | "unknown";

const arrayMethods = new Set([
  ...["concat", "filter", "flat", "flatMap", "map", "reverse", "slice", "sort", "splice", "split"],
  ...["toReversed", "toSorted", "toSpliced", "with"],
]);
const arrayStatics = new Set(["from", "of", "fromAsync", "keys", "values", "entries"]);
// Bulk reads of the common database clients answer with arrays.
const bulkReads = new Set(["findMany", "findAll", "toArray", "getMany", "$queryRaw"]);
// A list that the code asks for its length, or pushes to, is no Set and no Map.
const arrayOnlyMembers = new Set(["length", "push", "slice", "map", "filter", "splice"]);
const growingMembers = new Set(["fill", "push", "splice", "unshift"]);
// Methods whose result is no longer than what they are called on.
const narrowingMethods = new Set([
  "filter",
  "map",
  "reverse",
  "slice",
  "sort",
  "toSorted",
  "values",
]);
const singleValueTypes = /^(Maybe|Option|Optional|Either|Result|O|E)$/;
// Database clients have a `Result` too, which is a list.
const checkedSingleTypes = /^(Maybe|Option|Optional|Either)$/;
const singleValueMakers = /^(maybe|option|optional|just|some|either|fromNullable)$/i;
// `maybeUsers` is a list that may be missing.
const singleValueNames =
  /^(maybe|opt(ional)?)[A-Z_]\w*[^s\W]$|(Maybe|Option|Optional|Opt|Either|Result)$/;

// Longer chains of methods and names are not followed; it also ends `const a = b, b = a`.
const maxDepth = 50;

/** Says whether a value is an array, as far as this file tells, or its type where the host checks types. */
export function listEvidence(source: SourceFile, expression: TSESTree.Node): ListEvidence {
  const evidence = syntacticEvidence(source, expression);
  if (evidence !== "unknown") return evidence;
  const node = unwrap(expression);
  if (source.types?.isArray(node) === true) return "array";
  return checkedSingleTypes.test(source.types?.typeName(node) ?? "") ? "single" : "unknown";
}

function syntacticEvidence(source: SourceFile, expression: TSESTree.Node, depth = 0): ListEvidence {
  if (depth > maxDepth) return "unknown";
  const node = unwrap(expression);
  switch (node.type) {
    case AST_NODE_TYPES.ArrayExpression:
      return isShort(node) ? "single" : "array";
    case AST_NODE_TYPES.AwaitExpression:
      return syntacticEvidence(source, node.argument, depth + 1);
    case AST_NODE_TYPES.CallExpression:
      return ofCall(source, node, depth);
    case AST_NODE_TYPES.Identifier:
      return ofIdentifier(source, node, depth);
    case AST_NODE_TYPES.MemberExpression:
      return singleValueNames.test(staticName(node) ?? "") ? "single" : "unknown";
    default:
      return "unknown";
  }
}

function isShort(array: TSESTree.ArrayExpression): boolean {
  return (
    array.elements.length < 2 &&
    array.elements.every((element) => element?.type !== AST_NODE_TYPES.SpreadElement)
  );
}

function ofCall(source: SourceFile, call: TSESTree.CallExpression, depth: number): ListEvidence {
  const name = calleeName(call) ?? "";
  const callee = calleeOf(call);
  const object =
    callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : undefined;
  const owner = object?.type === AST_NODE_TYPES.Identifier ? object.name : "";
  if (singleValueTypes.test(owner) || (!object && singleValueMakers.test(name))) return "single";
  const [first] = call.arguments;
  if (object && name === "filter" && first && keepsOneUser(first)) return "single";
  if ((owner === "Array" || owner === "Object") && arrayStatics.has(name)) return "array";
  if (bulkReads.has(name)) return "array";
  if (
    object &&
    narrowingMethods.has(name) &&
    syntacticEvidence(source, object, depth + 1) === "single"
  )
    return "single";
  if (object && isIterator(source, object)) return "unknown";
  return object && arrayMethods.has(name) ? "array" : "unknown";
}

function ofIdentifier(source: SourceFile, node: TSESTree.Identifier, depth: number): ListEvidence {
  const variable = bindingOf(source, node);
  if (!variable) return singleValueNames.test(node.name) ? "single" : "unknown";
  const definition = variable.defs[0];
  const declared =
    definition?.name.type === AST_NODE_TYPES.Identifier
      ? definition.name.typeAnnotation
      : undefined;
  const origin = isProp(source, variable) ? undefined : constantSource(variable);
  const typed = declared && typeEvidence(declared.typeAnnotation);
  if (typed && typed !== "unknown") return typed;
  if (origin?.path.length === 0) {
    const evidence = syntacticEvidence(source, origin.expression, depth + 1);
    // A list that starts short may grow.
    const grows =
      origin.expression.type === AST_NODE_TYPES.ArrayExpression &&
      variable.references.some(({ identifier }) => mayGrow(identifier));
    if (evidence !== "unknown") return evidence === "single" && grows ? "array" : evidence;
  }
  if (isUsedAsArray(variable.references)) return "array";
  return singleValueNames.test(node.name) ? "single" : "unknown";
}

/** `export let users = []` in a Svelte component: what the component is given, with a default. */
function isProp({ path }: SourceFile, { defs: [definition] }: Variable): boolean {
  const declaration = definition?.parent;
  return (
    path.endsWith(".svelte") &&
    declaration?.type === AST_NODE_TYPES.VariableDeclaration &&
    declaration.kind === "let" &&
    declaration.parent.type === AST_NODE_TYPES.ExportNamedDeclaration
  );
}

function isUsedAsArray(references: readonly { identifier: TSESTree.Node }[]): boolean {
  return references.some(({ identifier }) => {
    const parent = identifier.parent;
    return (
      parent?.type === AST_NODE_TYPES.MemberExpression &&
      parent.object === identifier &&
      !parent.optional &&
      arrayOnlyMembers.has(staticName(parent) ?? "")
    );
  });
}

/** Whether a name is used in a way that may put more into the list that it names. */
function mayGrow(identifier: TSESTree.Node): boolean {
  const parent = identifier.parent;
  if (parent?.type === AST_NODE_TYPES.MemberExpression && parent.object === identifier)
    return parent.computed || growingMembers.has(staticName(parent) ?? "");
  return parent?.type === AST_NODE_TYPES.CallExpression && parent.callee !== identifier;
}

function typeEvidence(type: TSESTree.TypeNode): ListEvidence {
  if (type.type === AST_NODE_TYPES.TSArrayType || type.type === AST_NODE_TYPES.TSTupleType)
    return "array";
  if (type.type === AST_NODE_TYPES.TSTypeOperator)
    return type.typeAnnotation ? typeEvidence(type.typeAnnotation) : "unknown";
  if (
    type.type !== AST_NODE_TYPES.TSTypeReference ||
    type.typeName.type !== AST_NODE_TYPES.Identifier
  )
    return "unknown";
  if (singleValueTypes.test(type.typeName.name)) return "single";
  return ["Array", "ReadonlyArray"].includes(type.typeName.name) ? "array" : "unknown";
}
