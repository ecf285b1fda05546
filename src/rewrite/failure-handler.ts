import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  enclosingFunction,
  isFunction,
  isLoop,
  isWithin,
} from "../source/syntax.js";
import { batchNote, type BatchNote, namesIn, type NoteContext, readsTurn } from "./batch-note.js";
import { type CallPosition, isDiscarded, isPromiseAll } from "./call-position.js";
import type { IdentifySite } from "./identify-site.js";
import { quoted } from "./layout.js";
import { isLogMethod } from "./log-call.js";
import type { BatchPlan, CollectPlan } from "./plan.js";
import type { PushedRequest } from "./pushed-request.js";
import { rewrittenCall } from "./request-call.js";
import type { ResponseOutcome } from "./response-outcome.js";
import type { RewriteTarget } from "./rewrite-target.js";
import { type SettledResults, settledResults } from "./settled-results.js";
import type { FileStyle } from "./style.js";

/** What the code does where a request fails, before it goes on with the next user: the same is done for each batch. */
export interface FailureHandler {
  /** The name of the error, with its type; empty where there is none. */
  parameter: string;
  /** What is done where Halo refuses the batch, if that is not what is done about other errors. */
  refused?: BatchNote | undefined;
  /** What is done about errors; `undefined` where they end the program. */
  failed: BatchNote | undefined;
  /** What is done where Halo takes the batch. */
  taken?: BatchNote | undefined;
  /** The results of the requests, which are those of the users of batches. */
  results?: SettledResults | undefined;
}

/** What a plan does where batches fail. */
export function handlersOf(plan: BatchPlan | CollectPlan): readonly FailureHandler[] {
  const all =
    plan.strategy === "batch" ? [plan.onFailure] : plan.sites.map(({ onFailure }) => onFailure);
  return all.filter((handler) => handler !== undefined);
}

/** All that a handler notes. */
export function notesOf({ refused, failed, taken }: FailureHandler): BatchNote[] {
  return [refused, failed, taken].filter((note) => note !== undefined);
}

/** Whether a handler asks of an error whether Halo refused the batch. */
export function asksForRefusal({ refused }: FailureHandler): boolean {
  return refused !== undefined;
}

/** What is done about a handler for a target: a file that cannot be written is no request that fails. */
export function handlerFor(
  target: RewriteTarget,
  handler: FailureHandler | "uses-result" | undefined,
): FailureHandler | "uses-result" | undefined {
  if (target !== "csv" || handler === "uses-result") return handler;
  return handler?.taken ? "uses-result" : undefined;
}

/** Where nobody looked at failures, they are told at least, and the code goes on. */
const told = (style: FileStyle): FailureHandler => ({ parameter: "error", failed: telling(style) });

function telling({ semicolon }: FileStyle): BatchNote {
  const names = ["console", "error"];
  return { text: [`console.error(error)${semicolon}`], indentation: "", fields: [], names };
}

/**
 * How the code around a request goes on where it fails, and what it notes where it does not. `undefined` where a failure
 * ends the program, and with the SDK, which tells of none. `"uses-result"` where it does more for this one user than
 * can be done for the users of a batch.
 *
 * @param within - the statement that holds the whole iteration; `undefined` for a single call
 */
export function failureHandler(
  site: IdentifySite,
  position: CallPosition,
  within: TSESTree.Node | undefined,
  style: FileStyle,
): FailureHandler | "uses-result" | undefined {
  if (site.identify.reach !== "rest") return position.caughtBy ? "uses-result" : undefined;
  const { outcome, succeeding = [] } = position;
  const notes = [
    ...(outcome ? [...outcome.failure, ...outcome.success] : []),
    ...succeeding,
    ...handlersAround(position.retry?.node ?? rewrittenCall(site), position),
  ];
  const context = { site, within, notes, style };
  const handler = ofErrors(context, position);
  if (handler === "uses-result") return handler;
  return outcome
    ? ofOutcome(context, outcome, position, handler)
    : ofTaken(context, succeeding, handler);
}

