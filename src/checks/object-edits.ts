import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { isWithin, wrapped } from "../source/syntax.js";
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

/**
 * The edit that takes a property with this value out of its object literal; `undefined` where it stands in none, and
 * where a comment would go with it.
 */
export function removedProperty(source: SourceFile, value: TSESTree.Node): TextEdit | undefined {
  const property = wrapped(value).parent;
  if (property?.type !== AST_NODE_TYPES.Property) return undefined;
  const object = property.parent;
  if (object.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  const range = rangeWithComma(object, property);
  if (range) return holdsComment(source, range) ? undefined : { range, text: "" };
  // `{ user_id }` is left empty, its comma gone.
  const rest = source.text.slice(property.range[1], object.range[1]);
  return /^[\s,]*\}$/.test(rest) ? { range: object.range, text: "{}" } : undefined;
}

type Range = readonly [number, number];

/** The range of a property and of the comma after it, or before the last one; `undefined` where it is the only property. */
export function rangeWithComma(
  { properties }: TSESTree.ObjectExpression,
  property: TSESTree.Property,
): Range | undefined {
  const index = properties.indexOf(property);
  const [before, after] = [properties[index - 1], properties[index + 1]];
  if (after) return [property.range[0], after.range[0]];
  return before && [before.range[1], property.range[1]];
}

/** Whether a comment lies in a range. */
export function holdsComment({ comments }: SourceFile, range: Range): boolean {
  return comments.some((comment) => isWithin(comment, { range }));
}
