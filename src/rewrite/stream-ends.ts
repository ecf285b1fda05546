import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
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
import { endEvents, eventOf, isSameStream, streamOf } from "./stream-listeners.js";

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
