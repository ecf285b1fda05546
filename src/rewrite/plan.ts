import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { clientEvidence } from "../find/client-code.js";
import { type Finding, type LoopFinding } from "../find/find.js";
import type { Iteration } from "../find/iterations/iteration.js";
import type { Settings } from "../find/settings.js";
import type { ProjectFacts } from "../project/project-facts.js";
import { isEmbedded } from "../source/embedded.js";
import type { References } from "../source/references.js";
import type { SourceFile } from "../source/source-file.js";
import { enclosingFunction, isWithin } from "../source/syntax.js";
import { canAwait } from "./awaiting.js";
import { asyncAround, type AsyncChange, entangled, mayAwait } from "./callers/async-around.js";
import { batchList, type BatchList } from "./batch-list.js";
import { isHandedToBrowser } from "./browser-callback.js";
import { exitsProcess, statementIn } from "./call-position.js";
import { asyncEdits } from "./callers/async-function.js";
import { promiseGiver } from "./promise-giver.js";
import { loopStatement } from "./loop-statement.js";
import { anchorOf, type CollectFrame, collectFrame } from "./collect-frame.js";
import { type CollectSite, mayFail, planSites } from "./collect-sites.js";
import { collectedLoop } from "./collected-loop.js";
import { losesComment } from "./comments.js";
import { type Connection, connectionOf, noConnection } from "./connection.js";
import type { ListenedStream } from "./end-listeners.js";
import { type FailureHandler, failureHandler, handlerFor } from "./failure-handler.js";
import { guardOf } from "./guard.js";
import { knownClientOf } from "./known-clients.js";
import { failsElsewhere, type IdentifySite, identifySite } from "./identify-site.js";
import { initPosition } from "./init-call.js";
import { planListenedStream } from "./listened-stream.js";
import { mayHaveLiveCallers } from "./live-callers.js";
import type { RefusalReason } from "./refusals.js";
import { rewrittenCall } from "./request-call.js";
import { areAllPushed, waitingOf } from "./waited-lists.js";
import { removedParts } from "./removed-parts.js";
import type { RewriteTarget } from "./rewrite-target.js";
import { sharedConnection } from "./shared-connection.js";
import { sitePosition } from "./site-position.js";
import type { FileStyle } from "./style.js";
import { mayThrow } from "./turn-errors.js";
import { targetProblem } from "./target-problem.js";
import { waitChangesOrder } from "./waiting-order.js";
import { type UserUpdate, userUpdate } from "./user-update.js";

/** Not rewritten, and why. */
export interface RefusePlan {
  strategy: "refuse";
  reason: RefusalReason;
}

/** The call, or the loop that did nothing else, becomes one statement that sends a list of updates. */
export interface BatchPlan {
  strategy: "batch";
  connection: Connection;
  /** What the statement takes the place of. */
  range: readonly [number, number];
  /** The statement that the range is, or starts with; `undefined` where the range is an expression. */
  statement: TSESTree.Node | undefined;
  update: UserUpdate;
  /** The list that is mapped; `undefined` for a single user. */
  list: BatchList | undefined;
  /** What is done where the call fails, as was done where the request failed. */
  onFailure: FailureHandler | undefined;
  /** The statements that waited for requests which are gone. */
  waiting: readonly TSESTree.Node[];
  /** What makes the code around async, where it is not; the same for {@link CollectPlan}. */
  around?: AsyncChange;
}

/** The loop keeps its other work and collects the updates, which are sent after it. */
export interface CollectPlan {
  strategy: "collect";
  connection: Connection;
  frame: CollectFrame;
  sites: readonly CollectSite[];
  /** Whether the loop may stop early, so that what is collected must be sent all the same. */
  guarded: boolean;
  /** The statements that waited for requests which are gone. */
  waiting: readonly TSESTree.Node[];
  /** Where an `await` is missing in a `return` that the updates must wait for. */
  awaitAt: number | undefined;
  /** The name that a guarded declaration gives to what it awaits, which is needed after the guard. */
  hoisted: TSESTree.Identifier | undefined;
  /** The stream whose listeners send the updates, where nothing waits for its end. */
  listened?: ListenedStream;
  around?: AsyncChange;
}

/** What is to be done about a group of findings. */
export type Plan = BatchPlan | CollectPlan | RefusePlan;

/** The updates that a plan sends, in the order of its findings. */
export function updatesOf(plan: BatchPlan | CollectPlan): readonly UserUpdate[] {
  return plan.strategy === "batch" ? [plan.update] : plan.sites.map(({ update }) => update);
}

/** Findings that one plan is about: the calls of identify in one loop, or a single call. */
export interface PlannedFindings {
  findings: readonly Finding[];
  plan: Plan;
}

