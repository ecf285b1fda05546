import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import {
  calleeName,
  calleeOf,
  descendants,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  isWithin,
  staticName,
  unwrap,
  wrapped,
} from "../source/syntax.js";
import { type PushedRequest, pushedRequest } from "./pushed-request.js";
import type { ResponseOutcome } from "./response-outcome.js";
import type { RetryLoop } from "./retry-loop.js";
import { handledResponse, handlingCall } from "./handled-response.js";
import { settledResults } from "./settled-results.js";
import { runOf } from "./function-run.js";

/** What goes when a call of identify goes. */
export interface CallPosition {
  /** The call with its `await` or `void`; or the statements that make the request and check its response. */
  range: readonly [number, number];
  /** Whether the range holds whole statements, final semicolons included. */
  statements: boolean;
  /** The `await` that goes with the call. */
  removedAwait: TSESTree.Node | undefined;
  /** What `.catch(…)` of the call is given. */
  caughtBy?: TSESTree.Node | undefined;
  /** The list that the request is pushed to until all are waited for. */
  pushed?: PushedRequest | undefined;
  /** What the range notes of how the request was answered. */
  outcome?: ResponseOutcome | undefined;
  /** The statements of the range that only a success is followed by. */
  succeeding?: readonly TSESTree.Node[] | undefined;
  /** The loop that only sends the request again, where the range holds one. */
  retry?: RetryLoop | undefined;
}

/**
 * The `try` that holds nothing but the call: with the request gone, nothing is left for its `catch` to catch.
 * `undefined` where there is none, or where it has a `finally`.
 */
export function tryAround(
  call: TSESTree.Node,
  { range }: CallPosition,
): TSESTree.TryStatement | undefined {
  const statement = statementIn(call, enclosingFunction(call));
  const block = statement?.parent;
  const around = block?.parent;
  if (block?.type !== AST_NODE_TYPES.BlockStatement) return undefined;
  if (around?.type !== AST_NODE_TYPES.TryStatement || around.block !== block || around.finalizer)
    return undefined;
  const isAlone = block.body.every(
    (other) =>
      isWithin(other, { range }) ||
      (other.type === AST_NODE_TYPES.ExpressionStatement &&
        other === statement &&
        other.expression.range[0] === range[0] &&
        other.expression.range[1] === range[1]),
  );
  return isAlone ? around : undefined;
}

/** Where a call whose result nobody uses stands; `undefined` where somebody uses it. */
export function callPosition(
  source: SourceFile,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): CallPosition | undefined {
  let node = wrapped(call);
  let removedAwait: TSESTree.Node | undefined;
  let caughtBy: TSESTree.Node | undefined;
  for (let up = node.parent; up; up = node.parent) {
    const caught = caughtBy ? undefined : catchingCall(node);
    const handled = caught ?? (caughtBy ? undefined : handlingCall(source, node));
    caughtBy ??= caught?.arguments[0];
    if (up.type === AST_NODE_TYPES.AwaitExpression) removedAwait = up;
    else if (!handled && (up.type !== AST_NODE_TYPES.UnaryExpression || up.operator !== "void"))
      break;
    node = wrapped(handled ?? up);
  }
  if (isDiscarded(source, node))
    return { range: node.range, statements: false, removedAwait, caughtBy };
  const pushed = removedAwait ? undefined : pushedRequest(source, node);
  if (pushed)
    return { range: pushed.call.range, statements: false, removedAwait, caughtBy, pushed };
  if (caughtBy) return undefined;
  const handled = handledResponse(source, node);
  return handled && { ...handled, statements: true, removedAwait };
}

/** Where a call with its `await` or `void` stands, whoever uses its result. */
export function wholePosition(call: TSESTree.CallExpression): CallPosition {
  let node = wrapped(call);
  let removedAwait: TSESTree.Node | undefined;
  for (let up = node.parent; up; up = node.parent) {
    if (up.type === AST_NODE_TYPES.AwaitExpression) removedAwait = up;
    else if (up.type !== AST_NODE_TYPES.UnaryExpression || up.operator !== "void") break;
    node = wrapped(up);
  }
  return { range: node.range, statements: false, removedAwait };
}

