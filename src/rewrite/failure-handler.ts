import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  descendants,
  isFunction,
  isLoop,
  isWithin,
} from "../source/syntax.js";
import { type CallPosition, isDiscarded, isPromiseAll } from "./call-position.js";
import type { IdentifySite } from "./identify-site.js";
import { holdsLines, indentationAt } from "./layout.js";
import { doesNothing, isLog, isLogMethod } from "./log-call.js";
import type { PushedRequest } from "./pushed-request.js";
import { rewrittenCall } from "./request-call.js";
import type { FileStyle } from "./style.js";

/** What the code does where a request fails, before it goes on with the next user: the same is done for each batch. */
export interface FailureHandler {
  /** The name of the error, with its type; empty where there is none. */
  parameter: string;
  /** The statements; lines after the first are indented by `indentation`. */
  text: string;
  indentation: string;
}

/** Where nobody looked at failures, they are told at least, and the code goes on. */
const told = (style: FileStyle): FailureHandler => ({
  parameter: "error",
  text: `console.error(error)${style.semicolon}`,
  indentation: "",
});

/**
 * How the code around a request goes on where it fails. `undefined` where a failure ends the program, and with the SDK,
 * which tells of none. `"uses-result"` where it does anything with the failure that is about this one user.
 *
 * @param within - the statement that holds the whole iteration; `undefined` for a single call
 */
export function failureHandler(
  site: IdentifySite,
  position: CallPosition,
  within: TSESTree.Node | undefined,
  style: FileStyle,
): FailureHandler | "uses-result" | undefined {
  const { source, identify } = site;
  if (identify.reach !== "rest") return position.caughtBy ? "uses-result" : undefined;
  if (position.caughtBy) return ofFunction(source, position.caughtBy, within, style);
  if (position.pushed) return ofWaiting(position.pushed, within, style);
  if (position.retry?.isSilent) return told(style);
  const call = position.retry?.node ?? rewrittenCall(site);
  for (const up of ancestors(call)) {
    if (up === within?.parent || !within) return undefined;
    if (isSettling(up, call))
      return isDiscarded(source, up) && isLastIn(up, call, position) ? told(style) : "uses-result";
    if (up.type !== AST_NODE_TYPES.TryStatement || !up.handler || !isWithin(call, up.block))
      continue;
    if (up.handler.body.body.at(-1)?.type === AST_NODE_TYPES.ThrowStatement)
      return isCaughtFurtherOut(up, within) ? "uses-result" : undefined;
    return isLastIn(up.block, call, position)
      ? ofClause(source, up, up.handler, within, style)
      : "uses-result";
  }
  return undefined;
}

/** What is done where a request fails that is waited for with all others. */
function ofWaiting(
  { waiting, isSettled }: PushedRequest,
  within: TSESTree.Node | undefined,
  style: FileStyle,
): FailureHandler | "uses-result" | undefined {
  const isCaught = [...ancestors(waiting)].some(
    (up) =>
      up.type === AST_NODE_TYPES.TryStatement &&
      within !== undefined &&
      !isWithin(within, up.block),
  );
  if (isCaught || !within) return "uses-result";
  return isSettled ? told(style) : undefined;
}

/** `Promise.allSettled(…)` of a list with the call. */
function isSettling(node: TSESTree.Node, call: TSESTree.Node): node is TSESTree.CallExpression {
  return (
    node.type === AST_NODE_TYPES.CallExpression &&
    isPromiseAll(node) &&
    calleeName(node) === "allSettled" &&
    !isWithin(call, node.callee)
  );
}

function isCaughtFurtherOut(inner: TSESTree.Node, within: TSESTree.Node): boolean {
  return [...ancestors(inner)].some(
    (up) =>
      isWithin(up, within) &&
      (up.type === AST_NODE_TYPES.TryStatement || isSettling(up, inner)) &&
      !(up.type === AST_NODE_TYPES.TryStatement && !isWithin(inner, up.block)),
  );
}

