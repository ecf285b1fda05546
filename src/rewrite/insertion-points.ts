import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { requireOf } from "./imported-export.js";

/**
 * Where a new import goes: after the last of its kind, else before the first statement.
 *
 * @param goes - whether a statement is taken away, so that nothing can stand beside it
 */
export function importPoint(
  source: SourceFile,
  isImport: boolean,
  goes: (statement: TSESTree.Node) => boolean,
): { offset: number; after: boolean } {
  const kept = source.ast.body.filter((statement) => !goes(statement));
  const last = isImport
    ? kept.findLast(({ type }) => type === AST_NODE_TYPES.ImportDeclaration)
    : topRequires(kept).at(-1);
  if (last) return { offset: endOfLine(source, last.range[1]), after: true };
  const first = kept.find((statement) => !isDirective(statement));
  return { offset: first ? startWithComments(source, first) : source.text.length, after: false };
}

/** Only the first run of requires counts: one further down may depend on what stands between. */
function topRequires(statements: readonly TSESTree.ProgramStatement[]): TSESTree.Node[] {
  const end = statements.findIndex(
    (other) => requireOf(other) === undefined && !isDirective(other),
  );
  const top = end < 0 ? statements : statements.slice(0, end);
  return top.filter((statement) => requireOf(statement) !== undefined);
}

function isDirective(statement: TSESTree.Node): boolean {
  return (
    statement.type === AST_NODE_TYPES.ExpressionStatement && typeof statement.directive === "string"
  );
}

/** Whether the last line of a text holds code or a comment that touches what is put after it. */
export function followsCode(above: string): boolean {
  return /\S[ \t]*\r?\n$/.test(above);
}

/** Where functions go that the code at an offset calls: before its top-level statement and the comments on it. */
export function functionPoint(source: SourceFile, offset: number): number {
  const { body } = source.ast;
  let index = body.findIndex(({ range }) => range[0] <= offset && offset < range[1]);
  // The signatures of an overloaded function must stand right before it.
  while (isSignature(body[index - 1])) index--;
  const statement = body[index];
  return statement ? startWithComments(source, statement) : offset;
}

function isSignature(statement: TSESTree.Node | undefined): boolean {
  return declarationOf(statement)?.type === AST_NODE_TYPES.TSDeclareFunction;
}

function declarationOf(statement: TSESTree.Node | undefined): TSESTree.Node | null | undefined {
  const isExport =
    statement?.type === AST_NODE_TYPES.ExportNamedDeclaration ||
    statement?.type === AST_NODE_TYPES.ExportDefaultDeclaration;
  return isExport ? statement.declaration : statement;
}

/** The start of a statement; the decorators of an exported class may stand before the `export`. */
function startOf(statement: TSESTree.Node): number {
  const declaration = declarationOf(statement);
  if (declaration?.type !== AST_NODE_TYPES.ClassDeclaration) return statement.range[0];
  // Parsers that know no decorators leave the list out.
  const decorators = declaration.decorators as readonly TSESTree.Node[] | undefined;
  return Math.min(statement.range[0], ...(decorators ?? []).map(({ range }) => range[0]));
}

/** The start of a statement's line, or of the comments right above it; a comment with a blank line after it stays above. */
export function startWithComments(source: SourceFile, statement: TSESTree.Node): number {
  let start = startOf(statement);
  for (const comment of source.comments.toReversed()) {
    if (comment.range[1] > start || (comment.type as string) === "Shebang") continue;
    const between = source.text.slice(comment.range[1], start);
    const isAlone = /(^|\n)[ \t]*$/.test(source.text.slice(0, comment.range[0]));
    if (!/^[ \t]*\r?\n?[ \t]*$/.test(between) || !isAlone) break;
    start = comment.range[0];
  }
  return start;
}

/** The end of a line whose rest is blank or a comment on what stands before; else the offset itself. */
export function endOfLine({ text }: SourceFile, offset: number): number {
  const rest = /^[ \t]*(\/\/[^\r\n]*|\/\*[^\r\n]*\*\/[ \t]*)?(?=\r?\n|$)/.exec(text.slice(offset));
  return offset + (rest?.[0].length ?? 0);
}
