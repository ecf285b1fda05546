import type { TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import type { SourceFile } from "../source/source-file.js";
import {
  descendants,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  isWithin,
} from "../source/syntax.js";
import { type ArrowBlock, arrowBlock } from "./arrow-block.js";
import { canAwait } from "./awaiting.js";
import { type CallPosition, statementIn, tryAround, wholePosition } from "./call-position.js";
import { losesComment } from "./comments.js";
import { mayStopEarly } from "./early-exit.js";
import { type FailureHandler, failureHandler, handlerFor } from "./failure-handler.js";
import { runOf } from "./function-run.js";
import { failsElsewhere, type IdentifySite } from "./identify-site.js";
import { type InnerLoop, innerLoop } from "./inner-loop.js";
import type { LoopSite, PlanContext } from "./plan.js";
import type { RefusalReason } from "./refusals.js";
import { rewrittenCall } from "./request-call.js";
import { sitePosition } from "./site-position.js";
import { seesOtherTurns } from "./other-turns.js";
import { type TurnsEnd, turnsEnd } from "./turns-end.js";
import { type UserUpdate, userUpdate } from "./user-update.js";

/** A call of identify that becomes a push. */
export interface CollectSite {
  position: CallPosition;
  update: UserUpdate;
  /** The statement in an unbounded loop after which full batches are sent. */
  flushAfter: TSESTree.Node | undefined;
  /** What is done where a batch fails, as was done where the request failed. */
  onFailure: FailureHandler | undefined;
  /** The arrow function that the call is all of. */
  arrow: ArrowBlock | undefined;
  /** Whether a block must take the place of the arrow function's body. */
  needsBlock: boolean;
  /** Whether that block sends full batches. */
  sendsInArrow: boolean;
  /** The statement around the call that becomes a loop of its own. */
  inner: InnerLoop | undefined;
  /** When the turns that reach it are over. */
  end: TurnsEnd;
  /** Whether the site may push more than one update before `flushAfter` ends. */
  manyPerFlush: boolean;
}

/** What the push of a site takes the place of. */
export function siteRange({ inner, position }: CollectSite): readonly [number, number] {
  return inner?.range ?? position.range;
}

/** Whether making an update of a site, or of each of its users, may stop the iteration. */
export function mayFail({ inner, update }: CollectSite): boolean {
  return update.mayFail || (inner !== undefined && mayStopEarly(inner.over, new Set()));
}

/** Plans the pushes of the calls that one loop holds. */
export function planSites(
  source: SourceFile,
  root: Iteration,
  statement: TSESTree.Node,
  findings: readonly LoopSite[],
  owner: FunctionNode | undefined,
  { project, style, target }: PlanContext,
): CollectSite[] | RefusalReason {
  const discarded = new Map(findings.map(({ site }) => [site.call, sitePosition(site, statement)]));
  const positions = new Map(
    findings.map(({ site }) => [site.call, discarded.get(site.call) ?? voidPosition(source, site)]),
  );
  const removed = removedNodes(root, findings, positions);
  const sites: CollectSite[] = [];
  for (const { site, repetition } of findings) {
    const { call } = site;
    const position = positions.get(call);
    if (!position) return "uses-result";
    const end = turnsEnd(source, call, owner, removed);
    if (typeof end === "string") return end;
    const update = userUpdate(site, root, style);
    if (typeof update === "string") return update;
    if (failsElsewhere(site, position, update)) return "not-awaited";
    if (position.removedAwait && seesOtherTurns(source, call)) return "not-awaited";
    if (losesComment(source, position.range, update.kept)) return "comment-in-call";
    const onFailure = handlerFor(target, failureHandler(site, position, statement, style));
    if (onFailure === "uses-result") return onFailure;
    if (onFailure?.results && update.mayFail) return "uses-result";
    const { retry } = position;
    const around = retry?.node ?? emptyTry(source, rewrittenCall(site), position, update);
    const alone =
      around && !retry ? { ...position, range: around.range, statements: true } : position;
    const [innermost] = repetition.iterations;
    const inner =
      innermost.node === root.node ? undefined : innerLoop(source, innermost, alone, update);
    const unbounded = [...repetition.iterations, root].find(
      ({ node, unbounded }) => unbounded && isWithin(node, root.node),
    );
    const turn = unbounded && turnOf(source, unbounded, owner, project);
    const arrow = inner ? undefined : arrowBlock(source, alone.range, rewrittenCall(site));
    const sendsInArrow = arrow !== undefined && turn?.owner === arrow.fn;
    sites.push({
      position: alone,
      update,
      onFailure,
      inner,
      end,
      arrow,
      sendsInArrow,
      needsBlock: sendsInArrow || !discarded.get(call),
      flushAfter: turn && statementIn(around ?? call, turn.owner),
      manyPerFlush: enclosingFunction(call) !== turn?.owner,
    });
  }
  return sites;
}

/** What goes around the calls: the awaits of them, and what is made of their responses. */
function removedNodes(
  { node: root }: Iteration,
  findings: readonly LoopSite[],
  positions: ReadonlyMap<TSESTree.Node, CallPosition | undefined>,
): ReadonlySet<TSESTree.Node> {
  const removed = new Set<TSESTree.Node>();
  for (const { site } of findings) {
    const call = rewrittenCall(site);
    const position = positions.get(site.call);
    for (const node of position ? descendants(root, (each) => each !== call) : [])
      if (position && isWithin(node, position)) removed.add(node);
  }
  return removed;
}

/** Where a call of the SDK stands that an arrow function consists of: it gives nothing, as a block does. */
function voidPosition(source: SourceFile, site: IdentifySite): CallPosition | undefined {
  if (site.identify.reach !== "sdk" || site.wrapper) return undefined;
  const position = wholePosition(site.call);
  return arrowBlock(source, position.range, site.call) ? position : undefined;
}

/**
 * The function in which each turn of an unbounded source can wait for a batch to be sent. There is none in a callback
 * that nobody waits for, or that runs several times at once: what is collected there takes an id and traits a user.
 */
function turnOf(
  source: SourceFile,
  iteration: Iteration,
  owner: FunctionNode | undefined,
  project: PlanContext["project"],
): { owner: FunctionNode | undefined } | undefined {
  const { body, node } = iteration;
  if (!isFunction(body) || body === node) {
    const around = enclosingFunction(node);
    // The function around the whole loop can await, or will be able to.
    return around === owner || canAwait(source, node, project) ? { owner: around } : undefined;
  }
  const run = runOf(source, body)?.iteration;
  const isAwaited = run?.endsWith === "promise" && run.dropsPromises !== true;
  // A stream hands over the next record when it is called back.
  const isOneByOne = run?.id === "stream-stage" || (isAwaited && run.overlaps !== true);
  return body.async && isOneByOne ? { owner: body } : undefined;
}

/** The `try` around the call, where nothing that can fail is left in it. */
function emptyTry(
  source: SourceFile,
  call: TSESTree.Node,
  position: CallPosition,
  { kept, mayFail }: UserUpdate,
): TSESTree.TryStatement | undefined {
  const around = tryAround(call, position);
  if (!around || losesComment(source, around.range, kept)) return undefined;
  return mayFail ? undefined : around;
}
