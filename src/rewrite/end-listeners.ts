import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { functionOf } from "../find/values/definition.js";
import { bindingOf, isRewritten, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  descendants,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  isWithin,
  wrapped,
} from "../source/syntax.js";
import { isAwait } from "./awaiting.js";
import { mayBeAsync } from "./callers/async-function.js";
import { listOf, mayLeave } from "./collect-frame.js";
import { mayStopEarly } from "./early-exit.js";
import { endEvents, eventOf, identityOf, streamOf } from "./stream-listeners.js";

/** A listener that is told when a stream is through, or has failed. */
export interface EndListener {
  call: TSESTree.CallExpression;
  /** What is told: a function in place, or the name of one. */
  handler: FunctionNode | TSESTree.Identifier;
  isError: boolean;
}

/** The statements that put listeners on a stream, and the listeners that are told of its end. */
export interface ListenedStream {
  /** The first of the statements. */
  first: TSESTree.Node;
  end: EndListener;
  /** `undefined` where an error of the stream ends the process. */
  error: EndListener | undefined;
}

/**
 * The listeners by which the code knows that a stream is through, where nothing else can know it: a stream that is made
 * here, is given to nobody, and has one listener of its end.
 */
export function listenedStream(
  source: SourceFile,
  listening: TSESTree.CallExpression,
): ListenedStream | undefined {
  const owner = enclosingFunction(listening);
  // Who waits for a promise must hear of what fails in a listener, which it could not.
  if (owner?.parent.type === AST_NODE_TYPES.NewExpression) return undefined;
  const stream = identityOf(source, streamOf(listening));
  const calls = [...descendants(source.ast)].filter(
    (node) => node.type === AST_NODE_TYPES.CallExpression,
  );
  const listeners = calls.filter(
    (call) => eventOf(call) !== undefined && identityOf(source, streamOf(call)) === stream,
  );
  const ends = listeners.filter((call) => endEvents.test(eventOf(call) ?? ""));
  // Of other streams, `close` also comes after an error: which of the two listeners is done first would change.
  if (ends.some((call) => eventOf(call) === "close") && !isReader(stream)) return undefined;
  const errors = listeners.filter((call) => eventOf(call) === "error");
  const end = ends.length === 1 ? endListener(source, ends[0]) : undefined;
  const error = errors.length === 1 ? endListener(source, errors[0]) : undefined;
  if (!end || errors.length !== (error ? 1 : 0)) return undefined;
  if (!isMadeHere(source, stream, calls) || isGivenAway(source, stream, listeners))
    return undefined;
  const first = firstStatement(listeners, owner);
  return first && { first, end, error };
}

function endListener(
  source: SourceFile,
  call: TSESTree.CallExpression | undefined,
): EndListener | undefined {
  const handler = call?.arguments[1];
  if (!call || !handler) return undefined;
  const isError = eventOf(call) === "error";
  if (isFunction(handler)) return mayBeAsync(handler) ? { call, handler, isError } : undefined;
  const variable = handler.type === AST_NODE_TYPES.Identifier && bindingOf(source, handler);
  if (!variable || isRewritten(variable)) return undefined;
  return { call, handler, isError };
}

const stops = /^(abort|destroy|unpipe)$/;

/** Whether the file makes the stream and what is piped into it, and neither stops it nor handles an error before it. */
function isMadeHere(
  source: SourceFile,
  stream: TSESTree.Node | Variable,
  calls: readonly TSESTree.CallExpression[],
): boolean {
  if (calls.some((call) => stops.test(calleeName(call) ?? ""))) return false;
  const failing = calls.flatMap((call) =>
    eventOf(call) === "error" ? [identityOf(source, streamOf(call))] : [],
  );
  const seen = new Set([stream]);
  // Grows while it is walked: with what is piped into the stream, and into that.
  for (const made of seen) {
    if (!isMaker(source, made) || (made !== stream && failing.includes(made))) return false;
    for (const call of calls) {
      const callee = calleeOf(call);
      if (calleeName(call) !== "pipe" || callee.type !== AST_NODE_TYPES.MemberExpression) continue;
      if (identityOf(source, call) === made) seen.add(identityOf(source, callee.object));
    }
  }
  return true;
}

