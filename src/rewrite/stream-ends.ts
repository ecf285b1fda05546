import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantExpression } from "../find/values/constant-expression.js";
import { importedValue } from "../find/values/imported-value.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  descendants,
  enclosingFunction,
  type FunctionNode,
  isWithin,
  unwrap,
  wrapped,
} from "../source/syntax.js";
import { awaitedAt, isBeside } from "./awaited-at.js";
import { statementIn } from "./call-position.js";
import type { FunctionRun } from "./function-run.js";
import type { LaterEnd } from "./later-ends.js";

/** Where the owner waits for the end of the stream that runs a function. */
export function streamEnd(
  source: SourceFile,
  run: FunctionRun,
  call: TSESTree.Node,
  owner: FunctionNode | undefined,
): LaterEnd | undefined {
  const { iteration, node } = run;
  if (iteration?.id === "stream-event" && node.type === AST_NODE_TYPES.CallExpression) {
    const stream = streamOf(node);
    const at =
      promisedEnd(source, { node, stream, events: endEvents }, owner) ??
      awaitedEvent(source, node, owner);
    return at && { at, crashes: true, dropsPromises: true };
  }
  if (iteration?.id !== "stream-stage" || !callsBackAfter(source, run.fn, call)) return undefined;
  const at =
    pipelineEnd(source, node, owner) ??
    promisedEnd(source, { node, stream: node, events: stageEvents }, owner);
  return at && { at, crashes: true, dropsPromises: false };
}

/** Which events of a stream say that no more records come. A reader of lines has a `close` only. */
const endEvents = /^(close|end)$/;

// A stage that records are written to is through with them at its `finish`.
const stageEvents = /^(close|finish)$/;

/** A stream whose end is looked for. */
interface Ending {
  /** Where the function is put that it runs. */
  node: TSESTree.Node;
  stream: TSESTree.Node;
  events: RegExp;
}

/**
 * `new Promise((resolve, reject) => { stream.on("data", …).on("end", resolve).on("error", reject); })`, which the owner
 * waits for, and which nothing but the end and an error of this stream settles.
 */
function promisedEnd(
  source: SourceFile,
  ending: Ending,
  owner: FunctionNode | undefined,
): TSESTree.Node | undefined {
  const executor = enclosingFunction(ending.node);
  const made = executor?.parent;
  if (!executor || made?.type !== AST_NODE_TYPES.NewExpression || calleeName(made) !== "Promise")
    return undefined;
  const [resolve, ...others] = executor.params.map((parameter) => bindingOf(source, parameter));
  const ends = resolve?.references.map(({ identifier }) =>
    settlingEvent(source, ending, identifier),
  );
  const fails = others.flatMap((each) => each?.references ?? []);
  const isSettledAtEnd =
    ends !== undefined &&
    ends.length > 0 &&
    ends.every((event) => event !== undefined && ending.events.test(event)) &&
    fails.every(({ identifier }) => settlingEvent(source, ending, identifier) === "error");
  return isSettledAtEnd ? awaitedAt(source, made, "promise", owner) : undefined;
}

/** The event of the stream, or of one that it is piped from, at which a promise is settled: `"end"` of `.on("end", resolve)`. */
function settlingEvent(
  source: SourceFile,
  { stream }: Ending,
  settle: TSESTree.Node,
): string | undefined {
  for (const up of ancestors(settle)) {
    const event = up.type === AST_NODE_TYPES.CallExpression ? eventOf(up) : undefined;
    if (event === undefined || up.type !== AST_NODE_TYPES.CallExpression) continue;
    if (event === "error") return event;
    return isSameStream(source, streamOf(up), stream) ? event : undefined;
  }
  return undefined;
}

function eventOf(call: TSESTree.CallExpression): string | undefined {
  const [event] = call.arguments;
  const isListening = /^(on|once|addListener)$/.test(calleeName(call) ?? "");
  return isListening && event?.type === AST_NODE_TYPES.Literal ? String(event.value) : undefined;
}

/** What a listener is put on: `stream` of `stream.on("error", …).on("data", …)`, each of which gives the stream again. */
function streamOf(listening: TSESTree.CallExpression): TSESTree.Node {
  const callee = calleeOf(listening);
  const object = callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : callee;
  const isLink = object.type === AST_NODE_TYPES.CallExpression && eventOf(object) !== undefined;
  return isLink ? streamOf(object) : object;
}

