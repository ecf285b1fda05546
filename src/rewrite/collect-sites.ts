import type { TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import type { SourceFile } from "../source/source-file.js";
import { enclosingFunction, isWithin } from "../source/syntax.js";
import { canAwait, isDoneAfter } from "./awaiting.js";
import { callPosition, type CallPosition, statementIn, tryAround } from "./call-position.js";
import { losesComment } from "./comments.js";
import { failsElsewhere } from "./identify-site.js";
import { type InnerLoop, innerLoop } from "./inner-loop.js";
import type { LoopSite, PlanContext } from "./plan.js";
import type { RefusalReason } from "./refusals.js";
import { rewrittenCall } from "./request-call.js";
import { type UserUpdate, userUpdate } from "./user-update.js";

/** A call of identify that becomes a push. */
export interface CollectSite {
  position: CallPosition;
  update: UserUpdate;
  /** The statement in an unbounded loop after which full batches are sent. */
  flushAfter: TSESTree.Node | undefined;
  /** The statement around the call that becomes a loop of its own. */
  inner: InnerLoop | undefined;
  /** Whether the site may push more than one update before `flushAfter` ends. */
  manyPerFlush: boolean;
}

/** What the push of a site takes the place of. */
export function siteRange({ inner, position }: CollectSite): readonly [number, number] {
  return inner?.range ?? position.range;
}

/** Plans the pushes of the calls that one loop holds. */
export function planSites(
  source: SourceFile,
  root: Iteration,
  findings: readonly LoopSite[],
  { project, style }: PlanContext,
): CollectSite[] | RefusalReason {
  const owner = enclosingFunction(root.node);
  const positions = new Map(
    findings.map(({ site }) => [site.call, callPosition(source, rewrittenCall(site))]),
  );
  const removed = new Set<TSESTree.Node>();
  for (const position of positions.values())
    if (position?.removedAwait) removed.add(position.removedAwait);
  const sites: CollectSite[] = [];
  for (const { site, repetition } of findings) {
    const { call } = site;
    const position = positions.get(call);
    if (!position) return "uses-result";
    if (!isDoneAfter(source, call, owner, removed)) return "not-awaited";
    const update = userUpdate(site, root, style);
    if (typeof update === "string") return update;
    if (failsElsewhere(site, position, update)) return "not-awaited";
    if (losesComment(source, position.range, update.kept)) return "comment-in-call";
    const around = emptyTry(source, rewrittenCall(site), position, update);
    const alone = around ? { ...position, range: around.range, statements: true } : position;
    const [innermost] = repetition.iterations;
    const inner =
      innermost.node === root.node ? undefined : innerLoop(source, innermost, alone, update);
    const unbounded = [...repetition.iterations, root].find(
      ({ node, unbounded }) => unbounded && isWithin(node, root.node),
    );
    const flushOwner = unbounded && enclosingFunction(unbounded.node);
    // The function around the whole loop can await, or will be able to.
    const flushes =
      unbounded && (flushOwner === owner || canAwait(source, unbounded.node, project));
    sites.push({
      position: alone,
      update,
      inner,
      flushAfter: flushes ? statementIn(around ?? call, flushOwner) : undefined,
      manyPerFlush: enclosingFunction(call) !== flushOwner,
    });
  }
  return sites;
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
