import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { ancestors, isFunction, isLoop } from "../source/syntax.js";
import type { Iteration } from "./iterations/iteration.js";

/**
 * Whether an iteration always ends right after this node has run, so that it runs once at most:
 * `if (user.id === id) { ha.identify(user.id); break; }`.
 */
export function alwaysLeaves(node: TSESTree.Node, iteration: Iteration): boolean {
  let leaves = false;
  let child = node;
  let crossed: TSESTree.Node[] = [];
  for (const up of ancestors(node)) {
    if (up === iteration.body && isFunction(up)) break;
    if (isFunction(up)) {
      // What leaves an inner function does not leave the iteration around it.
      leaves = false;
      crossed = [];
    } else {
      leaves ||= up.type === AST_NODE_TYPES.ReturnStatement && leavesByReturn(up, iteration);
      leaves ||= statementsAfter(up, child).some((next) => ends(next, iteration, crossed));
      crossed.push(up);
    }
    if (up === iteration.node) break;
    child = up;
  }
  return leaves;
}

function statementsAfter(parent: TSESTree.Node, child: TSESTree.Node): readonly TSESTree.Node[] {
  const list =
    parent.type === AST_NODE_TYPES.BlockStatement
      ? parent.body
      : parent.type === AST_NODE_TYPES.SwitchCase
        ? parent.consequent
        : [];
  return list.slice(list.findIndex((statement) => statement === child) + 1);
}

/** Whether control never gets past this statement to the next turn. */
function ends(
  statement: TSESTree.Node,
  iteration: Iteration,
  crossed: readonly TSESTree.Node[],
): boolean {
  switch (statement.type) {
    case AST_NODE_TYPES.ReturnStatement:
      return leavesByReturn(statement, iteration);
    case AST_NODE_TYPES.ThrowStatement:
      return !crossed.some((node) => node.type === AST_NODE_TYPES.TryStatement);
    case AST_NODE_TYPES.BreakStatement:
      return statement.label ? isOutside(statement, iteration) : !crossed.some(catchesBreak);
    case AST_NODE_TYPES.ContinueStatement:
      return statement.label !== null && isOutside(statement, iteration, false);
    case AST_NODE_TYPES.BlockStatement:
      return statement.body.some((inner) => ends(inner, iteration, crossed));
    case AST_NODE_TYPES.IfStatement:
      return (
        statement.alternate !== null &&
        ends(statement.consequent, iteration, crossed) &&
        ends(statement.alternate, iteration, crossed)
      );
    default:
      return false;
  }
}

/** A return leaves a loop statement around it; a callback's return ends only its turn, except for `some` and its kin. */
function leavesByReturn(statement: TSESTree.ReturnStatement, iteration: Iteration): boolean {
  if (isLoop(iteration.node)) return true;
  return (
    iteration.stopsOn !== undefined &&
    statement.argument?.type === AST_NODE_TYPES.Literal &&
    statement.argument.value === iteration.stopsOn
  );
}

function catchesBreak(node: TSESTree.Node): boolean {
  return isLoop(node) || node.type === AST_NODE_TYPES.SwitchStatement;
}

/** Whether a label lies on the iteration's loop or outside it; `continue` on the loop itself only starts the next turn. */
function isOutside(
  statement: TSESTree.BreakStatement | TSESTree.ContinueStatement,
  iteration: Iteration,
  orOnIt = true,
): boolean {
  for (const up of ancestors(iteration.node)) {
    if (isFunction(up)) return false;
    if (up.type !== AST_NODE_TYPES.LabeledStatement || up.label.name !== statement.label?.name)
      continue;
    return orOnIt || up.body !== iteration.node;
  }
  return false;
}
