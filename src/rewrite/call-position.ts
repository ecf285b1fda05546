import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
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
import { runOf } from "./function-run.js";

/** What goes when a call of identify goes. */
export interface CallPosition {
  /** The call with its `await` or `void`; or the statements that make the request and check its response. */
  range: readonly [number, number];
  /** Whether the range holds whole statements, final semicolons included. */
  statements: boolean;
  /** The `await` that goes with the call. */
  removedAwait: TSESTree.Node | undefined;
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
  const { node, removedAwait } = awaitedCall(call);
  if (isDiscarded(source, node)) return { range: node.range, statements: false, removedAwait };
  const range = checkedResponse(source, node);
  return range && { range, statements: true, removedAwait };
}

/** Where a call stands, whoever uses its result. */
export function wholePosition(call: TSESTree.CallExpression): CallPosition {
  const { node, removedAwait } = awaitedCall(call);
  return { range: node.range, statements: false, removedAwait };
}

/** A call with its `await` or `void`. */
function awaitedCall(call: TSESTree.CallExpression | TSESTree.NewExpression): {
  node: TSESTree.Node;
  removedAwait: TSESTree.Node | undefined;
} {
  let node = wrapped(call);
  let removedAwait: TSESTree.Node | undefined;
  for (let up = node.parent; up; up = node.parent) {
    if (up.type === AST_NODE_TYPES.AwaitExpression) removedAwait = up;
    else if (up.type !== AST_NODE_TYPES.UnaryExpression || up.operator !== "void") break;
    node = wrapped(up);
  }
  return { node, removedAwait };
}

/** Whether nobody looks at the value of an expression. */
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

/**
 * `const response = await fetch(…); if (!response.ok) throw …;`, with no other use of the response:
 * every batch makes the same check.
 */
function checkedResponse(
  source: SourceFile,
  request: TSESTree.Node,
): readonly [number, number] | undefined {
  const declarator = request.parent;
  if (
    declarator?.type !== AST_NODE_TYPES.VariableDeclarator ||
    declarator.id.type !== AST_NODE_TYPES.Identifier ||
    declarator.parent.declarations.length !== 1
  ) {
    return undefined;
  }
  const declaration = declarator.parent;
  const list =
    declaration.parent.type === AST_NODE_TYPES.BlockStatement ? declaration.parent.body : [];
  const check = list[list.findIndex((statement) => statement === declaration) + 1];
  const uses =
    bindingOf(source, declarator.id)?.references.filter((reference) => !reference.init) ?? [];
  if (uses.length === 0) return declaration.range;
  if (
    !check ||
    !isFailureCheck(check) ||
    !uses.every(({ identifier }) => isWithin(identifier, check))
  ) {
    return undefined;
  }
  return [declaration.range[0], check.range[1]];
}

/** `if (!response.ok) throw …`, and nothing besides. */
function isFailureCheck(statement: TSESTree.Node): boolean {
  if (statement.type !== AST_NODE_TYPES.IfStatement || statement.alternate) return false;
  const { test, consequent } = statement;
  const asksOk =
    test.type === AST_NODE_TYPES.UnaryExpression &&
    test.operator === "!" &&
    test.argument.type === AST_NODE_TYPES.MemberExpression &&
    staticName(test.argument) === "ok";
  const body = consequent.type === AST_NODE_TYPES.BlockStatement ? consequent.body : [consequent];
  return asksOk && body.length === 1 && body[0]?.type === AST_NODE_TYPES.ThrowStatement;
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

/** Whether anything inside the node reads a `process.exit` off. */
export function exitsProcess(node: TSESTree.Node): boolean {
  for (const inner of descendants(node)) {
    if (inner.type !== AST_NODE_TYPES.CallExpression || calleeName(inner) !== "exit") continue;
    const callee = calleeOf(inner);
    if (callee.type !== AST_NODE_TYPES.MemberExpression) continue;
    if (callee.object.type === AST_NODE_TYPES.Identifier && callee.object.name === "process")
      return true;
  }
  return false;
}