/** What is given the errors of a request: functions, and the blocks of `catch` clauses. */
function handlersAround(call: TSESTree.Node, { caughtBy }: CallPosition): TSESTree.Node[] {
  const clauses = [...ancestors(call)].flatMap((up) =>
    up.type === AST_NODE_TYPES.TryStatement && up.handler && isWithin(call, up.block)
      ? [up.handler.body]
      : [],
  );
  return caughtBy ? [caughtBy, ...clauses] : clauses;
}

/** With what is noted of the response: of one that tells of a failure, and of any other. */
function ofOutcome(
  context: NoteContext,
  { response, failure, success }: ResponseOutcome,
  { succeeding }: CallPosition,
  handler: FailureHandler | undefined,
): FailureHandler | "uses-result" {
  if (succeeding || handler?.results) return "uses-result";
  const name = handler?.parameter ? handler.parameter.replace(/: any$/, "") : "error";
  const isHidden = !handler?.parameter && handler?.failed?.names.includes(name) === true;
  if (!/^[\w$]+$/.test(name) || isHidden) return "uses-result";
  const refused =
    failure.length > 0
      ? batchNote({ ...context, response, error: name }, failure)
      : telling(context.style);
  if (!refused) return "uses-result";
  const parameter = handler?.parameter === name ? name : (handler?.parameter ?? name);
  const all = { parameter, refused, failed: handler?.failed };
  return ofTaken({ ...context, response }, success, all) ?? all;
}

/** With what is noted of users whose request was taken. */
function ofTaken(
  context: NoteContext,
  success: readonly TSESTree.Node[],
  handler: FailureHandler | undefined,
): FailureHandler | "uses-result" | undefined {
  if (success.length === 0 || !handler) return success.length === 0 ? handler : "uses-result";
  const taken = batchNote(context, success);
  return taken ? { ...handler, taken } : "uses-result";
}

/** How the code goes on where a request gives an error. */
function ofErrors(
  context: NoteContext,
  position: CallPosition,
): FailureHandler | "uses-result" | undefined {
  const { site, within, style } = context;
  const { source } = site;
  if (position.caughtBy) return ofFunction(context, position.caughtBy);
  if (position.pushed) return ofWaiting(position.pushed, within, style);
  if (position.retry?.isSilent) return told(style);
  const call = position.retry?.node ?? rewrittenCall(site);
  for (const up of ancestors(call)) {
    if (up === within?.parent || !within) return undefined;
    if (isSettling(up, call)) {
      const results = settledResults(source, up.parent.parent);
      if (results) return isWholeTurn(call, position) ? ofResults(results, style) : "uses-result";
      return isDiscarded(source, up) && isLastIn(up, call, position) ? told(style) : "uses-result";
    }
    if (up.type !== AST_NODE_TYPES.TryStatement || !up.handler || !isWithin(call, up.block))
      continue;
    if (up.handler.body.body.at(-1)?.type === AST_NODE_TYPES.ThrowStatement)
      return isCaughtFurtherOut(up, within) ? "uses-result" : undefined;
    return isLastIn(up.block, call, position) ? ofClause(context, up, up.handler) : "uses-result";
  }
  return undefined;
}

/** Whether a turn is nothing but the call, so that its promise is rejected only where the request fails. */
function isWholeTurn(call: TSESTree.Node, position: { range: CallPosition["range"] }): boolean {
  const fn = enclosingFunction(call);
  if (!fn) return false;
  const { body } = fn;
  if (body.type !== AST_NODE_TYPES.BlockStatement) return isWithin(body, position);
  return body.body.every((statement) => {
    const code =
      statement.type === AST_NODE_TYPES.ReturnStatement
        ? statement.argument
        : statement.type === AST_NODE_TYPES.ExpressionStatement
          ? statement.expression
          : undefined;
    return isWithin(code ?? statement, position);
  });
}

