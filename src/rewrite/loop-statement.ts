import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { FunctionNode } from "../source/syntax.js";
import { statementIn } from "./call-position.js";
import { arrowBody } from "./promise-giver.js";

/**
 * The statement that holds the expression which stands for an iteration: the loop itself, or that of the callback's
 * call; or the expression that an arrow function consists of.
 */
export function loopStatement(
  anchor: TSESTree.Node,
  owner: FunctionNode | undefined,
): TSESTree.Node | undefined {
  const statement = statementIn(anchor, owner);
  if (!statement) return owner && arrowBody(owner);
  if (statement === anchor) {
    return statement.parent?.type === AST_NODE_TYPES.LabeledStatement
      ? statement.parent
      : statement;
  }
  const fits =
    statement.type === AST_NODE_TYPES.ExpressionStatement ||
    statement.type === AST_NODE_TYPES.ReturnStatement ||
    statement.type === AST_NODE_TYPES.VariableDeclaration;
  return fits && statement.parent.type !== AST_NODE_TYPES.ExportNamedDeclaration
    ? statement
    : undefined;
}
