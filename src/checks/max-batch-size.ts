import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { usersPerBatch } from "../halo/limits.js";
import type { Iteration } from "../find/iterations/iteration.js";
import { outwardFrom, type Repetition } from "../find/repetition/repetition.js";
import type { Settings } from "../find/settings.js";
import { Tracer } from "../find/tracing/tracer.js";
import { idOf, onlyUser, sentSize } from "../find/updates/sent-list.js";
import { type UpdateCall, updateCallsOf } from "../find/updates/update-call.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { ancestors, calleeName, descendants, isFunction } from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";
import type { Problem } from "./problem.js";

type MessageId = "oneByOne" | "smallerBatches" | "tooMany" | "unbounded";

/** The options of the rule. */
export interface BatchSizeOptions {
  /** The most users that a call may send. */
  max: number;
}

/** Update calls that can send more users than a call may, and those that send one user in each turn of a loop. */
export function maxBatchSize(
  source: SourceFile,
  settings: Settings,
  [{ max }]: readonly [BatchSizeOptions],
): Problem<MessageId>[] {
  const calls = updateCallsOf(source, settings);
  const problems = calls.flatMap((call) => [
    ...tooLarge(source, call, max),
    ...oneByOne(source, call, calls),
  ]);
  // A request and a call that leads to it may repeat at one place.
  return problems.filter(
    ({ node }, index) => problems.findIndex((other) => other.node === node) === index,
  );
}

function tooLarge(source: SourceFile, call: UpdateCall, max: number): Problem<MessageId>[] {
  const { size, numbers } = sentSize(call) ?? {};
  const node = call.site;
  if (size?.kind === "all")
    return [{ node, messageId: "unbounded", data: { reads: size.reads, max: String(max) } }];
  if (!numbers || size?.kind !== "number" || size.count <= max) return [];
  const data = { count: String(size.count), max: String(max) };
  return [
    {
      node,
      messageId: "tooMany",
      data,
      suggestions: smallerBatches(source, size.count, max, numbers),
    },
  ];
}

/** Batches of the size that the guide has, where the file says the size with one number, and a loop's step with another. */
function smallerBatches(
  source: SourceFile,
  count: number,
  max: number,
  read: ReadonlySet<TSESTree.Node>,
): Suggestions {
  const numbers = [...descendants(source.ast)].filter(
    (node) =>
      node.type === AST_NODE_TYPES.Literal &&
      node.value === count &&
      (read.has(node) || isStep(node)),
  );
  if (!numbers.some((node) => read.has(node)) || numbers.length > 2) return [];
  const size = String(Math.min(usersPerBatch, max));
  const edits = numbers.map(({ range }): TextEdit => ({ range, text: size }));
  return [{ messageId: "smallerBatches", data: { size }, edits }];
}

/** `2000` of `i += 2000`. */
function isStep({ parent }: TSESTree.Literal): boolean {
  return parent.type === AST_NODE_TYPES.AssignmentExpression && parent.operator === "+=";
}

type Suggestions = NonNullable<Problem<MessageId>["suggestions"]>;

function oneByOne(
  source: SourceFile,
  call: UpdateCall,
  calls: readonly UpdateCall[],
): Problem<MessageId>[] {
  const user = onlyUser(call);
  if (!user) return [];
  const isHere = user.source.ast === source.ast;
  const subjects = isHere ? [idOf(new Tracer(), user)] : call.site.arguments;
  return outwardFrom(source, call.site, subjects).repetitions.flatMap((repetition) =>
    mayBeBatched(source, repetition, calls)
      ? [
          {
            node: repetition.site,
            messageId: "oneByOne",
            data: { loop: repetition.iterations[0].label },
          },
        ]
      : [],
  );
}

/** Whether a loop has users at hand that one call could send: no worker that waits for them, and no second try. */
function mayBeBatched(
  source: SourceFile,
  { site, iterations: [iteration] }: Repetition,
  calls: readonly UpdateCall[],
): boolean {
  if (isEndless(iteration) || takesJobs(iteration)) return false;
  if (isAfterFailure(site)) return false;
  const list = iteration.over && bindingOf(source, iteration.over);
  // What was sent at once may be sent one by one, to find the user whom Halo does not accept.
  return !list || !calls.some((call) => call.site !== site && names(source, call.site, list));
}

function names(
  source: SourceFile,
  node: TSESTree.Node,
  list: ReturnType<typeof bindingOf>,
): boolean {
  return [...descendants(node)].some(
    (each) => each.type === AST_NODE_TYPES.Identifier && bindingOf(source, each) === list,
  );
}

/** `while (true)`, `for (;;)` */
function isEndless({ node }: Iteration): boolean {
  if (node.type === AST_NODE_TYPES.ForStatement) return node.test === null;
  return (
    node.type === AST_NODE_TYPES.WhileStatement &&
    node.test.type === AST_NODE_TYPES.Literal &&
    Boolean(node.test.value)
  );
}

const takers = /^([lrb]{1,2}pop|claim|dequeue|poll|receive|reserve)/i;

function takesJobs({ id, node, over }: Iteration): boolean {
  if (id === "stream-event" || /(records|messages|jobs|events)$/i.test(over ? nameOf(over) : ""))
    return true;
  return (
    id === "while" &&
    [...descendants(node)].some(
      (each) => each.type === AST_NODE_TYPES.CallExpression && takers.test(calleeName(each) ?? ""),
    )
  );
}

function nameOf(over: TSESTree.Node): string {
  const last = [...descendants(over)].findLast(({ type }) => type === AST_NODE_TYPES.Identifier);
  return last?.type === AST_NODE_TYPES.Identifier ? last.name : "";
}

/** Whether a call stands where something has failed. */
function isAfterFailure(site: TSESTree.Node): boolean {
  for (const up of ancestors(site)) {
    if (up.type === AST_NODE_TYPES.CatchClause) return true;
    const receiver = isFunction(up) ? up.parent : undefined;
    if (receiver?.type === AST_NODE_TYPES.CallExpression && calleeName(receiver) === "catch")
      return true;
    const test = up.type === AST_NODE_TYPES.IfStatement ? up.test : undefined;
    if (test && [...descendants(test)].some(isStatus)) return true;
  }
  return false;
}

function isStatus(node: TSESTree.Node): boolean {
  return node.type === AST_NODE_TYPES.Identifier && /^(ok|status(Code)?)$/.test(node.name);
}
