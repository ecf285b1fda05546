import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { ancestors, type FunctionNode, isLoop, isWithin } from "../source/syntax.js";
import { runOf } from "./function-run.js";
import { dropsTurns, turnBesideOthers } from "./waiting-order.js";
import { freeVariables } from "./scope-check.js";
import { changes } from "./user-update.js";

/**
 * Whether a turn would come to see what others changed, once it no longer waits at the call. As long as it waits, all
 * turns run up to there before the first goes on:
 *
 * ```js
 * await Promise.all(users.map(async (user) => {
 *   await identify(user.id, { rank }); // The same rank for all.
 *   rank += 1;
 * }));
 * ```
 */
export function seesOtherTurns(source: SourceFile, call: TSESTree.Node): boolean {
  const turn = turnBesideOthers(source, call);
  if (!turn) return false;
  const end = call.range[1];
  return source.scopes.scopes
    .flatMap(({ variables }) => variables)
    .some((variable) => {
      const isRead = variable.references.some(
        ({ identifier }) => isWithin(identifier, turn) && identifier.range[1] <= end,
      );
      return isRead && isChangedAfter(source, variable, turn, end);
    });
}

/** Whether a turn changes, after an offset, what other turns have too. */
function isChangedAfter(
  source: SourceFile,
  variable: Variable,
  turn: FunctionNode,
  offset: number,
): boolean {
  if (isOfTurn(source, variable, turn)) return false;
  const isLater = (node: TSESTree.Node): boolean => isWithin(node, turn) && node.range[0] >= offset;
  return (
    changes(variable).some(isLater) ||
    (!isDeclaredIn(variable, turn) &&
      variable.references.some((reference) => reference.isWrite() && isLater(reference.identifier)))
  );
}

/** Whether what a variable holds is the turn's alone: its own user, what is read off that, or an object made in it. */
function isOfTurn(
  source: SourceFile,
  variable: Variable,
  turn: FunctionNode,
  asked: readonly Variable[] = [],
): boolean {
  if (asked.includes(variable)) return false;
  return variable.defs.some(({ node }) => {
    if (node === turn) return !mayComeAgain(source, turn);
    if (node.type !== AST_NODE_TYPES.VariableDeclarator || !isWithin(node, turn) || !node.init)
      return false;
    return (
      node.init.type === AST_NODE_TYPES.ObjectExpression ||
      freeVariables(source, node.init).every((read) =>
        isOfTurn(source, read, turn, [...asked, variable]),
      )
    );
  });
}

/** Whether the same user may come a second time while the first turn waits: nobody waits for it, and a loop goes on. */
function mayComeAgain(source: SourceFile, turn: FunctionNode): boolean {
  const run = runOf(source, turn);
  return run !== undefined && dropsTurns(run) && [...ancestors(run.node)].some(isLoop);
}

function isDeclaredIn({ defs }: Variable, turn: FunctionNode): boolean {
  return defs.some(({ name }) => isWithin(name, turn));
}
