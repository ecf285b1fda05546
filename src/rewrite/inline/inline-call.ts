import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { clientEvidence } from "../../find/client-code.js";
import type { SourceFile } from "../../source/source-file.js";
import {
  calleeOf,
  childrenOf,
  descendants,
  type FunctionNode,
  isFunction,
  wrapped,
} from "../../source/syntax.js";
import type { TextEdit } from "../../source/text-edit.js";
import { asyncEdits, mayBeAsync } from "../callers/async-function.js";
import { losesComment } from "../comments.js";
import { mayStopEarly } from "../early-exit.js";
import { holdsLines, indentationAt, reindent } from "../layout.js";
import { statementPlace } from "../statement-place.js";
import type { RefusalReason } from "../refusals.js";
import type { FileStyle } from "../style.js";
import { brokenCall } from "./broken-call.js";
import { type CallSlot, callSlot } from "./call-slot.js";
import {
  type CarriedDeclaration,
  type CarriedDeclarations,
  withNeeds,
} from "./carried-declarations.js";
import type { CertainFunction } from "./certain-function.js";
import { expressionCode, plain, returnsIn, withoutReturns } from "./inlined-statements.js";
import { bindParameters } from "./parameters.js";
import { SiteNames } from "./site-names.js";
import { ownVariables, Transfer } from "./transfer.js";

/** What a file becomes where a function is written in the place of its call. */
export interface InlinedCode {
  edits: readonly TextEdit[];
  /** The declarations that the file gets besides. */
  carried: readonly CarriedDeclaration[];
  /** The globals that the written code reads. */
  globals: ReadonlySet<string>;
}

/** The file that something is written into. */
export interface Site {
  source: SourceFile;
  style: FileStyle;
  declarations: CarriedDeclarations;
}

/** Puts what a function does in the place of a call of it; refused where that would do anything else. */
export function inlineCall(
  { source, style, declarations }: Site,
  call: TSESTree.CallExpression,
  fn: CertainFunction,
): InlinedCode | RefusalReason {
  const problem = problemOf(fn);
  if (problem) return problem;
  const slot = callSlot(source, call);
  if (losesComment(source, slot.node.range, call.arguments)) return "comment-in-call";
  const isSameFile = fn.source.ast === source.ast;
  const names = new SiteNames(source, call, isSameFile ? fn.node : undefined);
  const transfer = new Transfer(fn, { source, call, declarations });
  const constants = bindParameters(transfer, call, names);
  if (typeof constants === "string") return constants;
  renameVariables(transfer, call, names);
  const edits = new Replacement(source, call, transfer, constants, style).edits(slot);
  return typeof edits === "string" ? (transfer.problem ?? edits) : written(transfer, edits);
}

/** Writes a function out where it is handed over: `users.forEach(sync)`. */
export function inlineReference(
  { source, style, declarations }: Site,
  reference: TSESTree.Node,
  fn: CertainFunction,
): InlinedCode | RefusalReason {
  const { node } = fn;
  const problem = problemOf(fn);
  if (problem) return problem;
  const transfer = new Transfer(fn, { source, call: reference, declarations });
  const parameters = node.params.map((parameter) => transfer.code(parameter)).join(", ");
  const isBlock = node.body.type === AST_NODE_TYPES.BlockStatement;
  const broken = isBlock ? brokenCall(source, reference, style) : undefined;
  const indent = broken?.indent ?? indentationAt(source.text, reference.range[0]);
  const body = expressionCode(transfer, node.body, { indent });
  const result = node.body.type === AST_NODE_TYPES.ObjectExpression ? `(${body})` : body;
  const text = `${node.async ? "async " : ""}(${parameters}) => ${result}`;
  return written(transfer, [{ range: reference.range, text }, ...(broken?.edits ?? [])]);
}

function written(
  { problem, carried, globals }: Transfer,
  edits: readonly TextEdit[],
): InlinedCode | RefusalReason {
  if (problem) return problem;
  const all = withNeeds(carried);
  return {
    edits,
    carried: all,
    globals: new Set([...globals, ...all.flatMap((declaration) => declaration.globals)]),
  };
}

/** What no call of a function could change. */
function problemOf({ source, node }: CertainFunction): RefusalReason | undefined {
  if (clientEvidence(source) !== undefined) return "runs-in-browser";
  if (node.generator || holdsLines(node)) return "wrapper-work";
  for (const inner of descendants(node.body)) {
    if (inner.type === AST_NODE_TYPES.FunctionDeclaration) return "wrapper-work";
    if (inner.type === AST_NODE_TYPES.ClassDeclaration) return "wrapper-work";
    const isHoisted = inner.type === AST_NODE_TYPES.VariableDeclaration && inner.kind === "var";
    if (isHoisted) return "wrapper-work";
  }
  return undefined;
}