/** With a result for each user of a batch, where the code looks at the results of its requests. */
function ofResults(results: SettledResults, style: FileStyle): FailureHandler {
  const { semicolon, typescript } = style;
  const { name } = results;
  const note = (status: string, rest: string): BatchNote => ({
    text: [
      `${name}.push(...`,
      `.map(() => ({ status: ${status}${typescript ? " as const" : ""}, ${rest} })))${semicolon}`,
    ],
    indentation: "",
    fields: [],
    names: [name],
  });
  return {
    parameter: "error",
    failed: note(quoted("rejected", style), "reason: error"),
    taken: note(quoted("fulfilled", style), "value: undefined"),
    results,
  };
}

/** What is done where a request fails that is waited for with all others. */
function ofWaiting(
  { waiting, isSettled, results }: PushedRequest,
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
  if (results) return waiting.parent === within.parent ? ofResults(results, style) : "uses-result";
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
  context: NoteContext,
  statement: TSESTree.TryStatement,
  clause: TSESTree.CatchClause,
): FailureHandler | "uses-result" {
  const { param, body } = clause;
  const last = body.body.at(-1);
  const goesOn = last?.type === AST_NODE_TYPES.ContinueStatement && !last.label;
  const turn = [...ancestors(statement)].find((up) => isLoop(up) || isFunction(up));
  if (goesOn && !(turn && "body" in turn && isLastIn(turn.body, statement, statement)))
    return "uses-result";
  const parameter = param ? context.site.source.text.slice(...param.range) : "";
  const statements = goesOn ? body.body.slice(0, -1) : body.body;
  return ofStatements({ ...context, handler: clause }, statements, parameter);
}

/** `.catch((error) => console.error(error))`, `.catch(console.error)`. */
function ofFunction(context: NoteContext, handler: TSESTree.Node): FailureHandler | "uses-result" {
  const { site, style } = context;
  const { source } = site;
  if (isLogMethod(handler)) {
    if (readsTurn(context, handler)) return "uses-result";
    const code = source.text.slice(...handler.range);
    const note = { text: [`${code}(error)${style.semicolon}`], indentation: "", fields: [] };
    return { parameter: "error", failed: { ...note, names: namesIn(handler) } };
  }
  if (!isFunction(handler) || handler.params.length > 1 || handler.generator) return "uses-result";
  const [param] = handler.params;
  // A pattern with a default is no binding of a `catch`, and one takes apart what may be `unknown`.
  if (param && param.type !== AST_NODE_TYPES.Identifier) return "uses-result";
  const name = param?.name ?? "";
  // The error of a promise is `any`, and that of a `catch` is `unknown`.
  const isTyped = style.typescript && param && !takesUnknown(source, param);
  const parameter = isTyped ? `${name}: any` : name;
  const own = { ...context, handler };
  if (handler.body.type !== AST_NODE_TYPES.BlockStatement)
    return isNothing(handler.body) ? told(style) : ofStatements(own, [handler.body], parameter);
  const { body } = handler.body;
  const last = body.at(-1);
  const returns = last?.type === AST_NODE_TYPES.ReturnStatement;
  if (returns && last.argument && !isNothing(last.argument)) return "uses-result";
  return ofStatements(own, returns ? body.slice(0, -1) : body, parameter);
}

/** Whether a handler does with its error what can be done with anything: prints it, makes a text of it. */
function takesUnknown(source: SourceFile, param: TSESTree.Node): boolean {
  return (bindingOf(source, param)?.references ?? []).every(({ identifier: { parent } }) =>
    parent.type === AST_NODE_TYPES.CallExpression
      ? /^(console\.\w+|String)$/.test(source.text.slice(...parent.callee.range))
      : parent.type === AST_NODE_TYPES.TemplateLiteral,
  );
}

/** `null`, `undefined`, `{}`. */
function isNothing(node: TSESTree.Node): boolean {
  return (
    node.type === AST_NODE_TYPES.Literal ||
    (node.type === AST_NODE_TYPES.Identifier && node.name === "undefined") ||
    (node.type === AST_NODE_TYPES.ObjectExpression && node.properties.length === 0)
  );
}

function ofStatements(
  context: NoteContext,
  code: readonly TSESTree.Node[],
  parameter: string,
): FailureHandler | "uses-result" {
  if (code.length === 0) return told(context.style);
  const failed = batchNote(context, code);
  return failed ? { parameter, failed } : "uses-result";
}
