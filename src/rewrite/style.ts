import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { extname } from "node:path";
import type { SourceFile } from "../source/source-file.js";
import { descendants } from "../source/syntax.js";

/** How a file is written, so that what we add looks like the rest. */
export interface FileStyle {
  quote: '"' | "'";
  semicolon: "" | ";";
  /** One level of indentation. */
  indent: string;
  endOfLine: "\n" | "\r\n";
  trailingComma: "" | ",";
  /** The column that lines should end before. */
  width: number;
  typescript: boolean;
}

/** Reads a file's style off its own text; where the text does not show one, Prettier's defaults. */
export function fileStyle(source: SourceFile): FileStyle {
  const { text } = source;
  const semicolon = usesSemicolons(source) ? ";" : "";
  const withComma = /,\s*\n\s*[\])}]/.test(text);
  // What ends in `;` or `}` may be a block, which takes no comma.
  const withoutComma = /[^,;}\s({[]\s*\n\s*[\])}]\s*[),;]/.test(text);
  return {
    quote: quoteOf(source),
    semicolon,
    indent: indentOf(text),
    endOfLine: text.includes("\r\n") ? "\r\n" : "\n",
    trailingComma: withComma || (semicolon && !withoutComma) ? "," : "",
    width: text.split(/\r?\n/).some(isWide) ? 100 : 80,
    typescript: /^\.[cm]?tsx?$/.test(extname(source.path)),
  };
}

/** Whether a line shows that lines may be longer than 80 columns: not by a comment or a long string, which do not break. */
function isWide(line: string): boolean {
  const code = line.replace(/\s*\/\/.*$/, "");
  return code.length > 80 && !/^\s*(\*|import\b)|(["'`]).{40,}\2/.test(code);
}

function quoteOf(source: SourceFile): FileStyle["quote"] {
  let single = 0;
  let double = 0;
  for (const node of descendants(source.ast)) {
    if (node.type !== AST_NODE_TYPES.Literal || typeof node.value !== "string") continue;
    if (source.text[node.range[0]] === "'") single++;
    else double++;
  }
  return single > double ? "'" : '"';
}

function usesSemicolons(source: SourceFile): boolean {
  let withSemicolon = 0;
  let without = 0;
  for (const node of descendants(source.ast)) {
    if (!endsInSemicolon(node)) continue;
    if (source.text[node.range[1] - 1] === ";") withSemicolon++;
    else without++;
  }
  return withSemicolon >= without;
}

function endsInSemicolon(node: TSESTree.Node): boolean {
  switch (node.type) {
    case AST_NODE_TYPES.ExpressionStatement:
    case AST_NODE_TYPES.ImportDeclaration:
    case AST_NODE_TYPES.ReturnStatement:
      return true;
    case AST_NODE_TYPES.VariableDeclaration:
      return !node.parent.type.startsWith("For");
    default:
      return false;
  }
}

/** How much deeper the first line after an opening bracket stands than the bracket's own line. */
function indentOf(text: string): string {
  for (const [, outer = "", inner = ""] of text.matchAll(
    /^([ \t]*)(?![ \t]|\*).*[{([]\r?\n(?=([ \t]+)\S)/gm,
  )) {
    if (!inner.startsWith(outer) || inner.length - outer.length > 8) continue;
    const level = inner.slice(outer.length);
    if (level) return level.startsWith("\t") ? "\t" : level;
  }
  return "  ";
}
