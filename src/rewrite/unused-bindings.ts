import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { httpClient, isClientPackage } from "../find/requests/http-client.js";
import { sdk } from "../halo/sdk.js";
import { type SourceFile, isRewritten } from "../source/source-file.js";
import {
  calleeName,
  descendants,
  type FunctionNode,
  isFunction,
  isWithin,
  unwrap,
} from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";
import { isBareInstance } from "./bare-instance.js";
import { losesComment } from "./comments.js";
import { mayStopEarly } from "./early-exit.js";
import { endOfLine, startWithComments } from "./insertion-points.js";
import { isSigning } from "./user-token.js";
import { handlersOf, notesOf } from "./failure-handler.js";
import { siteRange } from "./collect-sites.js";
import { type BatchPlan, type CollectPlan, updatesOf } from "./plan.js";

type Range = readonly [number, number];

/**
 * The edits that take away declarations which only the rewritten calls read, so that no linter finds them unused.
 * What a declaration does besides giving a name (an import's side effects, `HaloAgents.init`) stays.
 *
 * @param used - names that the code which is put in reads, besides those of the connections
 */
export function unusedBindingEdits(
  source: SourceFile,
  plans: readonly (BatchPlan | CollectPlan)[],
  used: readonly string[],
): TextEdit[] {
  const waiting = plans.flatMap((plan) => plan.waiting);
  const wrappers = new Set(plans.flatMap(updatesOf).flatMap(({ wrapper }) => wrapper ?? []));
  return bindingRemovals(source, {
    removed: plans.flatMap(removedRanges),
    waiting,
    kept: plans.flatMap(keptNodes),
    names: new Set([
      ...used,
      ...plans.flatMap(({ connection }) => namesOf(connection)),
      ...plans.flatMap(updatesOf).flatMap(({ names }) => names),
      ...plans
        .flatMap(handlersOf)
        .flatMap(notesOf)
        .flatMap(({ names }) => names),
    ]),
    isWrapper: (fn) => wrappers.has(fn),
  });
}

/** What goes from a file, and what of it is written again. */
export interface RemovedCode {
  removed: readonly Range[];
  /** Statements that go because of what they waited for. */
  waiting?: readonly TSESTree.Node[];
  /** Parts of the removed ranges that stay. */
  kept: readonly { range: Range }[];
  /** The names that the code which is put in reads. */
  names: ReadonlySet<string>;
  /** Whether a function goes with its last call. */
  isWrapper: (fn: FunctionNode) => boolean;
}

/** The edits that take away declarations which only removed code read. */
export function bindingRemovals(
  source: SourceFile,
  { removed: gone, waiting = [], kept, names, isWrapper }: RemovedCode,
): TextEdit[] {
  const removed = [...gone, ...waiting.map(({ range }) => range)];
  const edits = new Map<Variable, TextEdit>();
  const variables = source.scopes.scopes.flatMap((scope) => scope.variables);
  // A declaration that goes may have been the last reader of another one.
  for (let before = -1; before !== edits.size;) {
    before = edits.size;
    for (const variable of variables) {
      if (edits.has(variable) || names.has(variable.name)) continue;
      const goes = variable.defs.some(({ name }) =>
        removed.some((range) => isWithin(name, { range })),
      );
      if (goes || !isUnused(variable, removed, kept)) continue;
      const edit = wrapperRemoval(source, variable, isWrapper) ?? removal(source, variable);
      // Two names of one import: the first goes.
      if (!edit || [...edits.values()].some((other) => overlap(edit.range, other.range))) continue;
      edits.set(variable, edit);
      removed.push(edit.range);
    }
  }
  const removals = waiting.map((statement) => lineRemoval(source, statement));
  return closeGaps(source, [...edits.values(), ...removals]);
}

