import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { globalName } from "../../find/values/global-name.js";
import { bindingOf, type SourceFile, isRewritten } from "../../source/source-file.js";
import { type FunctionNode, isFunction, unwrap, wrapped } from "../../source/syntax.js";
import type { TextEdit } from "../../source/text-edit.js";
import { insertion } from "./async-function.js";

/**
 * The edits that await a call where it stands: none where its promise is awaited or handed on as it is. `undefined`
 * where `await` would change what the code does: before it stands what may have changed when the promise is settled, or
 * it is not certain who waits.
 */
export function awaitEdits(
  source: SourceFile,
  call: TSESTree.CallExpression,
): TextEdit[] | undefined {
  const awaited = wrapped(call);
  const parent = awaited.parent;
  if (parent?.type === AST_NODE_TYPES.AwaitExpression || isHandedOn(awaited)) return [];
  if (!isFirstEvaluated(source, awaited) || isInChain(call)) return undefined;
  const outermost = call.parent.type === AST_NODE_TYPES.ChainExpression ? call.parent : call;
  const before = insertion(outermost.range[0], "await ");
  if (!needsParentheses(outermost)) return [before];
  return [insertion(outermost.range[0], "(await "), insertion(outermost.range[1], ")")];
}

/** `queue?.push().length`, of which more than the call is left out where there is no queue. */
function isInChain(call: TSESTree.CallExpression): boolean {
  const callee = call.callee;
  const mayBeSkipped =
    call.optional || (callee.type === AST_NODE_TYPES.MemberExpression && callee.optional);
  return mayBeSkipped && call.parent.type !== AST_NODE_TYPES.ChainExpression;
}

/** Whether a call's value is what the function around it returns: who awaits that function awaits the call. */
function isHandedOn(node: TSESTree.Node): boolean {
  const parent = node.parent;
  if (parent?.type === AST_NODE_TYPES.ArrowFunctionExpression) return parent.body === node;
  return parent?.type === AST_NODE_TYPES.ReturnStatement && !isInTry(parent);
}

/** There a promise that is returned would be out of the reach of `catch` and `finally`. */
function isInTry(statement: TSESTree.Node): boolean {
  for (let up = statement.parent; up && !isFunction(up); up = up.parent) {
    if (up.type === AST_NODE_TYPES.TryStatement) return true;
  }
  return false;
}

/** Whether nothing that may change is read before a node in the statement that holds it. */
function isFirstEvaluated(source: SourceFile, node: TSESTree.Node): boolean {
  let child = node;
  for (let up = child.parent; up; up = up.parent) {
    if (endsAt(up, child)) return true;
    const before = evaluatedBefore(up, child);
    if (!before?.every((part) => isSettled(source, part))) return false;
    child = up;
  }
  return false;
}

/** Whether a statement, or a function's body, begins with the evaluation of a node. */
function endsAt(parent: TSESTree.Node, node: TSESTree.Node): boolean {
  switch (parent.type) {
    case AST_NODE_TYPES.ExpressionStatement:
    case AST_NODE_TYPES.ReturnStatement:
    case AST_NODE_TYPES.ThrowStatement:
      return true;
    case AST_NODE_TYPES.ArrowFunctionExpression:
      return parent.body === node;
    case AST_NODE_TYPES.VariableDeclarator:
      return parent.init === node && parent.parent.parent.type !== AST_NODE_TYPES.ForStatement;
    case AST_NODE_TYPES.IfStatement:
      return parent.test === node;
    case AST_NODE_TYPES.SwitchStatement:
      return parent.discriminant === node;
    case AST_NODE_TYPES.ForOfStatement:
      return parent.right === node;
    case AST_NODE_TYPES.AssignmentExpression:
      return (
        parent.right === node &&
        parent.operator === "=" &&
        parent.left.type === AST_NODE_TYPES.Identifier &&
        parent.parent.type === AST_NODE_TYPES.ExpressionStatement
      );
    default:
      return false;
  }
}

/** What an expression evaluates before one of its parts; `undefined` where it does not do so in every case, or makes more of it. */
function evaluatedBefore(
  parent: TSESTree.Node,
  node: TSESTree.Node,
): readonly TSESTree.Node[] | undefined {
  switch (parent.type) {
    case AST_NODE_TYPES.MemberExpression:
      return parent.object === node ? [] : undefined;
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return partsBefore([parent.callee, ...parent.arguments], node);
    case AST_NODE_TYPES.BinaryExpression:
      return partsBefore([parent.left, parent.right], node);
    case AST_NODE_TYPES.LogicalExpression:
      return parent.left === node ? [] : undefined;
    case AST_NODE_TYPES.ConditionalExpression:
      return parent.test === node ? [] : undefined;
    case AST_NODE_TYPES.ArrayExpression:
      return partsBefore(parent.elements, node);
    case AST_NODE_TYPES.TemplateLiteral:
      return partsBefore(parent.expressions, node);
    case AST_NODE_TYPES.UnaryExpression:
      return /^(!|-|\+|~|typeof)$/.test(parent.operator) ? [] : undefined;
    case AST_NODE_TYPES.AwaitExpression:
    case AST_NODE_TYPES.ChainExpression:
    case AST_NODE_TYPES.SpreadElement:
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
      return [];
    default:
      return undefined;
  }
}

function partsBefore(
  parts: readonly (TSESTree.Node | null)[],
  node: TSESTree.Node,
): readonly TSESTree.Node[] | undefined {
  const index = parts.indexOf(node);
  return index === -1 ? undefined : parts.slice(0, index).filter((part) => part !== null);
}

/** Whether an expression has the same value at any time: a literal, a name that is never written again, `console.log`. */
function isSettled(source: SourceFile, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type === AST_NODE_TYPES.Literal || isFunction(node)) return true;
  if (node.type === AST_NODE_TYPES.MemberExpression)
    return !node.computed && globalName(source, node.object) === "console";
  if (node.type !== AST_NODE_TYPES.Identifier) return false;
  const variable = bindingOf(source, node);
  return variable !== undefined && !isRewritten(variable);
}

/** Where the grammar, or the style of most code, has parentheses around an `await`. */
function needsParentheses(node: TSESTree.Node): boolean {
  const parent = node.parent;
  switch (parent?.type) {
    case AST_NODE_TYPES.MemberExpression:
    case AST_NODE_TYPES.BinaryExpression:
    case AST_NODE_TYPES.LogicalExpression:
    case AST_NODE_TYPES.UnaryExpression:
    case AST_NODE_TYPES.SpreadElement:
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
      return true;
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return parent.callee === node;
    case AST_NODE_TYPES.ConditionalExpression:
      return parent.test === node;
    default:
      return false;
  }
}

/**
 * The function whose `await` an await in place of a node would be: `null` for the top level, `undefined` where none may
 * stand, as in the defaults of parameters, in fields and in decorators.
 */
export function awaitingFunction(node: TSESTree.Node): FunctionNode | null | undefined {
  let child = node;
  for (let up = child.parent; up; up = up.parent) {
    if (isFunction(up)) return up.params.some((parameter) => parameter === child) ? undefined : up;
    switch (up.type) {
      case AST_NODE_TYPES.Decorator:
      case AST_NODE_TYPES.PropertyDefinition:
      case AST_NODE_TYPES.AccessorProperty:
      case AST_NODE_TYPES.StaticBlock:
        return undefined;
    }
    child = up;
  }
  return null;
}
