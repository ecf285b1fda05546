import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { enclosingFunction, wrapped } from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";

/** The edits that make the code wait for a promise that it drops; `undefined` where it cannot be waited for. */
export function awaitAdded(
  { ast }: SourceFile,
  call: TSESTree.Node,
): readonly TextEdit[] | undefined {
  const use = wrapped(call);
  const around = use.parent?.type === AST_NODE_TYPES.UnaryExpression ? use.parent : use;
  if (around.parent?.type !== AST_NODE_TYPES.ExpressionStatement) return undefined;
  const fn = enclosingFunction(call);
  const mayAwait = fn ? fn.async : ast.sourceType === "module";
  return mayAwait ? [{ range: [around.range[0], use.range[0]], text: "await " }] : undefined;
}

/**
 * The edits that throw where an awaited response of fetch is no success; `undefined` where the response has no statement
 * of its own.
 */
export function statusTestAdded(
  source: SourceFile,
  call: TSESTree.Node,
): readonly TextEdit[] | undefined {
  const waiting = wrapped(call).parent;
  if (waiting?.type !== AST_NODE_TYPES.AwaitExpression) return undefined;
  const { parent } = wrapped(waiting);
  const statement = parent?.type === AST_NODE_TYPES.VariableDeclarator ? parent.parent : parent;
  if (!parent || !statement?.parent || !isListed(statement)) return undefined;
  if (parent.type === AST_NODE_TYPES.ExpressionStatement) {
    const name = ["response", "haloResponse"].find((each) => !spells(source, each));
    if (name === undefined) return undefined;
    const start = statement.range[0];
    return [
      { range: [start, start], text: `const ${name} = ` },
      testAfter(source, statement, name),
    ];
  }
  return parent.type === AST_NODE_TYPES.VariableDeclarator &&
    parent.id.type === AST_NODE_TYPES.Identifier &&
    statement.type === AST_NODE_TYPES.VariableDeclaration &&
    statement.declarations.length === 1
    ? [testAfter(source, statement, parent.id.name)]
    : undefined;
}

function isListed({ parent }: TSESTree.Node): boolean {
  return parent?.type === AST_NODE_TYPES.BlockStatement || parent?.type === AST_NODE_TYPES.Program;
}

function spells({ text }: SourceFile, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}

function testAfter({ text }: SourceFile, statement: TSESTree.Node, name: string): TextEdit {
  const [start, end] = statement.range;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(lineStart, start);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = /\S/.test(before) ? " " : newline + before;
  const test = `if (!${name}.ok) throw new Error(\`Halo answered \${${name}.status}: \${await ${name}.text()}\`);`;
  const separator = text[end - 1] === ";" ? "" : ";";
  return { range: [end, end], text: separator + indent + test };
}