/** Gives the function's own variables names that nothing at the call has. */
function renameVariables(
  transfer: Transfer,
  call: TSESTree.CallExpression,
  names: SiteNames,
): void {
  const { fn } = transfer;
  const read = new Set(
    [...descendants(call)].flatMap((node) =>
      node.type === AST_NODE_TYPES.Identifier ? [node.name] : [],
    ),
  );
  for (const variable of ownVariables(fn.source, fn.node)) {
    const isTop = variable.scope.block === fn.node || variable.scope.block === fn.node.body;
    if (!isTop && !read.has(variable.name)) continue;
    const name = names.take(variable.name);
    if (name !== variable.name) transfer.renames.set(variable, name);
  }
}

/** Writes the body of a function in the place of a call. */
class Replacement {
  readonly #statements: readonly TSESTree.Statement[];
  /** What the function returns, where it does nothing else. */
  readonly #only: TSESTree.Expression | undefined;

  constructor(
    private readonly source: SourceFile,
    private readonly call: TSESTree.CallExpression,
    private readonly transfer: Transfer,
    private readonly declarations: readonly string[],
    private readonly style: FileStyle,
  ) {
    const { body } = transfer.fn.node;
    this.#statements =
      body.type === AST_NODE_TYPES.BlockStatement
        ? body.body.filter((each) => !("directive" in each && each.directive))
        : [];
    this.#only = onlyExpression(body, this.#statements);
  }

  edits(slot: CallSlot): RefusalReason | TextEdit[] {
    const { async } = this.transfer.fn.node;
    if (slot.kind === "body") return this.#asBody(slot);
    if (async && !slot.awaited) return this.#unawaited(slot);
    switch (slot.kind) {
      case "statement":
        return this.#asStatements(slot);
      case "declaration":
        return this.#asDeclaration(slot);
      case "expression":
        return this.#asExpression(slot);
    }
  }

  /** The body of the function around the call, which has the same returns. */
  #asBody({ node, awaited }: CallSlot): RefusalReason | TextEdit[] {
    const { fn } = this.transfer;
    const outer = wrapped(node).parent;
    if (!isFunction(outer)) return "through-function";
    const becomesAsync = fn.node.async && !outer.async;
    if (becomesAsync && !this.#mayBecomeAsync(outer)) return "not-awaited";
    const makesAsync = becomesAsync ? asyncEdits(this.source, outer) : [];
    const start = indentationAt(this.source.text, outer.range[0]);
    const isExpression = fn.node.body.type !== AST_NODE_TYPES.BlockStatement;
    if (
      isExpression &&
      this.declarations.length === 0 &&
      node.type !== AST_NODE_TYPES.BlockStatement
    ) {
      const code = expressionCode(this.transfer, fn.node.body, { indent: start });
      return [{ range: node.range, text: `${awaited ? "await " : ""}${code}` }, ...makesAsync];
    }
    const broken = brokenCall(this.source, outer, this.style);
    const { indent } = broken;
    const inner = indent + this.style.indent;
    const lines = isExpression
      ? [
          `return ${expressionCode(this.transfer, fn.node.body, { indent: inner })}${this.style.semicolon}`,
        ]
      : this.#statements.map((each) => plain(this.transfer, each, { indent: inner }));
    const all = [...this.#declared(inner), ...lines].map((line) => inner + line);
    return [
      ...broken.edits,
      ...makesAsync,
      { range: node.range, text: `{\n${all.join("\n")}\n${indent}}` },
    ];
  }

  /** Whether a function that returns the call gives a promise in any case: an error before the call would become one. */
  #mayBecomeAsync(outer: FunctionNode): boolean {
    if (outer.type === AST_NODE_TYPES.ArrowFunctionExpression) return true;
    const isPassing =
      outer.params.every(({ type }) => type === AST_NODE_TYPES.Identifier) &&
      !this.call.arguments.some(mayThrow);
    return isPassing && mayBeAsync(outer);
  }

