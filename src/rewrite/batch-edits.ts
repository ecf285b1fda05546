import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { isFunction } from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";
import { columnsOf, copyCode, indentationAt } from "./layout.js";
import type { BatchList } from "./batch-list.js";
import type { FreshNames } from "./names.js";
import type { BatchPlan } from "./plan.js";
import { handled, updateCall, userObject, warning } from "./site-code.js";
import { statementPlace } from "./statement-place.js";
import type { FileStyle } from "./style.js";
import type { SendFunction } from "./send-function.js";

/** The edit that puts one statement in the place of a call, or of a loop that did nothing but call. */
export function batchEdits(
  source: SourceFile,
  plan: BatchPlan,
  update: SendFunction,
  style: FileStyle,
  names: FreshNames,
): TextEdit[] {
  const { range } = plan;
  const send = (indent: string, column: number): string =>
    updateCall(
      update,
      plan.connection,
      (argument, margin) => batchArgument(source, plan, style, argument, margin),
      style,
      indent,
    )(column);
  if (!plan.statement) {
    const code = send(indentationAt(source.text, range[0]), 0);
    return [{ range, text: update.gives === "nothing" ? code : `await ${code}` }];
  }
  const place = statementPlace(source, plan.statement, style);
  const counts = update.gives === "skipped";
  const skipped = counts ? names.takeLocal("haloSkipped", plan.statement) : "";
  const opening = counts ? `const ${skipped} = await ` : update.gives === "promise" ? "await " : "";
  const { onFailure } = plan;
  const inner = onFailure ? place.indent + style.indent : place.indent;
  const call = send(inner, columnsOf(inner) + opening.length) + style.semicolon;
  const lines = handled(
    [opening + call, ...(counts ? warning(skipped, style) : [])],
    onFailure,
    style,
  );
  const code = lines.join(`\n${place.indent}`);
  return [
    { range: [place.start, range[1] + place.skips], text: place.opening + code + place.closing },
  ];
}

/** The list of updates, for a line with this indentation; `room` is what is left of the line. */
function batchArgument(
  source: SourceFile,
  { update, list }: BatchPlan,
  style: FileStyle,
  indent: string,
  room: number,
): string {
  if (!list) {
    const single = `[${userObject(update, style, indent, Infinity)}]`;
    if (fits(single, room)) return single;
    const inner = indent + style.indent;
    const user = userObject(update, style, inner, style.width - columnsOf(inner) - 1);
    return `[\n${inner}${user}${style.trailingComma}\n${indent}]`;
  }
  const user = (room: number) => (inner: string) => userObject(update, style, inner, room);
  const over = copyCode(source, list.over, indent);
  const short = mapCode(over, list, indent, user(Infinity));
  if (fits(short, room)) return short;
  const chain = list.isArray ? brokenChain(list.over, over, indent + style.indent) : over;
  return mapCode(chain, list, indent, user(0));
}

/** Maps the list; a chain of calls that has a line for each goes on with a line for `map`. */
function mapCode(
  over: string,
  { isArray, over: node, parameters }: BatchList,
  indent: string,
  user: (indentation: string) => string,
): string {
  if (!isArray) return `Array.from(${over}, ${parameters} => (${user(indent)}))`;
  const link = /\n([ \t]*)\..*$/.exec(over)?.[1];
  const start = asObject(node, over) + (link === undefined ? "" : `\n${link}`);
  return `${start}.map(${parameters} => (${user(link ?? indent)}))`;
}

/** `users.filter(isPaying)` with its call on a line of its own, where that is its only call. */
function brokenChain(node: TSESTree.Node, code: string, indent: string): string {
  if (code.includes("\n") || node.type !== AST_NODE_TYPES.CallExpression) return code;
  const { callee } = node;
  const isChain =
    callee.type === AST_NODE_TYPES.MemberExpression &&
    !callee.computed &&
    callee.object.type === AST_NODE_TYPES.Identifier &&
    node.arguments.some(isFunction);
  const dot = isChain ? callee.object.range[1] - node.range[0] : 0;
  return dot > 0 ? `${code.slice(0, dot)}\n${indent}${code.slice(dot)}` : code;
}

function fits(code: string, room: number): boolean {
  return !code.includes("\n") && code.length <= room;
}

/** Code that a member can be read from: `await f()` and `a ?? b` need parentheses. */
function asObject(node: TSESTree.Node, code: string): string {
  switch (node.type) {
    case AST_NODE_TYPES.ArrayExpression:
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
      return code;
    default:
      return `(${code})`;
  }
}