/** Whether two ranges have a character in common. */
export function overlap(a: Range, b: Range): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Takes away one of the two blank lines that would meet where lines went, and one that would open a block. */
function closeGaps({ text }: SourceFile, edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.range[0] - b.range[0])) {
    const last = joined.at(-1);
    if (last?.text === "" && edit.text === "" && last.range[1] === edit.range[0]) {
      joined.splice(-1, 1, { range: [last.range[0], edit.range[1]], text: "" });
    } else joined.push(edit);
  }
  return joined.map((edit) => {
    const [start, end] = edit.range;
    const needsNoBlank = /(^|\n[ \t]*\r?\n|\{[ \t]*\r?\n)$/.test(text.slice(0, start));
    const blank = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
    const goes = edit.text === "" && text[end - 1] === "\n" && needsNoBlank;
    if (!goes) return edit;
    const isLast =
      /^[ \t]*(\}|$)/.test(text.slice(end)) && !/\{[ \t]*\r?\n$/.test(text.slice(0, start));
    const before = isLast ? (/[ \t]*\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
    return { ...edit, range: [start - before, end + blank] };
  });
}

function namesOf({ client, url, headers, options }: BatchPlan["connection"]): readonly string[] {
  return [client, url, headers, ...options].flatMap(({ names }) => names);
}

function removedRanges(plan: BatchPlan | CollectPlan): Range[] {
  const ranges = plan.strategy === "batch" ? [plan.range] : plan.sites.map(siteRange);
  const dropped = updatesOf(plan).flatMap(({ edits }) => edits.filter(({ text }) => text === ""));
  return [...ranges, ...dropped.map(({ range }) => range)];
}

function keptNodes(plan: BatchPlan | CollectPlan): readonly { range: Range }[] {
  if (plan.strategy === "collect") {
    return plan.sites.flatMap(({ update, inner }) => [
      ...update.kept,
      ...(inner ? [inner.over] : []),
    ]);
  }
  return plan.list ? [...plan.update.kept, plan.list.over] : plan.update.kept;
}

/** Whether a variable is read, and only in code that goes. */
function isUnused(
  variable: Variable,
  removed: readonly Range[],
  kept: readonly { range: Range }[],
): boolean {
  const reads = variable.references.filter((reference) => reference.isRead());
  return (
    reads.length > 0 &&
    !isRewritten(variable) &&
    reads.every(({ identifier }) => {
      const goes = removed.some((range) => isWithin(identifier, { range }));
      return goes && !kept.some((node) => isWithin(identifier, node));
    })
  );
}

/** Takes away a wrapper that was only called where its identify stands now, with the comment on it. */
function wrapperRemoval(
  source: SourceFile,
  { defs: [definition] }: Variable,
  isWrapper: RemovedCode["isWrapper"],
): TextEdit | undefined {
  const node = definition?.node;
  const isConstant = node?.type === AST_NODE_TYPES.VariableDeclarator;
  const fn = isConstant ? node.init && unwrap(node.init) : node;
  const goes = isFunction(fn) ? isWrapper(fn) : isWrapperClass(fn, isWrapper);
  if (!node || !goes) return undefined;
  const statement = isConstant ? node.parent : node;
  const isAlone = !isConstant || node.parent.declarations.length === 1;
  const inList =
    statement.parent.type === AST_NODE_TYPES.Program ||
    statement.parent.type === AST_NODE_TYPES.BlockStatement;
  if (!inList || !isAlone) return undefined;
  return functionRemoval(source, statement);
}

/** Whether a class has a wrapper among its methods, and does nothing by being declared. */
function isWrapperClass(
  node: TSESTree.Node | null | undefined,
  isWrapper: RemovedCode["isWrapper"],
): boolean {
  if (node?.type !== AST_NODE_TYPES.ClassDeclaration || node.superClass) return false;
  const isIdle = node.body.body.every(
    (member) =>
      (member.type === AST_NODE_TYPES.MethodDefinition ||
        (member.type === AST_NODE_TYPES.PropertyDefinition && !member.static)) &&
      !member.computed,
  );
  const decorators = [...descendants(node)].some(({ type }) => type === AST_NODE_TYPES.Decorator);
  const wrappers = node.body.body.some(
    (member) => "value" in member && isFunction(member.value) && isWrapper(member.value),
  );
  return isIdle && !decorators && wrappers;
}

/** Takes away a function's declaration, with the comment on it. */
function functionRemoval(source: SourceFile, statement: TSESTree.Node): TextEdit {
  const { range, text } = lineRemoval(source, statement);
  const start = startWithComments(source, statement);
  const line = source.text.lastIndexOf("\n", start - 1) + 1;
  return { range: [start === statement.range[0] ? range[0] : line, range[1]], text };
}

function removal(source: SourceFile, variable: Variable): TextEdit | undefined {
  const definition = variable.defs[0];
  if (variable.defs.length !== 1 || !definition) return undefined;
  const { node } = definition;
  if (node.type === AST_NODE_TYPES.VariableDeclarator) return ofDeclarator(source, node);
  const declaration = node.parent;
  // A function that only waited for Halo, as `sleep` did.
  if (node.type === AST_NODE_TYPES.FunctionDeclaration && node.id === definition.name)
    return declaration.type === AST_NODE_TYPES.Program ? functionRemoval(source, node) : undefined;
  if (declaration.type !== AST_NODE_TYPES.ImportDeclaration) return undefined;
  if (declaration.specifiers.length > 1) return specifierRemoval(declaration, node);
  // A client does nothing by being imported, nor does a module of Node's; types are no more than compiled away.
  const module = declaration.source.value;
  const isIdle = isClientPackage(module) || module.startsWith("node:");
  if (isIdle || declaration.importKind === "type") return lineRemoval(source, declaration);
  // Whether such an import loads its module is for the compiler's options to say.
  if (variable.references.every(({ isTypeReference }) => isTypeReference)) return undefined;
  const text = source.text.slice(declaration.source.range[0], declaration.range[1]);
  return { range: declaration.range, text: `import ${text}` };
}

/** Takes a name out of an import of several: `, type User` of `{ findUsers, type User }`. */
function specifierRemoval(
  { specifiers }: TSESTree.ImportDeclaration,
  specifier: TSESTree.Node,
): TextEdit | undefined {
  const index = specifiers.findIndex((each) => each === specifier);
  const [before, after] = [specifiers[index - 1], specifiers[index + 1]];
  if (before?.type === AST_NODE_TYPES.ImportSpecifier)
    return { range: [before.range[1], specifier.range[1]], text: "" };
  if (specifier.type !== AST_NODE_TYPES.ImportSpecifier || !after) return undefined;
  return { range: [specifier.range[0], after.range[0]], text: "" };
}

function ofDeclarator(source: SourceFile, node: TSESTree.VariableDeclarator): TextEdit | undefined {
  const declaration = node.parent;
  const { init, id } = node;
  const inList =
    declaration.parent.type === AST_NODE_TYPES.Program ||
    declaration.parent.type === AST_NODE_TYPES.BlockStatement;
  const isSingle =
    id.type === AST_NODE_TYPES.Identifier ||
    (id.type === AST_NODE_TYPES.ObjectPattern && id.properties.length === 1);
  if (!init || !inList || !isSingle || declaration.declarations.length !== 1) return undefined;
  if (!mayStopEarly(init, new Set()) || makesOnlyValue(source, init))
    return lineRemoval(source, declaration);
  const isInit = init.type === AST_NODE_TYPES.CallExpression && calleeName(init) === "init";
  return isInit ? { range: [declaration.range[0], init.range[0]], text: "" } : undefined;
}

/** Whether nothing but a value comes of an expression, though it calls something. */
function makesOnlyValue(source: SourceFile, init: TSESTree.Expression): boolean {
  return (
    isPlainGetter(init) ||
    isSigning(init) ||
    isUrl(init) ||
    isClient(source, init) ||
    isBareInstance(source, init)
  );
}

/** `axios.create({ baseURL })`, `require("got")`. */
function isClient(source: SourceFile, init: TSESTree.Expression): boolean {
  const urls = new Set([...descendants(init)].filter(isUrl));
  return (
    init.type === AST_NODE_TYPES.CallExpression &&
    httpClient(source, init) !== undefined &&
    !init.arguments.some((argument) => mayStopEarly(argument, urls)) &&
    !losesComment(source, init.range, [])
  );
}

/** `new URL("/api/sdk/users/identify", base)`, whose one effect is to refuse what is no URL. */
function isUrl(init: TSESTree.Node): boolean {
  return init.type === AST_NODE_TYPES.NewExpression && calleeName(init) === "URL";
}

/** `HaloAgents.getInstance()`, which changes nothing. */
function isPlainGetter(init: TSESTree.Node): boolean {
  const call = init.type === AST_NODE_TYPES.ChainExpression ? init.expression : init;
  return (
    call.type === AST_NODE_TYPES.CallExpression &&
    call.arguments.length === 0 &&
    sdk.instanceMethods.some((method) => method === "getInstance" && calleeName(call) === method)
  );
}

/** Removes a statement with its line; a comment on the line goes with it. */
function lineRemoval(source: SourceFile, statement: TSESTree.Node): TextEdit {
  const { text } = source;
  const lineStart = text.lastIndexOf("\n", statement.range[0] - 1) + 1;
  const start = /^[ \t]*$/.test(text.slice(lineStart, statement.range[0]))
    ? lineStart
    : statement.range[0];
  const end = endOfLine(source, statement.range[1]);
  const newline = /^\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
  return { range: [start, end + newline], text: "" };
}