/** Whether nothing in a part of the code comes after the call, which a failure would skip. */
function isLastIn(
  part: TSESTree.Node,
  call: TSESTree.Node,
  position: { range: CallPosition["range"] },
): boolean {
  for (const up of ancestors(call)) {
    if (!isWithin(up, part)) return true;
    if (up.type === AST_NODE_TYPES.SwitchCase) return false;
    const last = up.type === AST_NODE_TYPES.BlockStatement ? up.body.at(-1) : undefined;
    if (last && !isWithin(call, last) && !isWithin(last, position)) return false;
  }
  return true;
}

/** `catch (error) { console.error("Sync failed", error); }`. */
function ofClause(
  source: SourceFile,
  statement: TSESTree.TryStatement,
  { param, body }: TSESTree.CatchClause,
  within: TSESTree.Node,
  style: FileStyle,
): FailureHandler | "uses-result" {
  const last = body.body.at(-1);
  const goesOn = last?.type === AST_NODE_TYPES.ContinueStatement && !last.label;
  const turn = [...ancestors(statement)].find((up) => isLoop(up) || isFunction(up));
  if (goesOn && !(turn && "body" in turn && isLastIn(turn.body, statement, statement)))
    return "uses-result";
  const parameter = param ? source.text.slice(...param.range) : "";
  const statements = goesOn ? body.body.slice(0, -1) : body.body;
  return ofStatements(source, statements, { parameter, within, style });
}

/** `.catch((error) => console.error(error))`, `.catch(console.error)`. */
function ofFunction(
  source: SourceFile,
  handler: TSESTree.Node,
  within: TSESTree.Node | undefined,
  style: FileStyle,
): FailureHandler | "uses-result" {
  if (isLogMethod(handler)) {
    const text = `${source.text.slice(...handler.range)}(error)${style.semicolon}`;
    return isShared(source, handler, handler, within)
      ? { parameter: "error", text, indentation: "" }
      : "uses-result";
  }
  if (!isFunction(handler) || handler.params.length > 1 || handler.generator) return "uses-result";
  const [param] = handler.params;
  // A pattern with a default is no binding of a `catch`, and one takes apart what may be `unknown`.
  if (param && param.type !== AST_NODE_TYPES.Identifier) return "uses-result";
  const name = param?.name ?? "";
  // The error of a promise is `any`, and that of a `catch` is `unknown`.
  const isTyped = style.typescript && param && !takesUnknown(source, param);
  const parameter = isTyped ? `${name}: any` : name;
  if (handler.body.type !== AST_NODE_TYPES.BlockStatement) {
    if (isNothing(handler.body)) return told(style);
    const isLogged = isLogMethod(calleeIn(handler.body));
    const isFit =
      isLogged &&
      doesNothingButCall(handler.body) &&
      isShared(source, handler.body, handler, within);
    const text = source.text.slice(...handler.body.range) + style.semicolon;
    const indentation = indentationAt(source.text, handler.body.range[0]);
    return isFit && !holdsLines(handler.body) ? { parameter, text, indentation } : "uses-result";
  }
  const { body } = handler.body;
  const last = body.at(-1);
  const returns = last?.type === AST_NODE_TYPES.ReturnStatement;
  if (returns && last.argument && !isNothing(last.argument)) return "uses-result";
  return ofStatements(source, returns ? body.slice(0, -1) : body, { parameter, within, style });
}

/** Whether a handler does with its error what can be done with anything: prints it, makes a text of it. */
function takesUnknown(source: SourceFile, param: TSESTree.Node): boolean {
  return (bindingOf(source, param)?.references ?? []).every(({ identifier: { parent } }) =>
    parent.type === AST_NODE_TYPES.CallExpression
      ? /^(console\.\w+|String)$/.test(source.text.slice(...parent.callee.range))
      : parent.type === AST_NODE_TYPES.TemplateLiteral,
  );
}