/** `request.catch(…)`. */
function catchingCall(request: TSESTree.Node): TSESTree.CallExpression | undefined {
  const member = request.parent;
  const call = member?.parent;
  const isCall =
    member?.type === AST_NODE_TYPES.MemberExpression &&
    member.object === request &&
    request.type !== AST_NODE_TYPES.AwaitExpression &&
    call?.type === AST_NODE_TYPES.CallExpression &&
    call.callee === member;
  return isCall && staticName(member) === "catch" && call.arguments.length === 1 ? call : undefined;
}

/** Whether nobody looks at the value of an expression, at most at whether the promise that it is was rejected. */
export function isDiscarded(source: SourceFile, expression: TSESTree.Node): boolean {
  const node = wrapped(expression);
  const parent = node.parent;
  switch (parent?.type) {
    case AST_NODE_TYPES.ExpressionStatement:
      return true;
    case AST_NODE_TYPES.AwaitExpression:
      return isDiscarded(source, parent);
    case AST_NODE_TYPES.UnaryExpression:
      return parent.operator === "void";
    case AST_NODE_TYPES.LogicalExpression:
      return parent.right === node && isDiscarded(source, parent);
    case AST_NODE_TYPES.ConditionalExpression:
      return parent.test !== node && isDiscarded(source, parent);
    case AST_NODE_TYPES.SequenceExpression:
      return parent.expressions.at(-1) !== node || isDiscarded(source, parent);
    case AST_NODE_TYPES.ArrowFunctionExpression:
      return areResultsDiscarded(source, parent);
    case AST_NODE_TYPES.ReturnStatement: {
      const fn = enclosingFunction(parent);
      return fn !== undefined && areResultsDiscarded(source, fn);
    }
    case AST_NODE_TYPES.CallExpression:
      return isPromiseAll(parent) && isDiscarded(source, parent);
    case AST_NODE_TYPES.VariableDeclarator:
      return settledResults(source, parent) !== undefined;
    default:
      return false;
  }
}

function areResultsDiscarded(source: SourceFile, fn: FunctionNode): boolean {
  const run = runOf(source, fn);
  if (run?.iteration?.results === "ignored") return true;
  if (run?.node.type !== AST_NODE_TYPES.CallExpression) return false;
  return run.iteration?.results !== "used" && isDiscarded(source, run.node);
}

/** `Promise.all(…)` and `Promise.allSettled(…)`. */
export function isPromiseAll(call: TSESTree.CallExpression): boolean {
  const callee = calleeOf(call);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return false;
  const owner = unwrap(callee.object);
  return (
    owner.type === AST_NODE_TYPES.Identifier &&
    owner.name === "Promise" &&
    /^all(Settled)?$/.test(calleeName(call) ?? "")
  );
}

/** The innermost statement in a list of statements, in the function `owner`, that holds the node. */
export function statementIn(
  node: TSESTree.Node,
  owner: FunctionNode | undefined,
): TSESTree.Node | undefined {
  let statement: TSESTree.Node | undefined;
  for (let up: TSESTree.Node | undefined = node; up; up = up.parent) {
    if (isFunction(up)) {
      if (up === owner) return statement;
      statement = undefined;
    } else if (!statement && isStatement(up)) statement = up;
  }
  return owner ? undefined : statement;
}

function isStatement(node: TSESTree.Node): boolean {
  return (
    /Statement$|^VariableDeclaration$|^(Export|Function|Class).*Declaration$/.test(node.type) &&
    node.type !== AST_NODE_TYPES.BlockStatement &&
    !(
      node.parent?.type.startsWith("For") === true &&
      node.type === AST_NODE_TYPES.VariableDeclaration
    )
  );
}

/**
 * Whether anything inside the node reads a `process.exit` off.
 *
 * @param enter - whether to look inside a node; everywhere by default
 */
export function exitsProcess(
  node: TSESTree.Node,
  enter?: (node: TSESTree.Node) => boolean,
): boolean {
  for (const inner of descendants(node, enter)) {
    if (inner.type !== AST_NODE_TYPES.CallExpression || calleeName(inner) !== "exit") continue;
    const callee = calleeOf(inner);
    if (callee.type !== AST_NODE_TYPES.MemberExpression) continue;
    if (callee.object.type === AST_NODE_TYPES.Identifier && callee.object.name === "process")
      return true;
  }
  return false;
}
