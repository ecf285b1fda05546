import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { clientEvidence } from "../find/client-code.js";
import { type Finding, type LoopFinding } from "../find/find.js";
import type { Iteration } from "../find/iterations/iteration.js";
import type { Settings } from "../find/settings.js";
import type { ProjectFacts } from "../project/project-facts.js";
import type { SourceFile } from "../source/source-file.js";
import { descendants, enclosingFunction, isFunction, isWithin, unwrap } from "../source/syntax.js";
import { canAwait, isDoneAfter } from "./awaiting.js";
import { batchList, type BatchList } from "./batch-list.js";
import {
  callPosition,
  type CallPosition,
  exitsProcess,
  isPromiseAll,
  tryAround,
  statementIn,
} from "./call-position.js";
import { collectedLoop } from "./collected-loop.js";
import { losesComment } from "./comments.js";
import { type Connection, connectionOf } from "./connection.js";
import { mayStopEarly } from "./early-exit.js";
import { type InnerLoop, innerLoop } from "./inner-loop.js";
import type { RefusalReason } from "./refusals.js";
import { type FileStyle } from "./style.js";
import { userTokenDeclaration } from "./user-token.js";
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
}

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

/** The loop keeps its other work and collects the updates, which are sent after it. */
export interface CollectPlan {
  strategy: "collect";
  connection: Connection;
  /** The statement that holds the whole iteration. */
  statement: TSESTree.Node;
  sites: readonly CollectSite[];
  /** Whether the loop may stop early, so that what is collected must be sent all the same. */
  guarded: boolean;
  /** Where an `await` is missing in a `return` that the updates must wait for. */
  awaitAt: number | undefined;
}

/** What is to be done about a group of findings. */
export type Plan = BatchPlan | CollectPlan | RefusePlan;

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
}

/** Plans the rewrite of every finding of a file. Nothing is edited yet. */
export function planRewrites(
  source: SourceFile,
  findings: readonly Finding[],
  context: PlanContext,
): PlannedFindings[] {
  if (findings.length > 0 && clientEvidence(source) !== undefined) {
    return findings.map((finding) => ({ findings: [finding], plan: refuse("runs-in-browser") }));
  }
  const loops: { root: Iteration; findings: LoopFinding[] }[] = [];
  const planned: PlannedFindings[] = [];
  for (const finding of findings) {
    if (finding.kind === "batch") {
      planned.push({ findings: [finding], plan: planSingle(source, finding, context) });
    } else if (finding.repetition.throughFunction) {
      planned.push({ findings: [finding], plan: refuse("through-function") });
    } else {
      const root = collectedLoop(source, finding.repetition.iterations);
      if (root) addToGroup(loops, root, finding);
      else planned.push({ findings: [finding], plan: refuse("endless-loop") });
    }
  }
  return [
    ...planned,
    ...loops.map((loop) => ({ findings: loop.findings, plan: planLoop(source, loop, context) })),
  ];
}

function refuse(reason: RefusalReason): RefusePlan {
  return { strategy: "refuse", reason };
}

/** Calls of which one's loop lies in the other's are collected together. */
function addToGroup(
  loops: { root: Iteration; findings: LoopFinding[] }[],
  root: Iteration,
  finding: LoopFinding,
): void {
  const group = loops.find(
    (loop) => isWithin(root.node, loop.root.node) || isWithin(loop.root.node, root.node),
  );
  if (!group) loops.push({ root, findings: [finding] });
  else {
    group.findings.push(finding);
    if (isWithin(group.root.node, root.node)) group.root = root;
  }
}

function planSingle(
  source: SourceFile,
  finding: Finding,
  { settings, project, style }: PlanContext,
): Plan {
  const { call } = finding.identify;
  if (!canAwait(source, call, project)) return refuse("cannot-await");
  const position = callPosition(source, call);
  if (!position) return refuse("uses-result");
  const update = userUpdate(source, finding.identify, undefined, style);
  if (typeof update === "string") return refuse(update);
  if (losesComment(source, position.range, update.kept)) return refuse("comment-in-call");
  const connection = connectionOf(source, settings, style, finding.identify, call);
  if (typeof connection === "string") return refuse(connection);
  const around = statementIn(call, enclosingFunction(call));
  const isAlone =
    around?.type === AST_NODE_TYPES.ExpressionStatement && isSameRange(around.expression, position);
  return {
    strategy: "batch",
    connection,
    range: isAlone ? around.range : position.range,
    statement: isAlone || position.statements ? around : undefined,
    update,
    list: undefined,
  };
}