/** What a plan depends on besides the file. */
export interface PlanContext {
  settings: Settings;
  project: ProjectFacts;
  style: FileStyle;
  target: RewriteTarget;
  /** The absolute path of a module to import the sending function from, rather than to write it into the file. */
  module?: string | undefined;
  /** The calls of a function in all files; for hosts that can change several of them together. */
  references?: References | undefined;
}

/** A finding in a loop, and the call that is rewritten for it. */
export interface LoopSite extends LoopFinding {
  site: IdentifySite;
}

/** The calls of identify in one loop. */
export interface LoopGroup {
  root: Iteration;
  findings: LoopSite[];
}

/** Plans the rewrite of every finding of a file. Nothing is edited yet. */
export function planRewrites(
  source: SourceFile,
  findings: readonly Finding[],
  context: PlanContext,
): PlannedFindings[] {
  const wholeFile = findings.length > 0 && refusedFile(source);
  if (wholeFile) {
    return findings.map((finding) => ({ findings: [finding], plan: refuse(wholeFile) }));
  }
  const loops: LoopGroup[] = [];
  const planned: PlannedFindings[] = [];
  for (const finding of findings) {
    const site = identifySite(source, finding, context.settings);
    const refused =
      typeof site === "string" ? site : refusedAtSight(finding, site, context.settings);
    if (typeof site === "string" || refused) {
      planned.push({ findings: [finding], plan: refuse(refused ?? "through-function") });
    } else if (finding.kind === "batch") {
      const plan = planSingle(source, site, context);
      planned.push({
        findings: [finding],
        plan: awaited(source, rewrittenCall(site), plan, context),
      });
    } else {
      const root = collectedLoop(source, finding.repetition.iterations);
      if (typeof root === "string") planned.push({ findings: [finding], plan: refuse(root) });
      else addToGroup(loops, root, { ...finding, site });
    }
  }
  const all = [
    ...planned,
    ...loops.map((loop) => ({
      findings: loop.findings,
      plan: awaited(source, anchorOf(loop.root.node), planLoop(source, loop, context), context),
    })),
  ];
  const knots = entangled(source, all);
  return all.map((group) =>
    knots.has(group) ? { ...group, plan: refuse("cannot-await") } : group,
  );
}

/** Why nothing in a file is rewritten. */
function refusedFile(source: SourceFile): RefusalReason | undefined {
  if (clientEvidence(source) !== undefined) return "runs-in-browser";
  return isEmbedded(source.path) ? "embedded-script" : undefined;
}

/** What no reading of the surroundings can make rewritable. */
function refusedAtSight(
  finding: Finding,
  { source, call, identify, wrapper }: IdentifySite,
  settings: Settings,
): RefusalReason | undefined {
  if (finding.kind === "batch" && !wrapper && mayHaveLiveCallers(source, call, settings))
    return "live-callers";
  if (isHandedToBrowser(call)) return "runs-in-browser";
  const isInit = identify.reach === "sdk" && identify.by === "init";
  if (isInit && (wrapper || !initPosition(source, call))) return "init-per-user";
  if (identify.reach === "sdk" && identify.by === "reference") return "dynamic-arguments";
  if (identify.reach === "rest" && identify.client !== "fetch" && !knownClientOf(identify))
    return "other-client";
  return undefined;
}

/** A plan with what it takes to await its updates where they are sent. It is looked for last, since other files are read for it. */
function awaited(source: SourceFile, node: TSESTree.Node, plan: Plan, context: PlanContext): Plan {
  if (plan.strategy === "refuse" || isListened(plan) || canAwait(source, node, context.project))
    return plan;
  // A file is written at once, unless it must wait for the turns.
  const waits = plan.strategy === "collect" && plan.awaitAt !== undefined;
  if (context.target === "csv" && !waits) return plan;
  const giver = promiseGiver(source, enclosingFunction(node));
  const around = giver
    ? new Map([[source.path, asyncEdits(source, giver)]])
    : asyncAround(source, node, context);
  return around ? { ...plan, around } : refuse("cannot-await");
}

/** Whether listeners send the updates, for which nothing around them waits. */
function isListened(plan: BatchPlan | CollectPlan): boolean {
  return plan.strategy === "collect" && plan.listened !== undefined;
}

function refuse(reason: RefusalReason): RefusePlan {
  return { strategy: "refuse", reason };
}

/**
 * Calls of which one's loop lies in the other's are collected together. Findings come in the order of the source,
 * so that only the last groups can lie in a new one, or it in the last.
 */
function addToGroup(groups: LoopGroup[], root: Iteration, finding: LoopSite): void {
  const group: LoopGroup = { root, findings: [finding] };
  for (let last = groups.at(-1); last && overlap(last.root, group.root); last = groups.at(-1)) {
    groups.pop();
    group.findings.unshift(...last.findings);
    if (isWithin(group.root.node, last.root.node)) group.root = last.root;
  }
  groups.push(group);
}

