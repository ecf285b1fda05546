import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, staticName, unwrap } from "../../source/syntax.js";
import { constantSource } from "../value-sources.js";

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
const singleValueTypes = /^(maybe|option|optional|just|some|none|either|result|fromnullable)/i;
const singleValueNames = /^(maybe|opt(ional)?)[A-Z_]|(Maybe|Option|Optional|Opt|Either|Result)$/;

/** Says whether a value is an array, as far as this file tells. */
export function listEvidence(source: SourceFile, expression: TSESTree.Node): ListEvidence {
  const node = unwrap(expression);
  switch (node.type) {
    case AST_NODE_TYPES.ArrayExpression:
      return isShort(node) ? "single" : "array";
    case AST_NODE_TYPES.AwaitExpression:
      return listEvidence(source, node.argument);
    case AST_NODE_TYPES.CallExpression:
      return ofCall(node);
    case AST_NODE_TYPES.Identifier:
      return ofIdentifier(source, node);
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

function ofCall(call: TSESTree.CallExpression): ListEvidence {
  const name = calleeName(call) ?? "";
  const callee = calleeOf(call);
  const object =
    callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : undefined;
  const owner = object?.type === AST_NODE_TYPES.Identifier ? object.name : "";
  if (singleValueTypes.test(owner) || (!object && singleValueTypes.test(name))) return "single";
  if ((owner === "Array" || owner === "Object") && arrayStatics.has(name)) return "array";
  if (bulkReads.has(name)) return "array";
  return object && arrayMethods.has(name) ? "array" : "unknown";
}

function ofIdentifier(source: SourceFile, node: TSESTree.Identifier): ListEvidence {
  const variable = bindingOf(source, node);
  if (!variable) return singleValueNames.test(node.name) ? "single" : "unknown";
  const definition = variable.defs[0];
  const declared =
    definition?.name.type === AST_NODE_TYPES.Identifier
      ? definition.name.typeAnnotation
      : undefined;
  const origin = constantSource(variable);
  if (declared && isArrayType(declared.typeAnnotation)) return "array";
  if (origin && origin.path.length === 0 && origin.expression !== node) {
    const evidence = listEvidence(source, origin.expression);
    // A list that starts short may grow.
    const grows =
      origin.expression.type === AST_NODE_TYPES.ArrayExpression &&
      isUsedAsArray(variable.references);
    if (evidence !== "unknown") return evidence === "single" && grows ? "array" : evidence;
  }
  if (isUsedAsArray(variable.references)) return "array";
  return singleValueNames.test(node.name) ? "single" : "unknown";
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

function isArrayType(type: TSESTree.TypeNode): boolean {
  if (type.type === AST_NODE_TYPES.TSArrayType || type.type === AST_NODE_TYPES.TSTupleType)
    return true;
  if (type.type === AST_NODE_TYPES.TSTypeOperator)
    return !!type.typeAnnotation && isArrayType(type.typeAnnotation);
  return (
    type.type === AST_NODE_TYPES.TSTypeReference &&
    type.typeName.type === AST_NODE_TYPES.Identifier &&
    ["Array", "ReadonlyArray"].includes(type.typeName.name)
  );
}
