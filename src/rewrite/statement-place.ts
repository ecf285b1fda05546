import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { indentationAt } from "./layout.js";
import type { FileStyle } from "./style.js";

/** Where a statement stands, and what it takes to put others beside it. */
export interface StatementPlace {
  /** Whether others may simply stand before and after it; else all of them need a block. */
  inList: boolean;
  /** From where on text is replaced to put something before the statement: its start, or the space before it. */
  start: number;
  /** What opens the block, up to where the first statement in it starts; empty in a list. */
  opening: string;
  /** What closes the block after the last statement in it; empty in a list. */
  closing: string;
  /** How much of the space after the statement `closing` takes the place of: up to an `else`, which joins the brace. */
  skips: number;
  /** The indentation of the statements beside it, in the block if there is one. */
  indent: string;
  /** How many levels deeper than before that is. */
  levels: 0 | 1;
}

/** Looks where a statement stands: in a list of statements, or alone after `if (…)`, `else`, `case …:` or a loop's head. */
export function statementPlace(
  source: SourceFile,
  statement: TSESTree.Node,
  style: FileStyle,
): StatementPlace {
  const { text } = source;
  const [start] = statement.range;
  const own = indentationAt(text, start);
  if (isInList(statement))
    return { inList: true, start, opening: "", closing: "", skips: 0, indent: own, levels: 0 };
  const before = text.slice(0, start).trimEnd().length;
  const isOnOwnLine = text.slice(before, start).includes("\n");
  const isCase = statement.parent?.type === AST_NODE_TYPES.SwitchCase;
  const followsComment = source.comments.some(({ range }) => range[1] === before);
  if (isCase || followsComment) {
    const indent = own + style.indent;
    return {
      ...{ inList: false, start, opening: `{\n${indent}`, closing: `\n${own}}` },
      ...{ skips: 0, indent, levels: 1 },
    };
  }
  // The block opens on the line of the `if`, so that a statement on a line of its own is indented already.
  const outer = indentationAt(text, before);
  const indent = isOnOwnLine ? own : outer + style.indent;
  const skips = /^\s+(?=else\b)/.exec(text.slice(statement.range[1]))?.[0].length ?? 0;
  return {
    inList: false,
    start: before,
    opening: ` {\n${indent}`,
    closing: `\n${outer}}${skips > 0 ? " " : ""}`,
    skips,
    indent,
    levels: isOnOwnLine ? 0 : 1,
  };
}

/** Whether statements may be put before and after this one. */
function isInList(statement: TSESTree.Node): boolean {
  const type = statement.parent?.type;
  return (
    type === AST_NODE_TYPES.BlockStatement ||
    type === AST_NODE_TYPES.Program ||
    type === AST_NODE_TYPES.StaticBlock
  );
}
