import { AST_NODE_TYPES } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { calleeOf, type FunctionNode, isFunction } from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";
import { asyncEdits, insertion } from "./callers/async-function.js";
import type { EndListener, ListenedStream } from "./end-listeners.js";
import { indentationAt, quoted } from "./layout.js";
import type { FileStyle } from "./style.js";

/** The lines that send what was collected. */
export interface Sending {
  lines: (indent: string) => readonly string[];
  /** Whether they wait for it. */
  waits: boolean;
}

/** The edits by which listeners of a stream send what was collected before they do what they did. */
export function listenerEdits(
  source: SourceFile,
  { end, error }: ListenedStream,
  sending: Sending,
  style: FileStyle,
): TextEdit[] {
  return [
    ...endingEdits(source, end, sending, style),
    ...(error
      ? endingEdits(source, error, sending, style)
      : [rethrowingListener(source, end, sending, style)]),
  ];
}

function endingEdits(
  source: SourceFile,
  { handler, isError }: EndListener,
  sending: Sending,
  style: FileStyle,
): TextEdit[] {
  if (isFunction(handler)) {
    const makesAsync = sending.waits && !handler.async ? asyncEdits(source, handler) : [];
    return [...makesAsync, ...bodyEdits(source, handler, sending, style)];
  }
  const name = source.text.slice(...handler.range);
  const indent = indentationAt(source.text, handler.range[0]);
  const error = isError ? errorName(name) : "";
  const code = listener(error, `${name}(${error})`, indent, sending, style);
  return [{ range: handler.range, text: code }];
}

function errorName(taken: string): string {
  return taken === "error" ? "failure" : "error";
}

/** A function that sends what was collected, and then does one thing more. */
function listener(
  parameter: string,
  then: string,
  indent: string,
  { lines, waits }: Sending,
  style: FileStyle,
): string {
  const inner = indent + style.indent;
  const body = [...lines(inner), then + style.semicolon].map((line) => inner + line);
  return `${waits ? "async " : ""}(${parameter}) => {\n${body.join("\n")}\n${indent}}`;
}

/** Puts the lines at the start of a function, which gets a block where it had none. */
function bodyEdits(
  { text }: SourceFile,
  { body, range }: FunctionNode,
  { lines }: Sending,
  style: FileStyle,
): TextEdit[] {
  const indent = indentationAt(text, range[0]);
  const inner = indent + style.indent;
  const code = lines(inner).join(`\n${inner}`);
  if (body.type !== AST_NODE_TYPES.BlockStatement) {
    const arrow = text.lastIndexOf("=>", body.range[0]) + "=>".length;
    const space = /^\s*/.exec(text.slice(arrow))?.[0].length ?? 0;
    return [
      { range: [arrow, arrow + space], text: ` {\n${inner}${code}\n${inner}` },
      insertion(range[1], `${style.semicolon}\n${indent}}`),
    ];
  }
  const start = body.range[0] + "{".length;
  const rest = /^[ \t]*(\r?\n)?/.exec(text.slice(start));
  if (rest?.[1] !== undefined) return [insertion(start, `\n${inner}${code}`)];
  const next = body.body.length > 0 ? inner : indent;
  return [{ range: [start, start + (rest?.[0].length ?? 0)], text: `\n${inner}${code}\n${next}` }];
}

/** A listener of errors, which end the process as before, but after what was collected is sent. */
function rethrowingListener(
  source: SourceFile,
  { call }: EndListener,
  sending: Sending,
  style: FileStyle,
): TextEdit {
  const { text } = source;
  const callee = calleeOf(call);
  const dot =
    callee.type === AST_NODE_TYPES.MemberExpression
      ? text.lastIndexOf(".", callee.property.range[0])
      : call.range[0];
  const indent = indentationAt(text, dot);
  const isOnOwnLine = text.slice(0, dot).endsWith(`\n${indent}`);
  const code = listener("error", "throw error", indent, sending, style);
  const link = `.on(${quoted("error", style)}, ${code})`;
  return insertion(call.range[1], (isOnOwnLine ? `\n${indent}` : "") + link);
}
