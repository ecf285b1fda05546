import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { descendants } from "../source/syntax.js";
import type { FileStyle } from "./style.js";

/** The white space that the line of this offset starts with. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
}

/** Moves the lines of a copied text, its first line excepted, from one indentation to another. */
export function reindent(copied: string, from: string, to: string): string {
  return copied
    .split(/\r?\n/)
    .map((line, index) =>
      index > 0 && line.startsWith(from) ? to + line.slice(from.length) : line,
    )
    .join("\n");
}

/** The code of a node, for a line with this indentation. A template literal over several lines stays as it is. */
export function copyCode(source: SourceFile, node: TSESTree.Node, indentation: string): string {
  const code = source.text.slice(...node.range);
  return holdsLines(node)
    ? code
    : reindent(code, indentationAt(source.text, node.range[0]), indentation);
}

/** Whether line ends and indentation inside the node are part of a string. */
export function holdsLines(node: TSESTree.Node): boolean {
  for (const inner of descendants(node)) {
    if (inner.type === AST_NODE_TYPES.TemplateElement && inner.value.raw.includes("\n"))
      return true;
  }
  return false;
}

/** Joins lines in which each leading `\t` stands for a level of indentation. Line ends stay `\n`. */
export function inStyle(lines: readonly string[], style: FileStyle, indentation = ""): string {
  return lines
    .map((line) => {
      const [, levels = "", code = ""] = /^(\t*)(.*)$/s.exec(line) ?? [];
      return code && indentation + style.indent.repeat(levels.length) + code;
    })
    .join("\n");
}

/** The columns that an indentation takes; a tab counts as two, as Prettier counts it. */
export function columnsOf(indentation: string): number {
  return indentation.replaceAll("\t", "  ").length;
}

/**
 * Writes `open`, the items and `close` as one line where it ends before the file's width, else an item a line.
 * As in {@link inStyle}, each leading `\t` of `open` stands for a level of indentation.
 */
export function fitted(
  open: string,
  items: readonly string[],
  close: string,
  style: FileStyle,
): string[] {
  const levels = /^\t*/.exec(open)?.[0] ?? "";
  const line = open + items.join(", ") + close;
  const columns = levels.length * columnsOf(style.indent) + line.length - levels.length;
  if (columns <= style.width) return [line];
  const last = items.length - 1;
  return [
    open,
    ...items.map((item, at) => `${levels}\t${item}${at < last ? "," : style.trailingComma}`),
    levels + close,
  ];
}

/** An object literal with a member a line, for a line without indentation. */
export function expandedObject(members: readonly string[], style: FileStyle): string {
  const lines = members.map((member) => style.indent + member);
  return `{\n${lines.join(",\n")}${style.trailingComma}\n}`;
}

/** A string literal in the file's quotes; the content must need no escapes. */
export function quoted(content: string, style: FileStyle): string {
  return style.quote + content + style.quote;
}