function isSameRange(
  a: { range: readonly [number, number] },
  b: { range: readonly [number, number] },
): boolean {
  return a.range[0] === b.range[0] && a.range[1] === b.range[1];
}

function planLoop(
  source: SourceFile,
  { root, findings }: { root: Iteration; findings: readonly LoopFinding[] },
  context: PlanContext,
): Plan {
  const owner = enclosingFunction(root.node);
  const statement = statementOf(root, owner);
  if (!statement) return refuse("no-statement");
  if (!canAwait(source, root.node, context.project)) return refuse("cannot-await");
  if (exitsProcess(root.node)) return refuse("exits-process");
  const sites = planSites(source, root, findings, context);
  if (typeof sites === "string") return refuse(sites);
  const connection = sharedConnection(source, root, findings, context);
  if (typeof connection === "string") return refuse(connection);
  const [first] = sites;
  const list =
    sites.length === 1 && first && batchList(source, root, statement, first.position, first.update);
  if (list) {
    return {
      strategy: "batch",
      connection,
      range: list.range,
      statement,
      update: first.update,
      list,
    };
  }
  const ignored = new Set(findings.map(({ identify }): TSESTree.Node => identify.call));
  for (const { position } of sites) if (position.removedAwait) ignored.add(position.removedAwait);
  for (const node of descendants(root.node)) {
    if (sites.some((site) => isSameRange(node, { range: siteRange(site) }))) ignored.add(node);
  }
  for (const { identify } of findings) {
    const token = userTokenDeclaration(source, identify);
    if (token) ignored.add(token);
  }
  const kept = sites.flatMap(({ update, inner }) => [
    ...update.kept,
    ...(inner ? [inner.over] : []),
  ]);
  const guard = guardOf(root, statement, ignored, kept);
  if (typeof guard === "string") return refuse(guard);
  return { strategy: "collect", connection, statement, sites, ...guard };
}

/** The statement that ends when the iteration has: the loop itself, or the one that holds the callback's call. */
function statementOf(
  root: Iteration,
  owner: ReturnType<typeof enclosingFunction>,
): TSESTree.Node | undefined {
  const statement = statementIn(root.node, owner);
  if (!statement) return undefined;
  if (statement === root.node) {
    return statement.parent?.type === AST_NODE_TYPES.LabeledStatement
      ? statement.parent
      : statement;
  }
  const fits =
    statement.type === AST_NODE_TYPES.ExpressionStatement ||
    statement.type === AST_NODE_TYPES.ReturnStatement ||
    statement.type === AST_NODE_TYPES.VariableDeclaration;
  return fits && statement.parent.type !== AST_NODE_TYPES.ExportNamedDeclaration
    ? statement
    : undefined;
}

function planSites(
  source: SourceFile,
  root: Iteration,
  findings: readonly LoopFinding[],
  { project, style }: PlanContext,
): CollectSite[] | RefusalReason {
  const owner = enclosingFunction(root.node);
  const positions = new Map(
    findings.map(({ identify }) => [identify.call, callPosition(source, identify.call)]),
  );
  const removed = new Set<TSESTree.Node>();
  for (const position of positions.values())
    if (position?.removedAwait) removed.add(position.removedAwait);
  const sites: CollectSite[] = [];
  for (const { identify, repetition } of findings) {
    const position = positions.get(identify.call);
    if (!position) return "uses-result";
    if (!isDoneAfter(identify.call, owner, removed)) return "not-awaited";
    const update = userUpdate(source, identify, root, style);
    if (typeof update === "string") return update;
    if (losesComment(source, position.range, update.kept)) return "comment-in-call";
    const alone = withoutTry(source, identify.call, position, update);
    const [innermost] = repetition.iterations;
    const inner =
      innermost.node === root.node ? undefined : innerLoop(source, innermost, alone, update);
    const unbounded = [...repetition.iterations, root].find(
      ({ node, unbounded }) => unbounded && isWithin(node, root.node),
    );
    const flushOwner = unbounded && enclosingFunction(unbounded.node);
    const flushes = unbounded && canAwait(source, unbounded.node, project);
    sites.push({
      position: alone,
      update,
      inner,
      flushAfter: flushes ? statementIn(identify.call, flushOwner) : undefined,
      manyPerFlush: enclosingFunction(identify.call) !== flushOwner,
    });
  }
  return sites;
}

