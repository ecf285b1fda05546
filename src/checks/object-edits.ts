import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import type { TextEdit } from "../source/text-edit.js";

/**
 * The edit that puts a property into an object literal, on a line of its own where the others have one.
 *
 * @param property - the text of it, as in `update_only: true`
 * @param before - the property that it goes before; the first by default
 */
export function addedProperty(
  { text }: SourceFile,
  object: TSESTree.ObjectExpression,
  property: string,
  before: TSESTree.Node | undefined = object.properties[0],
): TextEdit {
  if (!before) return { range: object.range, text: `{ ${property} }` };
  const [start] = before.range;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const indent = text.slice(lineStart, start);
  const newline = text[lineStart - 2] === "\r" ? "\r\n" : "\n";
  const separator = /\S/.test(indent) || lineStart === 0 ? " " : newline + indent;
  return { range: [start, start], text: `${property},${separator}` };
}