  #asStatements({ node, awaited }: CallSlot): RefusalReason | TextEdit[] {
    const place = statementPlace(this.source, node, this.style);
    const { indent } = place;
    const form = { style: this.style, indent, awaited };
    const statements: readonly string[] | undefined = this.#only
      ? this.#single(this.#only, form)
      : withoutReturns(this.transfer, this.#statements, form);
    if (!statements) return "wrapper-work";
    const lines = [...this.#declared(indent), ...statements];
    if (lines.length === 1 && !place.inList && this.#only)
      return [{ range: node.range, text: lines[0] ?? "" }];
    const code = lines.join(`\n${indent}`);
    const end = node.range[1] + place.skips;
    return [{ range: [place.start, end], text: place.opening + code + place.closing }];
  }

  #single(
    only: TSESTree.Expression,
    { indent, awaited }: { indent: string; awaited: boolean },
  ): string[] {
    const isAwaited = only.type === AST_NODE_TYPES.AwaitExpression;
    const code = expressionCode(this.transfer, only, { indent });
    return [`${awaited && !isAwaited ? "await " : ""}${code}${this.style.semicolon}`];
  }

  /** `const ok = await sync(user);`, for a function that returns once, at its end. */
  #asDeclaration(slot: CallSlot): RefusalReason | TextEdit[] {
    const end = this.#statements.at(-1);
    const result = end?.type === AST_NODE_TYPES.ReturnStatement ? end.argument : null;
    if (this.#only || !result) return this.#asExpression(slot);
    const before = this.#statements.slice(0, -1);
    if (before.some(returnsIn)) return "wrapper-work";
    const declaration = slot.node.parent?.parent;
    if (!declaration) return "wrapper-work";
    const indent = indentationAt(this.source.text, declaration.range[0]);
    const lines = [
      ...this.#declared(indent),
      ...before.map((each) => plain(this.transfer, each, { indent })),
    ];
    const awaits =
      slot.awaited && result.type !== AST_NODE_TYPES.AwaitExpression && !isSync(result);
    const value = expressionCode(this.transfer, result, { indent });
    const start = declaration.range[0];
    return [
      { range: [start, start], text: lines.map((line) => `${line}\n${indent}`).join("") },
      { range: slot.node.range, text: `${awaits ? "await " : ""}${value}` },
    ];
  }

  #asExpression({ node, awaited }: CallSlot): RefusalReason | TextEdit[] {
    const only = this.#only;
    const { body, async } = this.transfer.fn.node;
    const isValue =
      body.type !== AST_NODE_TYPES.BlockStatement ||
      this.#statements[0]?.type === AST_NODE_TYPES.ReturnStatement;
    if (!only || !isValue) return "wrapper-work";
    if (this.declarations.length > 0) return "wrapper-arguments";
    const indent = indentationAt(this.source.text, node.range[0]);
    const code = expressionCode(this.transfer, only, { indent });
    const isAwaited = only.type === AST_NODE_TYPES.AwaitExpression;
    if (isAwaited && !async) return "wrapper-work";
    const text = awaited && !isAwaited ? `await ${code}` : code;
    const isSafe = only.type === AST_NODE_TYPES.CallExpression || awaited;
    return isSafe ? [{ range: node.range, text }] : "wrapper-work";
  }

  /** A call of an async function for which nobody waits: what comes of an error there must not change. */
  #unawaited({ kind, node }: CallSlot): RefusalReason | TextEdit[] {
    const only = this.#only && withoutAwait(this.#only);
    if (!only || this.declarations.length > 0 || kind !== "statement") return "not-awaited";
    if (only.type !== AST_NODE_TYPES.CallExpression) return "not-awaited";
    const parts = [...this.call.arguments, ...only.arguments];
    if (parts.some(mayThrow)) return "not-awaited";
    const indent = indentationAt(this.source.text, node.range[0]);
    const code = expressionCode(this.transfer, only, { indent });
    return [{ range: node.range, text: code + this.style.semicolon }];
  }

  #declared(indent: string): string[] {
    const from = indentationAt(this.source.text, this.call.range[0]);
    return this.declarations.map((line) => reindent(line, from, indent) + this.style.semicolon);
  }
}

function onlyExpression(
  body: TSESTree.BlockStatement | TSESTree.Expression,
  [first, another]: readonly TSESTree.Statement[],
): TSESTree.Expression | undefined {
  if (body.type !== AST_NODE_TYPES.BlockStatement) return body;
  if (another) return undefined;
  if (first?.type === AST_NODE_TYPES.ExpressionStatement) return first.expression;
  return first?.type === AST_NODE_TYPES.ReturnStatement ? (first.argument ?? undefined) : undefined;
}

function withoutAwait(expression: TSESTree.Expression): TSESTree.Expression {
  return expression.type === AST_NODE_TYPES.AwaitExpression ? expression.argument : expression;
}

/** Whether evaluating an argument may throw; `JSON.stringify` of plain values does not. */
function mayThrow(argument: TSESTree.Node): boolean {
  const isJson =
    argument.type === AST_NODE_TYPES.CallExpression &&
    calleeOf(argument).type === AST_NODE_TYPES.MemberExpression &&
    /^JSON\.stringify$/.test(nameOf(calleeOf(argument)));
  if (isJson) return argument.arguments.some(mayThrow);
  if (
    argument.type === AST_NODE_TYPES.ObjectExpression ||
    argument.type === AST_NODE_TYPES.Property
  )
    return childrenOf(argument).some(mayThrow);
  return mayStopEarly(argument, new Set());
}

function nameOf(callee: TSESTree.Node): string {
  if (callee.type === AST_NODE_TYPES.Identifier) return callee.name;
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return "";
  return `${nameOf(callee.object)}.${nameOf(callee.property)}`;
}

function isSync(value: TSESTree.Expression): boolean {
  return (
    value.type !== AST_NODE_TYPES.CallExpression && value.type !== AST_NODE_TYPES.NewExpression
  );
}