/** The position with the `try` around it, where what is left of the call cannot fail. */
function withoutTry(
  source: SourceFile,
  call: TSESTree.CallExpression,
  position: CallPosition,
  { kept }: UserUpdate,
): CallPosition {
  const around = tryAround(call, position);
  if (!around || losesComment(source, around.range, kept)) return position;
  if (kept.some((part) => mayStopEarly(part, new Set()))) return position;
  return { ...position, range: around.range, statements: true };
}

function sharedConnection(
  source: SourceFile,
  root: Iteration,
  findings: readonly LoopFinding[],
  { settings, style }: PlanContext,
): Connection | RefusalReason {
  let shared: Connection | undefined;
  for (const { identify } of findings) {
    const connection = connectionOf(source, settings, style, identify, root.node);
    if (typeof connection === "string") return connection;
    if (shared && JSON.stringify(shared) !== JSON.stringify(connection)) return "per-user-request";
    shared = connection;
  }
  return shared ?? "dynamic-arguments";
}

/** Whether the iteration may stop early, and whether its statement can be guarded against that. */
function guardOf(
  root: Iteration,
  statement: TSESTree.Node,
  ignored: ReadonlySet<TSESTree.Node>,
  kept: readonly TSESTree.Node[],
): Pick<CollectPlan, "awaitAt" | "guarded"> | RefusalReason {
  if (statement.type === AST_NODE_TYPES.ReturnStatement) {
    const value = statement.argument && unwrap(statement.argument);
    const waits = value?.type !== AST_NODE_TYPES.CallExpression;
    return { guarded: true, awaitAt: waits ? undefined : statement.argument?.range[0] };
  }
  const guarded =
    turnsOf(root).some((part) => mayStopEarly(part, ignored)) ||
    kept.some((part) => mayStopEarly(part, new Set()));
  const keeps = statement.type === AST_NODE_TYPES.VariableDeclaration;
  if (guarded && keeps && !isSettled(root)) return "keeps-results";
  return { guarded: guarded && !keeps, awaitAt: undefined };
}

/** The parts that run in every turn; what is iterated over is evaluated before anything is collected. */
function turnsOf(root: Iteration): TSESTree.Node[] {
  const { node, body } = root;
  if (isFunction(body)) return [...body.params, body.body];
  switch (node.type) {
    case AST_NODE_TYPES.ForOfStatement:
    case AST_NODE_TYPES.ForInStatement:
      return node.type === AST_NODE_TYPES.ForOfStatement && node.await
        ? [node]
        : [node.left, node.body];
    case AST_NODE_TYPES.ForStatement:
      return [node.test, node.update, node.body].filter((part) => part !== null);
    default:
      return [node];
  }
}

/** `Promise.allSettled(users.map(async …))` never rejects, so nothing after it is skipped. */
function isSettled({ node, body }: Iteration): boolean {
  const parent = node.parent;
  return (
    isFunction(body) &&
    body.async &&
    parent?.type === AST_NODE_TYPES.CallExpression &&
    isPromiseAll(parent) &&
    parent.parent.type === AST_NODE_TYPES.AwaitExpression &&
    /allSettled$/.test(
      parent.callee.type === AST_NODE_TYPES.MemberExpression ? nameOf(parent.callee) : "",
    )
  );
}

function nameOf(member: TSESTree.MemberExpression): string {
  return member.property.type === AST_NODE_TYPES.Identifier ? member.property.name : "";
}
