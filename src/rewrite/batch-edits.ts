import type { SourceFile } from "../source/source-file.js";
import type { TextEdit } from "../source/text-edit.js";
import { indentationAt, copyCode } from "./layout.js";
import type { FreshNames } from "./names.js";
import type { BatchPlan } from "./plan.js";
import { updateCall, userObject, warning } from "./site-code.js";
import type { FileStyle } from "./style.js";
import type { UpdateFunction } from "./update-function.js";

/** The edit that puts one statement in the place of a call, or of a loop that did nothing but call. */
export function batchEdits(
  source: SourceFile,
  plan: BatchPlan,
  update: UpdateFunction,
  style: FileStyle,
  names: FreshNames,
): TextEdit[] {
  const indent = indentationAt(source.text, plan.range[0]);
  const call = updateCall(
    update,
    plan.connection,
    (argument, margin) => batchArgument(source, plan, style, argument, margin),
    style,
    indent,
  );
  if (!plan.statements) return [{ range: plan.range, text: `await ${call(0)}` }];
  const skipped = names.take("haloSkipped");
  const opening = `const ${skipped} = await `;
  const lines = [
    opening + call(indent.length + opening.length) + style.semicolon,
    ...warning(skipped, style),
  ];
  return [{ range: plan.range, text: lines.join(`\n${indent}`) }];
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
    return fits(single, room) ? single : `[${userObject(update, style, indent, 0)}]`;
  }
  const over = copyCode(source, list.over, indent);
  const [opening, closing] = list.isArray
    ? [`${asObject(over)}.map(${list.parameters} => (`, "))"]
    : [`Array.from(${over}, ${list.parameters} => (`, "))"];
  const short = opening + userObject(update, style, indent, Infinity) + closing;
  return fits(short, room) ? short : opening + userObject(update, style, indent, 0) + closing;
}

function fits(code: string, room: number): boolean {
  return !code.includes("\n") && code.length <= room;
}

/** Code that a member can be read from: `await f()` and `a ?? b` need parentheses. */
function asObject(code: string): string {
  return /^[\w$.[\]()]+$/.test(code) || /^\[.*\]$/s.test(code) ? code : `(${code})`;
}
