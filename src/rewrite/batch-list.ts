import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import { listEvidence } from "../find/iterations/list-evidence.js";
import type { SourceFile } from "../source/source-file.js";
import { type FunctionNode, isFunction, unwrap, wrapped } from "../source/syntax.js";
import { type CallPosition, isDiscarded } from "./call-position.js";
import { losesComment } from "./comments.js";
import { mayStopEarly } from "./early-exit.js";
import type { UserUpdate } from "./user-update.js";

/** A loop that does nothing but identify, as a map over its list. */
export interface BatchList {
  /** The whole loop. */
  range: readonly [number, number];
  over: TSESTree.Node;
  /** Whether `over` has `map`; else `Array.from` maps whatever can be iterated. */
  isArray: boolean;
  /** The text of the map's parameters. */
  parameters: string;
}

/** The list to map, where a loop does nothing but identify and its updates can be made without failing midway. */
export function batchList(
  source: SourceFile,
  root: Iteration,
  statement: TSESTree.Node,
  position: CallPosition,
  update: UserUpdate,
): BatchList | undefined {
  return update.mayFail ? undefined : mappedList(source, root, statement, position, update);
}

/** The list of a loop that does nothing but identify, though its updates may fail midway. */
export function mappedList(
  source: SourceFile,
  root: Iteration,
  statement: TSESTree.Node,
  position: CallPosition,
  update: UserUpdate,
): BatchList | undefined {
  const list = isFunction(root.body)
    ? ofCallback(source, root, root.body, statement, position)
    : ofForOf(source, root, position);
  const kept = list && [...update.kept, list.over, ...root.elements];
  return kept && !losesComment(source, list.range, kept) ? list : undefined;
}

function ofForOf(
  source: SourceFile,
  { node }: Iteration,
  position: CallPosition,
): BatchList | undefined {
  if (node.type !== AST_NODE_TYPES.ForOfStatement || node.await) return undefined;
  const { left, right, body } = node;
  if (left.type !== AST_NODE_TYPES.VariableDeclaration || left.kind === "var") return undefined;
  const [declarator] = left.declarations;
  if (!holdsOnly(body, position) || mayStopEarly(declarator.id, new Set())) return undefined;
  if (node.parent.type === AST_NODE_TYPES.LabeledStatement) return undefined;
  return {
    range: node.range,
    over: right,
    isArray: listEvidence(source, right) === "array",
    parameters: `(${source.text.slice(...declarator.id.range)})`,
  };
}

function ofCallback(
  source: SourceFile,
  root: Iteration,
  callback: FunctionNode,
  statement: TSESTree.Node,
  position: CallPosition,
): BatchList | undefined {
  const { node, over } = root;
  // An asynchronous iterable, or a list of promises, is nothing that can be mapped.
  if (root.endsWith === "promise") return undefined;
  const maps = root.results === "collected" || root.label === "forEach()";
  if (!maps || !over || callback.generator || callback.type === AST_NODE_TYPES.FunctionExpression)
    return undefined;
  if (statement.type !== AST_NODE_TYPES.ExpressionStatement || !isDiscarded(source, node))
    return undefined;
  if (
    node.type !== AST_NODE_TYPES.CallExpression ||
    node.arguments.length > (root.id === "array-from" ? 2 : 1)
  )
    return undefined;
  if (isOptional(node) || !holdsOnly(callback.body, position)) return undefined;
  if (callback.params.some((parameter) => mayStopEarly(parameter, new Set()))) return undefined;
  // What has `map` is taken for an array; `forEach` stands on sets and maps too.
  const isArray = root.label === "map()" || listEvidence(source, over) === "array";
  if (!isArray && root.id !== "array-from") return undefined;
  const [first, last] = [callback.params[0], callback.params.at(-1)];
  if (!first || !last) return undefined;
  const parameters = source.text.slice(first.range[0], last.range[1]);
  return { range: statement.range, over, isArray, parameters: `(${parameters})` };
}

/** Whether a body is the call, its `await` and its semicolon, and nothing else. */
export function holdsOnly(body: TSESTree.Node, { range, statements }: CallPosition): boolean {
  if (body.type === AST_NODE_TYPES.BlockStatement) {
    const [first] = body.body;
    if (!first) return false;
    if (statements) return first.range[0] === range[0] && body.body.at(-1)?.range[1] === range[1];
    return (
      body.body.length === 1 && holdsOnly(first, { range, statements, removedAwait: undefined })
    );
  }
  if (body.type === AST_NODE_TYPES.ExpressionStatement) return sameRange(body.expression, range);
  if (body.type === AST_NODE_TYPES.ReturnStatement)
    return !!body.argument && sameRange(body.argument, range);
  return sameRange(body, range);
}

function sameRange(node: TSESTree.Node, range: readonly [number, number]): boolean {
  return node.range[0] === range[0] && node.range[1] === range[1];
}

function isOptional(call: TSESTree.CallExpression): boolean {
  return (
    wrapped(call).type === AST_NODE_TYPES.ChainExpression ||
    unwrap(call.callee).type === AST_NODE_TYPES.ChainExpression
  );
}
