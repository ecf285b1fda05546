import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { wrapped } from "../source/syntax.js";
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

/** The edit that takes a property with this value out of its object literal; `undefined` where it stands in none. */
export function removedProperty({ text }: SourceFile, value: TSESTree.Node): TextEdit | undefined {
  const property = wrapped(value).parent;
  if (property?.type !== AST_NODE_TYPES.Property) return undefined;
  const object = property.parent;
  if (object.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  const index = object.properties.findIndex((each) => each === property);
  const [before, after] = [object.properties[index - 1], object.properties[index + 1]];
  if (after) return { range: [property.range[0], after.range[0]], text: "" };
  if (before) return { range: [before.range[1], property.range[1]], text: "" };
  // `{ user_id }` is left empty, its comma gone.
  const isAlone = /^[\s,]*\}$/.test(text.slice(property.range[1], object.range[1]));
  return isAlone ? { range: object.range, text: "{}" } : undefined;
}
