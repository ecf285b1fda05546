import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantExpression } from "../find/values/constant-expression.js";
import { importedValue } from "../find/values/imported-value.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  enclosingFunction,
  type FunctionNode,
  isWithin,
  unwrap,
  wrapped,
} from "../source/syntax.js";
import { isBeside } from "./awaited-at.js";
import { statementIn } from "./call-position.js";
import type { FunctionRun } from "./function-run.js";
import { streamEnd } from "./stream-ends.js";
import { turnsEnd } from "./turns-end.js";

/** Where an owner waits for runs whose own promise it does not wait for. */
export interface LaterEnd {
  /** The `await` or `return` after which they are over. */
  at: TSESTree.Node;
  /** Whether an error in a run ends the process. */
  crashes: boolean;
  /** Whether a run's promise is not waited for either. */
  dropsPromises: boolean;
}

/** A queue that a file makes, is fed by, and is waited for. */
interface Queue {
  modules: RegExp;
  /** What makes it, by the names read from the module. */
  made: RegExp;
  /** The methods that take what is to be run; `undefined` where the maker takes it. */
  takes: RegExp | undefined;
  feeds: RegExp;
  /** The method whose promise says that all is done. */
  ends: RegExp;
  /** Whether an error in a run is a rejection that nobody handles. */
  crashes: boolean;
}

const queues: readonly Queue[] = [
  // `queue.add(fn)` … `await queue.onIdle()`: https://github.com/sindresorhus/p-queue#onidle
  {
    modules: /^p-queue$/,
    made: /^(|PQueue)$/,
    takes: /^add(All)?$/,
    feeds: /^add(All)?$/,
    ends: /^onIdle$/,
    crashes: true,
  },
  // `await queue.drain()`, and pushes that never reject: https://caolan.github.io/async/v3/docs.html#queue
  {
    modules: /^async(-es)?(\/\w+)?$/,
    made: /^(queue|priorityQueue)$/,
    takes: undefined,
    feeds: /^(push|unshift)$/,
    ends: /^drain$/,
    crashes: false,
  },
  // `await queue.drained()`: https://github.com/mcollina/fastq#api
  {
    modules: /^fastq$/,
    made: /^promise$/,
    takes: undefined,
    feeds: /^(push|unshift)$/,
    ends: /^drained$/,
    crashes: false,
  },
];

/** Where the owner waits for a queue, or for a stream, that runs a function. */
export function laterEnd(
  source: SourceFile,
  run: FunctionRun,
  call: TSESTree.Node,
  owner: FunctionNode | undefined,
): LaterEnd | undefined {
  for (const queue of queues) {
    const name = queueName(source, run, queue);
    const end = name && queueEnd(source, run, name, queue, owner);
    if (end) return end;
  }
  return streamEnd(source, run, call, owner);
}

/** The name that the file gives to the queue which runs a function. */
function queueName(
  source: SourceFile,
  { node }: FunctionRun,
  queue: Queue,
): TSESTree.Identifier | undefined {
  if (!queue.takes) {
    const declarator = wrapped(node).parent;
    return declarator?.type === AST_NODE_TYPES.VariableDeclarator &&
      declarator.id.type === AST_NODE_TYPES.Identifier &&
      isMadeBy(source, node, queue)
      ? declarator.id
      : undefined;
  }
  const callee = calleeOf(node);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  if (!queue.takes.test(calleeName(node) ?? "")) return undefined;
  const name = unwrap(callee.object);
  const made = name.type === AST_NODE_TYPES.Identifier && constantExpression(source, name);
  return made && isMadeBy(source, made, queue) ? name : undefined;
}

function isMadeBy(
  source: SourceFile,
  expression: TSESTree.Node,
  { modules, made }: Queue,
): boolean {
  const maker = unwrap(expression);
  if (maker.type !== AST_NODE_TYPES.CallExpression && maker.type !== AST_NODE_TYPES.NewExpression)
    return false;
  const value = importedValue(source, calleeOf(maker));
  return value !== undefined && modules.test(value.module) && made.test(value.path.join("."));
}

/** The `await queue.onIdle()` after all that feeds the queue. */
function queueEnd(
  source: SourceFile,
  { node }: FunctionRun,
  name: TSESTree.Identifier,
  { takes, feeds, ends, crashes }: Queue,
  owner: FunctionNode | undefined,
): LaterEnd | undefined {
  const uses = bindingOf(source, name)?.references.filter(({ init }) => init !== true) ?? [];
  const calls = uses.flatMap(({ identifier }) => {
    const member = identifier.parent;
    const call = member.parent;
    return call?.type === AST_NODE_TYPES.CallExpression && calleeOf(call) === member ? [call] : [];
  });
  // Whoever else has a queue that takes its worker when it is made may feed it at any time.
  if (!takes && calls.length < uses.length) return undefined;
  const fed = takes ? [node] : calls.filter((call) => feeds.test(calleeName(call) ?? ""));
  for (const call of calls) {
    const at = call.parent;
    if (!ends.test(calleeName(call) ?? "") || call.arguments.length > 0) continue;
    if (at.type !== AST_NODE_TYPES.AwaitExpression || enclosingFunction(at) !== owner) continue;
    const isLast = fed.every((feed) => isFedBefore(source, feed, at, owner));
    if (fed.length > 0 && isLast) return { at, crashes, dropsPromises: false };
  }
  return undefined;
}

/** Whether a queue is fed in a statement that stands before the `await` in the same list, and is over then. */
function isFedBefore(
  source: SourceFile,
  feed: TSESTree.Node,
  at: TSESTree.Node,
  owner: FunctionNode | undefined,
): boolean {
  const list = statementIn(at, owner)?.parent;
  const statement = [feed, ...ancestors(feed)].find((up) => up.parent === list);
  const end = turnsEnd(source, feed, owner);
  if (!list || !statement || typeof end === "string") return false;
  return end.at.every((node) => isWithin(node, statement)) && isBeside(at, statement, owner);
}
