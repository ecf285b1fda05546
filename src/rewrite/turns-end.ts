import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { iterationAt } from "../find/iterations/iterations.js";
import type { SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  descendants,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  isLoop,
  isWithin,
  wrapped,
} from "../source/syntax.js";
import { isAwait } from "./awaiting.js";
import { awaitedAt } from "./awaited-at.js";
import { type FunctionRun, promisedBy, runOf } from "./function-run.js";
import { laterEnd } from "./later-ends.js";
import type { RefusalReason } from "./refusals.js";

/** When the turns that reach a call of identify are over. */
export interface TurnsEnd {
  /** The nodes of the owner after which they are: awaits and returns; empty where all runs at once. */
  at: readonly TSESTree.Node[];
  /** The functions an error in which ends the process: no code after the iteration runs then. */
  crashing: readonly FunctionNode[];
  /** The functions of which others may begin after an error in one has ended the iteration. */
  late: readonly FunctionNode[];
}

/**
 * When every function between a call and the owner has run: at once, where it is synchronous; else where what it
 * returns is awaited, or where the owner waits for what runs it.
 *
 * @param owner - the function that holds the statement of the iteration; `undefined` for the top level
 * @param removed - the awaits that the rewrite takes away, which delay nothing afterwards
 */
export function turnsEnd(
  source: SourceFile,
  call: TSESTree.Node,
  owner: FunctionNode | undefined,
  removed: ReadonlySet<TSESTree.Node> = new Set(),
): RefusalReason | TurnsEnd {
  const at: TSESTree.Node[] = [];
  const crashing: FunctionNode[] = [];
  const late: FunctionNode[] = [];
  for (let fn = enclosingFunction(call); fn && fn !== owner; fn = enclosingFunction(fn)) {
    const run = runOf(source, fn);
    if (!run) return isTurn(source, fn) ? "library-loop" : "not-awaited";
    const waits =
      fn.async && [...descendants(fn.body)].some((node) => isAwait(node) && !removed.has(node));
    const later = laterEnd(source, run, call, owner);
    if (later) {
      if (waits && later.dropsPromises) return "not-awaited";
      at.push(later.at);
      if (later.crashes) crashing.push(fn);
      continue;
    }
    const end = endOfRun(source, run, waits, owner);
    if (typeof end === "string") return end;
    if (end) at.push(end);
    // One that waits before the call may come to it after another has failed, and all has been sent.
    if (run.iteration?.overlaps === true && waitsBefore(fn, call, removed)) return "not-awaited";
    if (isHandedOver(run)) late.push(fn);
  }
  return { at, crashing, late };
}

/** Whether a function waits for anything before it comes to a call, or may come to it again after it has. */
function waitsBefore(
  fn: FunctionNode,
  call: TSESTree.Node,
  removed: ReadonlySet<TSESTree.Node>,
): boolean {
  const loop = [...ancestors(call)].find((up) => isLoop(up) && isWithin(up, fn));
  const end = loop?.range[1] ?? call.range[0];
  return [...descendants(fn.body, (node) => !isFunction(node))].some(
    (node) => isAwait(node) && !removed.has(node) && node.range[0] < end,
  );
}

/** `limit(async () => …)`, which nothing waits for by itself: a limiter goes on with the others. */
function isHandedOver({ fn, node, iteration }: FunctionRun): boolean {
  if (iteration || node.type === AST_NODE_TYPES.NewExpression || calleeOf(node) === fn)
    return false;
  const isThen = /^(then|catch|finally)$/.test(calleeName(node) ?? "");
  return (
    (!isThen && wrapped(node).parent?.type !== AST_NODE_TYPES.AwaitExpression) ||
    calleeName(node) === "addAll"
  );
}

/** Where the owner waits for a run; `undefined` where there is nothing to wait for. */
function endOfRun(
  source: SourceFile,
  run: FunctionRun,
  waits: boolean,
  owner: FunctionNode | undefined,
): RefusalReason | TSESTree.Node | undefined {
  const { fn, node, iteration } = run;
  if (iteration?.endsWith === "unknown") return "library-loop";
  if (waits && iteration?.dropsPromises === true) return "not-awaited";
  const promised = promisedBy(run);
  const runsLater = iteration
    ? iteration.endsWith === "promise"
    : calleeOf(node) !== fn && promised === "unknown";
  if (!runsLater && !waits) return undefined;
  if (promised === "dropped") return "not-awaited";
  const held = promised === "list" ? "list" : "promise";
  return awaitedAt(source, node, held, owner) ?? "not-awaited";
}

/** Whether a construct that repeats code runs the function, though no call tells when it is through. */
function isTurn(source: SourceFile, fn: FunctionNode): boolean {
  const own = wrapped(fn);
  return own.parent !== undefined && iterationAt(own.parent, own, source) !== undefined;
}
