import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { wrapped } from "../../source/syntax.js";
import type { TextEdit } from "../../source/text-edit.js";
import { indentationAt } from "../layout.js";
import type { FileStyle } from "../style.js";

/** How a call around a callback that gets several lines is written then. */
export interface BrokenCall {
  /** The indentation of the line that the callback starts in. */
  indent: string;
  edits: TextEdit[];
}

/** Gives `users.map(…)` in `Promise.all(users.map(…))` a line of its own, as a callback of several lines needs it. */
export function brokenCall(
  source: SourceFile,
  callback: TSESTree.Node,
  style: FileStyle,
): BrokenCall {
  const { text } = source;
  const own = indentationAt(text, callback.range[0]);
  const inner = wrapped(callback).parent;
  const outer = inner && wrapped(inner).parent;
  const isOnly =
    inner?.type === AST_NODE_TYPES.CallExpression &&
    inner.callee !== callback &&
    outer?.type === AST_NODE_TYPES.CallExpression &&
    outer.callee !== inner &&
    outer.arguments.length === 1;
  if (!isOnly) return { indent: own, edits: [] };
  const [start, end] = wrapped(inner).range;
  const close = outer.range[1] - 1;
  const isOnLine = !text.slice(outer.range[0], callback.range[0]).includes("\n");
  if (!isOnLine || text[start - 1] !== "(" || text.slice(end, close).trim() !== "")
    return { indent: own, edits: [] };
  const indent = own + style.indent;
  return {
    indent,
    edits: [
      { range: [start, start], text: `\n${indent}` },
      { range: [end, close], text: `${style.trailingComma}\n${own}` },
    ],
  };
}