function isSameStream(source: SourceFile, a: TSESTree.Node, b: TSESTree.Node): boolean {
  return identityOf(source, a) === identityOf(source, b);
}

// Longer chains of names and pipes are not followed.
const maxDepth = 20;

/** What makes a stream, or the variable that holds it: `csv()` of `source.pipe(csv()).on("error", fail)`. */
function identityOf(source: SourceFile, stream: TSESTree.Node, depth = 0): unknown {
  const node = unwrap(stream);
  if (depth > maxDepth) return node;
  if (node.type === AST_NODE_TYPES.Identifier) {
    const made = constantExpression(source, node);
    return made ? identityOf(source, made, depth + 1) : (bindingOf(source, node) ?? node);
  }
  if (node.type !== AST_NODE_TYPES.CallExpression) return node;
  const [piped] = node.arguments;
  if (calleeName(node) === "pipe" && piped) return identityOf(source, piped, depth + 1);
  return eventOf(node) === undefined ? node : identityOf(source, streamOf(node), depth + 1);
}

/** `await once(stream, "end")` and `await finished(stream)`, in the owner and after the listener. */
function awaitedEvent(
  source: SourceFile,
  listening: TSESTree.CallExpression,
  owner: FunctionNode | undefined,
): TSESTree.Node | undefined {
  const statement = statementIn(listening, owner);
  for (const node of descendants(statement?.parent ?? source.ast)) {
    if (node.type !== AST_NODE_TYPES.AwaitExpression) continue;
    const call = unwrap(node.argument);
    if (call.type !== AST_NODE_TYPES.CallExpression || !isBeside(node, statement, owner)) continue;
    const [stream, event] = call.arguments;
    const isEnd =
      isOfModule(source, call, /^events$/, "once") &&
      event?.type === AST_NODE_TYPES.Literal &&
      endEvents.test(String(event.value));
    const isFinish = isOfModule(source, call, /^stream\/promises$/, "finished");
    if (stream && (isEnd || isFinish) && isSameStream(source, stream, streamOf(listening)))
      return node;
  }
  return undefined;
}

function isOfModule(
  source: SourceFile,
  call: TSESTree.CallExpression,
  modules: RegExp,
  name: string,
): boolean {
  const value = importedValue(source, calleeOf(call));
  return value !== undefined && modules.test(value.module) && value.path.at(-1) === name;
}

/** The `await pipeline(source, stage)` of a stage that is written in it, or named in it. */
function pipelineEnd(
  source: SourceFile,
  stage: TSESTree.Node,
  owner: FunctionNode | undefined,
): TSESTree.Node | undefined {
  const place = wrapped(stage);
  const declarator = place.parent;
  const uses =
    declarator?.type === AST_NODE_TYPES.VariableDeclarator
      ? (bindingOf(source, declarator.id)?.references ?? [])
          .filter(({ init }) => init !== true)
          .map(({ identifier }) => wrapped(identifier))
      : [place];
  for (const use of uses) {
    const call = use.parent;
    if (call?.type !== AST_NODE_TYPES.CallExpression) continue;
    const isPipeline =
      isOfModule(source, call, /^stream\/promises$/, "pipeline") ||
      isOfModule(source, call, /^stream$/, "promises.pipeline");
    const at = isPipeline && awaitedAt(source, call, "promise", owner);
    if (at) return at;
  }
  return undefined;
}

/** Whether a stage asks for the next record only after the call: nothing that the callback does before is left over then. */
function callsBackAfter(source: SourceFile, fn: FunctionNode, call: TSESTree.Node): boolean {
  const last = fn.params.at(-1);
  const done = last && bindingOf(source, last);
  if (!done || done.references.length === 0 || enclosingFunction(call) !== fn) return false;
  return done.references.every(
    ({ identifier }) =>
      isWithin(identifier, fn.body) &&
      (identifier.range[0] > call.range[1] || isFollowedByReturn(identifier)),
  );
}

/** `if (!user) return done();`, which stands before the call and leaves. */
function isFollowedByReturn(name: TSESTree.Node): boolean {
  const call = name.parent;
  return (
    call?.type === AST_NODE_TYPES.CallExpression &&
    call.parent.type === AST_NODE_TYPES.ReturnStatement
  );
}