function calleeIn(node: TSESTree.Node): TSESTree.Node {
  return node.type === AST_NODE_TYPES.CallExpression ? calleeOf(node) : node;
}

function doesNothingButCall(node: TSESTree.Node): boolean {
  return node.type === AST_NODE_TYPES.CallExpression && node.arguments.every(doesNothing);
}

/** `null`, `undefined`, `{}`. */
function isNothing(node: TSESTree.Node): boolean {
  return (
    node.type === AST_NODE_TYPES.Literal ||
    (node.type === AST_NODE_TYPES.Identifier && node.name === "undefined") ||
    (node.type === AST_NODE_TYPES.ObjectExpression && node.properties.length === 0)
  );
}

interface HandlerContext {
  parameter: string;
  within: TSESTree.Node | undefined;
  style: FileStyle;
}

function ofStatements(
  source: SourceFile,
  statements: readonly TSESTree.Statement[],
  { parameter, within, style }: HandlerContext,
): FailureHandler | "uses-result" {
  const [first] = statements;
  const last = statements.at(-1);
  if (!first || !last) return told(style);
  const clause = first.parent;
  const around = clause.parent ?? first;
  const isFit = statements.every(
    (statement) =>
      onlyTells(source, statement, within) &&
      isShared(source, statement, around, within) &&
      !holdsLines(statement),
  );
  if (!isFit) return "uses-result";
  const text = source.text.slice(first.range[0], last.range[1]);
  return { parameter, text, indentation: indentationAt(source.text, first.range[0]) };
}

/** Whether a statement tells somebody of the failure, or sets what a second failure would not set otherwise. */
function onlyTells(
  source: SourceFile,
  statement: TSESTree.Node,
  within: TSESTree.Node | undefined,
): boolean {
  switch (statement.type) {
    case AST_NODE_TYPES.VariableDeclaration:
      return statement.declarations.every(({ init }) => !init || doesNothing(init));
    case AST_NODE_TYPES.BlockStatement:
      return statement.body.every((each) => onlyTells(source, each, within));
    case AST_NODE_TYPES.IfStatement:
      return (
        doesNothing(statement.test) &&
        onlyTells(source, statement.consequent, within) &&
        (!statement.alternate || onlyTells(source, statement.alternate, within))
      );
    case AST_NODE_TYPES.ExpressionStatement:
      return isLog(statement) || setsFlag(source, statement.expression, within);
    default:
      return false;
  }
}

/** `process.exitCode = 1`, `hasFailed = true`, of which the iteration reads nothing. */
function setsFlag(
  source: SourceFile,
  node: TSESTree.Node,
  within: TSESTree.Node | undefined,
): boolean {
  if (node.type !== AST_NODE_TYPES.AssignmentExpression || node.operator !== "=") return false;
  if (node.right.type !== AST_NODE_TYPES.Literal) return false;
  if (source.text.slice(...node.left.range) === "process.exitCode") return true;
  const variable = bindingOf(source, node.left);
  return (
    variable !== undefined &&
    !variable.references.some(
      ({ identifier }) => identifier !== node.left && within && isWithin(identifier, within),
    )
  );
}

/** Whether what a handler reads is the same for all users: nothing of the iteration, its own names aside. */
function isShared(
  source: SourceFile,
  node: TSESTree.Node,
  handler: TSESTree.Node,
  within: TSESTree.Node | undefined,
): boolean {
  if (!within) return true;
  return [...descendants(node)].every((inner) => {
    const variable = inner.type === AST_NODE_TYPES.Identifier && bindingOf(source, inner);
    if (!variable || variable.defs.some(({ name }) => isWithin(name, handler))) return true;
    const isOfTurn = variable.defs.some(({ name }) => isWithin(name, within));
    const isCounted = variable.references.some(
      (reference) =>
        reference.isWrite() &&
        isWithin(reference.identifier, within) &&
        !isWithin(reference.identifier, handler),
    );
    return !isOfTurn && !isCounted;
  });
}
