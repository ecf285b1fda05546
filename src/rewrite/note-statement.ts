import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantSource } from "../find/values/value-sources.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeOf, staticName, typeArgumentsOf } from "../source/syntax.js";
import { doesNothing, isLogCall } from "./log-call.js";

/** `failed.push(user.id)`: something goes into a list, a set or a map that the code makes itself. */
export interface KeptValue {
  /** The name of the list. */
  list: TSESTree.Identifier;
  method: string;
  values: readonly TSESTree.Node[];
  /** What TypeScript says of the elements, where that is a plain type: `string` of `string[]`. */
  elementType: string | undefined;
}

/**
 * The parts of a statement, or of an expression, that do no more than note how a request went: they tell somebody, set
 * a flag, count, or keep something in a list. `undefined` where a part does more.
 */
export function noteParts(
  source: SourceFile,
  node: TSESTree.Node,
): readonly TSESTree.Node[] | undefined {
  switch (node.type) {
    case AST_NODE_TYPES.VariableDeclaration:
      return node.declarations.every(({ init }) => !init || doesNothing(init)) ? [] : undefined;
    case AST_NODE_TYPES.BlockStatement:
      return joined(node.body.map((each) => noteParts(source, each)));
    case AST_NODE_TYPES.IfStatement: {
      const branches = [node.consequent, ...(node.alternate ? [node.alternate] : [])];
      return doesNothing(node.test)
        ? joined(branches.map((branch) => noteParts(source, branch)))
        : undefined;
    }
    default: {
      const isNote = isLogCall(expressionOf(node)) || written(source, node) !== undefined;
      return isNote ? [node] : undefined;
    }
  }
}

function joined(
  all: readonly (readonly TSESTree.Node[] | undefined)[],
): readonly TSESTree.Node[] | undefined {
  return all.every((parts) => parts !== undefined) ? all.flat() : undefined;
}

function expressionOf(part: TSESTree.Node): TSESTree.Node {
  return part.type === AST_NODE_TYPES.ExpressionStatement ? part.expression : part;
}

/** What a part writes: a flag, a count, a list. */
export function written(source: SourceFile, part: TSESTree.Node): TSESTree.Node | undefined {
  return flagOf(part) ?? countOf(part)?.target ?? keptValue(source, part)?.list;
}

/** `hasFailed` of `hasFailed = true`, `process.exitCode` of `process.exitCode = 1`. */
export function flagOf(part: TSESTree.Node): TSESTree.Node | undefined {
  const node = expressionOf(part);
  const isFlag =
    node.type === AST_NODE_TYPES.AssignmentExpression &&
    node.operator === "=" &&
    node.right.type === AST_NODE_TYPES.Literal;
  return isFlag ? node.left : undefined;
}

/** `failed` of `failed++`, and whether it goes up. */
export function countOf(
  part: TSESTree.Node,
): { target: TSESTree.Identifier; isUp: boolean } | undefined {
  const node = expressionOf(part);
  if (node.type === AST_NODE_TYPES.UpdateExpression)
    return ofTarget(node.argument, node.operator === "++");
  const isByOne =
    node.type === AST_NODE_TYPES.AssignmentExpression &&
    /^[+-]=$/.test(node.operator) &&
    node.right.type === AST_NODE_TYPES.Literal &&
    node.right.value === 1;
  return isByOne ? ofTarget(node.left, node.operator === "+=") : undefined;
}

function ofTarget(target: TSESTree.Node, isUp: boolean) {
  return target.type === AST_NODE_TYPES.Identifier ? { target, isUp } : undefined;
}

/** What a part puts into a list. */
export function keptValue(source: SourceFile, part: TSESTree.Node): KeptValue | undefined {
  const call = expressionOf(part);
  if (call.type !== AST_NODE_TYPES.CallExpression || call.optional) return undefined;
  const callee = calleeOf(call);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  const { object: list } = callee;
  const method = staticName(callee) ?? "";
  const isFit = /^(add|push|set)$/.test(method) && call.arguments.every(doesNothing);
  if (!isFit || list.type !== AST_NODE_TYPES.Identifier) return undefined;
  const variable = bindingOf(source, list);
  const made = variable && constantSource(variable);
  if (!made || made.path.length > 0 || !isMadeFor(method, made.expression)) return undefined;
  const declared = variable.defs[0]?.name;
  return { list, method, values: call.arguments, elementType: declared && elementType(declared) };
}

/** Whether an expression makes what has the method: a list, a set or a map. */
function isMadeFor(method: string, made: TSESTree.Node): boolean {
  if (method === "push") return made.type === AST_NODE_TYPES.ArrayExpression;
  return (
    made.type === AST_NODE_TYPES.NewExpression &&
    made.callee.type === AST_NODE_TYPES.Identifier &&
    made.callee.name === (method === "add" ? "Set" : "Map")
  );
}

/** `string` of `const failed: string[]`, `const failed: Array<string>`. */
function elementType(name: TSESTree.Node): string | undefined {
  const type =
    name.type === AST_NODE_TYPES.Identifier ? name.typeAnnotation?.typeAnnotation : undefined;
  const element =
    type?.type === AST_NODE_TYPES.TSArrayType
      ? type.elementType
      : type?.type === AST_NODE_TYPES.TSTypeReference
        ? typeArgumentsOf(type)[0]
        : undefined;
  switch (element?.type) {
    case AST_NODE_TYPES.TSNumberKeyword:
      return "number";
    case AST_NODE_TYPES.TSStringKeyword:
      return "string";
    default:
      return undefined;
  }
}