/** Whether a stream is what a library gives: a function of the project may hand out that of others. */
function isMaker(source: SourceFile, made: TSESTree.Node | Variable): boolean {
  return (
    "type" in made &&
    (made.type === AST_NODE_TYPES.CallExpression || made.type === AST_NODE_TYPES.NewExpression) &&
    functionOf(source, calleeOf(made)) === undefined
  );
}

/** Whether a stream is a reader of lines, which is not closed by an error of what it reads. */
function isReader(stream: TSESTree.Node | Variable): boolean {
  return (
    "type" in stream &&
    stream.type === AST_NODE_TYPES.CallExpression &&
    calleeName(stream) === "createInterface"
  );
}

/** Whether anything but its listeners is told of a stream, or it is piped on. */
function isGivenAway(
  source: SourceFile,
  stream: TSESTree.Node | Variable,
  listeners: readonly TSESTree.CallExpression[],
): boolean {
  const names = [...descendants(source.ast)].filter(
    (node) => node.type === AST_NODE_TYPES.Identifier && identityOf(source, node) === stream,
  );
  return [...names, ...listeners].some((node) => !isKept(node));
}

function isKept(expression: TSESTree.Node): boolean {
  const node = wrapped(expression);
  const parent = node.parent;
  switch (parent?.type) {
    case AST_NODE_TYPES.ExpressionStatement:
    case AST_NODE_TYPES.VariableDeclarator:
      return true;
    case AST_NODE_TYPES.MemberExpression: {
      const call = parent.parent;
      return (
        parent.object === node &&
        call.type === AST_NODE_TYPES.CallExpression &&
        call.callee === parent &&
        (eventOf(call) !== undefined || /^(resume|setEncoding)$/.test(calleeName(call) ?? ""))
      );
    }
    case AST_NODE_TYPES.CallExpression:
      return calleeName(parent) === "pipe";
    default:
      return false;
  }
}

/**
 * The first of the statements that put the listeners on a stream, where nothing can come between the first and the last
 * of them: neither an event, nor what leads past the last.
 */
function firstStatement(
  listeners: readonly TSESTree.CallExpression[],
  owner: FunctionNode | undefined,
): TSESTree.Node | undefined {
  const statements = new Set(listeners.map((call) => ownStatement(call, owner)));
  const [any] = statements;
  const list = any ? listOf(any) : [];
  const places = [...statements].map((statement) => (statement ? list.indexOf(statement) : -1));
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const run = list.slice(from, to + 1);
  const handed = listeners.flatMap((call) => call.arguments);
  const isCalm = run.every((statement, index) => {
    const awaits = [...descendants(statement, (node) => !isFunction(node))].filter(isAwait);
    // What the first statement waits for, to make the stream, comes before all listeners.
    const isEarly =
      index === 0 && !awaits.some((node) => handed.some((each) => isWithin(node, each)));
    if ((awaits.length > 0 && !isEarly) || mayLeave(statement)) return false;
    return statements.has(statement) || !mayStopEarly(statement, new Set());
  });
  return from >= 0 && isCalm ? list[from] : undefined;
}

/** The statement that does nothing else with the stream than to make it and put listeners on it, in any case. */
function ownStatement(
  call: TSESTree.CallExpression,
  owner: FunctionNode | undefined,
): TSESTree.Node | undefined {
  if (enclosingFunction(call) !== owner) return undefined;
  for (const up of ancestors(call)) {
    if (up.type === AST_NODE_TYPES.ExpressionStatement) return up;
    if (up.type === AST_NODE_TYPES.VariableDeclaration)
      return up.declarations.length === 1 ? up : undefined;
    const isLink = /^(Call|Member|Chain)Expression$|^VariableDeclarator$/.test(up.type);
    if (!isLink) return undefined;
  }
  return undefined;
}