function overlap(a: Iteration, b: Iteration): boolean {
  return isWithin(a.node, b.node) || isWithin(b.node, a.node);
}

function planSingle(
  source: SourceFile,
  site: IdentifySite,
  { settings, project, style, target }: PlanContext,
): Plan {
  const call = rewrittenCall(site);
  if (target !== "csv" && !mayAwait(source, call, project)) return refuse("cannot-await");
  const position = sitePosition(site);
  if (!position) return refuse("uses-result");
  if (waitChangesOrder(source, call, position.removedAwait !== undefined))
    return refuse("not-awaited");
  const update = userUpdate(site, undefined, style);
  if (typeof update === "string") return refuse(update);
  if (failsElsewhere(site, position, update)) return refuse("not-awaited");
  if (losesComment(source, position.range, update.kept)) return refuse("comment-in-call");
  const problem = targetProblem([update], target, project);
  if (problem) return refuse(problem);
  const connection = target === "csv" ? noConnection : connectionOf(site, settings, style, call);
  if (typeof connection === "string") return refuse(connection);
  const onFailure = handlerFor(target, failureHandler(site, position, undefined, style));
  if (onFailure === "uses-result") return refuse(onFailure);
  const around = statementIn(call, enclosingFunction(call));
  const isAlone =
    around?.type === AST_NODE_TYPES.ExpressionStatement && isSameRange(around.expression, position);
  if (onFailure && !isAlone) return refuse("uses-result");
  return {
    strategy: "batch",
    connection,
    range: isAlone ? around.range : position.range,
    statement: isAlone || position.statements ? around : undefined,
    update,
    list: undefined,
    onFailure,
    waiting: [],
  };
}

function isSameRange(
  a: { range: readonly [number, number] },
  b: { range: readonly [number, number] },
): boolean {
  return a.range[0] === b.range[0] && a.range[1] === b.range[1];
}

function planLoop(source: SourceFile, loop: LoopGroup, context: PlanContext): Plan {
  const plan = planAwaitedLoop(source, loop, context);
  return (
    (plan.strategy === "refuse" ? planListenedStream(source, loop, context) : undefined) ?? plan
  );
}

function planAwaitedLoop(
  source: SourceFile,
  { root, findings }: LoopGroup,
  context: PlanContext,
): Plan {
  const anchor = anchorOf(root.node);
  const owner = enclosingFunction(anchor);
  const statement = loopStatement(anchor, owner);
  if (!statement) return refuse("no-statement");
  if (context.target !== "csv" && !mayAwait(source, anchor, context.project))
    return refuse("cannot-await");
  if (exitsProcess(anchor)) return refuse("exits-process");
  const sites = planSites(source, root, statement, findings, owner, context);
  if (typeof sites === "string") return refuse(sites);
  if (!areAllPushed(sites)) return refuse("uses-result");
  const handlers = new Set(sites.map(({ onFailure }) => JSON.stringify(onFailure)));
  if (handlers.size > 1) return refuse("uses-result");
  const waits = sites.some(({ position }) => position.removedAwait !== undefined);
  if (waitChangesOrder(source, anchor, waits)) return refuse("not-awaited");
  const ends = sites.map(({ end }) => end);
  const frame = collectFrame(source, root, statement, ends, owner);
  if (typeof frame === "string") return refuse(frame);
  const updates = sites.map(({ update }) => update);
  const problem = targetProblem(updates, context.target, context.project);
  if (problem) return refuse(problem);
  const connection = sharedConnection(anchor, findings, context);
  if (typeof connection === "string") return refuse(connection);
  const [first] = sites;
  const list =
    sites.length === 1 &&
    first &&
    !first.onFailure &&
    batchList(source, root, statement, first.position, first.update);
  if (list) {
    return {
      strategy: "batch",
      connection,
      range: list.range,
      statement,
      update: first.update,
      list,
      onFailure: undefined,
      waiting: waitingOf(sites),
    };
  }
  const ignored = removedParts(source, root, sites, findings);
  const pushesMayFail = sites.some(mayFail);
  const results = first?.onFailure?.results;
  const guard = guardOf(source, root, frame, ignored, pushesMayFail, results !== undefined);
  if (typeof guard === "string") return refuse(guard);
  const late = ends.flatMap((end) => end.late);
  if (late.length > 0 && (pushesMayFail || late.some((fn) => mayThrow(source, fn, ignored))))
    return refuse("not-awaited");
  const crashing = frame.waitsBetween
    ? findings.flatMap(({ site }) => enclosingFunction(site.call) ?? [])
    : ends.flatMap((end) => end.crashing);
  if (
    crashing.length > 0 &&
    (pushesMayFail || crashing.some((fn) => mayThrow(source, fn, ignored)))
  )
    return refuse("exits-process");
  return { strategy: "collect", connection, frame, sites, waiting: waitingOf(sites), ...guard };
}
