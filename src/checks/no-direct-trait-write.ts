import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { innerCalls, writesTraits } from "../find/trait-table/builder-write.js";
import { isWholeText, sqlTexts } from "../find/trait-table/sql-text.js";
import { traitWriteIn } from "../find/trait-table/sql-write.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeName, descendants } from "../source/syntax.js";
import type { Problem } from "./problem.js";

type MessageId = "deletes" | "writes";

const printers = /^(debug|error|fail|info|log|test|it|trace|warn|\w*Error)$/;

/** Statements of SQL, and calls of query builders, that write traits straight into Halo's own table. */
export function noDirectTraitWrite(source: SourceFile): Problem<MessageId>[] {
  const reported = new Set<TSESTree.Node>();
  const problems = [...descendants(source.ast)].flatMap((node): Problem<MessageId>[] => {
    const messageId = isWholeText(node) ? ofText(source, node) : undefined;
    if (messageId) return [{ node: statementOf(node), messageId }];
    if (node.type !== AST_NODE_TYPES.CallExpression || !writesTraits(source, node)) return [];
    reported.add(node);
    return [{ node, messageId: "writes" }];
  });
  // A chain is reported where it first writes: `insert(…).values(…).onConflictDoUpdate(…)`.
  return problems.filter(
    ({ node }) =>
      node.type !== AST_NODE_TYPES.CallExpression ||
      !innerCalls(node).some((inner) => reported.has(inner)),
  );
}

function ofText(source: SourceFile, node: Parameters<typeof sqlTexts>[1]): MessageId | undefined {
  if (isPrinted(node)) return undefined;
  for (const text of sqlTexts(source, node)) {
    const found = traitWriteIn(text);
    if (found) return found;
  }
  return undefined;
}

/** A message may speak of SQL and run none. */
function isPrinted({ parent }: TSESTree.Node): boolean {
  return (
    (parent?.type === AST_NODE_TYPES.CallExpression ||
      parent?.type === AST_NODE_TYPES.NewExpression) &&
    printers.test(calleeName(parent) ?? "")
  );
}

/** A tagged template as a whole. */
function statementOf(node: TSESTree.Node): TSESTree.Node {
  return node.parent?.type === AST_NODE_TYPES.TaggedTemplateExpression ? node.parent : node;
}
