import { AST_NODE_TYPES } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { descendants } from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";

type Range = readonly [number, number];

/**
 * The edits that indent the lines of a range, its first line excepted. Lines inside strings stay as they are.
 *
 * @param added - the white space that each line gets
 * @param fixed - ranges whose lines other edits write
 */
export function deeperLines(
  { ast, text }: SourceFile,
  [start, end]: Range,
  added: string,
  fixed: readonly Range[],
): TextEdit[] {
  const kept = [...fixed];
  for (const node of descendants(ast)) {
    const isInside = start <= node.range[0] && node.range[1] <= end;
    if (isInside && node.type === AST_NODE_TYPES.TemplateElement) kept.push(node.range);
  }
  const edits: TextEdit[] = [];
  for (
    let line = text.indexOf("\n", start) + 1;
    line > 0 && line < end;
    line = text.indexOf("\n", line) + 1
  ) {
    const isBlank = /^[ \t]*\r?$/.test(text.slice(line, text.indexOf("\n", line)));
    if (isBlank || kept.some((range) => range[0] < line && line <= range[1])) continue;
    edits.push({ range: [line, line], text: added });
  }
  return edits;
}
