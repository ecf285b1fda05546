import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import {
  ancestors,
  calleeOf,
  descendants,
  type FunctionNode,
  isFunction,
  isLoop,
  isWithin,
  staticName,
} from "../../source/syntax.js";
import type { Iteration } from "../iterations/iteration.js";

/** The part of an iteration that decides what leaves it. */
type Left = Pick<Iteration, "body" | "node" | "stopsOn"> & {
  /** In a recursion, the call that begins the next turn: it leaves by whatever returns before that. */
  again?: TSESTree.Node;
};

/**
 * What becomes of an iteration once a statement has run:
 * - `leaves`: it ends here, in any case
 * - `stays`: the next turn may begin before anything that follows has run
 * - `falls through`: what follows the statement runs
 * - a node: what follows that node runs, for the statement breaks out of it
 */
type Outcome = TSESTree.Node | "falls through" | "leaves" | "stays";

/**
 * Whether an iteration always ends right after this node has run, so that it runs once at most:
 * `if (user.id === id) { ha.identify(user.id); break; }`.
 */
export function alwaysLeaves(node: TSESTree.Node, iteration: Left): boolean {
  let outcome: Outcome = "falls through";
  let child = node;
  for (const up of ancestors(node)) {
    if (up === iteration.body && isFunction(up)) {
      if (outcome === "falls through" && isStatements(up) && stopsAtEnd(up, iteration))
        outcome = "leaves";
      break;
    }
    // What leaves an inner function does not leave the iteration around it.
    if (isFunction(up) || up === outcome) outcome = "falls through";
    // What `finally` does comes last, whatever was to be done before.
    else if (outcome === "falls through" || up.type === AST_NODE_TYPES.TryStatement) {
      const after = outcomeAfter(up, child, iteration);
      // A break of this very block goes on after it.
      if (after !== "falls through" && after !== up) outcome = after;
    }
    if (up === iteration.node) break;
    child = up;
  }
  return outcome === "leaves";
}

/** What happens after `child` has run within `parent`. */
function outcomeAfter(parent: TSESTree.Node, child: TSESTree.Node, iteration: Left): Outcome {
  switch (parent.type) {
    case AST_NODE_TYPES.ReturnStatement:
      return outcomeOf(parent, iteration);
    case AST_NODE_TYPES.BlockStatement:
      return outcomeFrom(parent, parent.body, child, iteration);
    case AST_NODE_TYPES.SwitchCase:
      return outcomeFrom(parent, parent.consequent, child, iteration);
    case AST_NODE_TYPES.TryStatement:
      return parent.finalizer && child !== parent.finalizer
        ? outcomeOf(parent.finalizer, iteration)
        : "falls through";
    default:
      return "falls through";
  }
}

type Outcomes = Map<TSESTree.Node, Outcome>;

const outcomes = new WeakMap<TSESTree.Node, Map<TSESTree.Node, Outcomes>>();

/**
 * What happens after one statement of a list has run. Worked out for the whole list at once, from its end:
 * a generated file can hold thousands of calls in one block.
 */
function outcomeFrom(
  owner: TSESTree.Node,
  statements: readonly TSESTree.Statement[],
  child: TSESTree.Node,
  iteration: Left,
): Outcome {
  const known = outcomes.get(owner) ?? new Map<TSESTree.Node, Outcomes>();
  outcomes.set(owner, known);
  const key = iteration.again ?? iteration.node;
  let after = known.get(key);
  if (!after) known.set(key, (after = outcomesAfter(statements, iteration)));
  return after.get(child) ?? "falls through";
}

function outcomesAfter(statements: readonly TSESTree.Statement[], iteration: Left): Outcomes {
  const after: Outcomes = new Map();
  let following: Outcome = "falls through";
  for (const statement of statements.toReversed()) {
    after.set(statement, following);
    const own = outcomeOf(statement, iteration);
    if (own !== "falls through") following = own;
  }
  return after;
}

function outcomeOf(statement: TSESTree.Statement, iteration: Left): Outcome {
  switch (statement.type) {
    case AST_NODE_TYPES.ReturnStatement:
      return leavesByReturn(statement, iteration) ? "leaves" : "stays";
    case AST_NODE_TYPES.ThrowStatement:
      return outcomeOfThrow(statement, iteration);
    case AST_NODE_TYPES.BreakStatement:
    case AST_NODE_TYPES.ContinueStatement:
      return outcomeOfJump(statement, iteration);
    case AST_NODE_TYPES.ExpressionStatement:
      return isProcessExit(statement.expression) ? "leaves" : "falls through";
    case AST_NODE_TYPES.BlockStatement:
      return outcomeOfList(statement.body, iteration);
    case AST_NODE_TYPES.IfStatement: {
      const branches = [statement.consequent, statement.alternate];
      const leave = branches.every((branch) => branch && outcomeOf(branch, iteration) === "leaves");
      return leave ? "leaves" : outcomeOfParts(statement, iteration);
    }
    default:
      return outcomeOfParts(statement, iteration);
  }
}

function outcomeOfList(statements: readonly TSESTree.Statement[], iteration: Left): Outcome {
  for (const statement of statements) {
    const outcome = outcomeOf(statement, iteration);
    if (outcome !== "falls through") return outcome;
  }
  return "falls through";
}

/** A statement that need not run in full: it keeps the iteration going where any jump in it may do so. */
function outcomeOfParts(statement: TSESTree.Statement, iteration: Left): Outcome {
  for (const node of descendants(statement, (inner) => !isFunction(inner))) {
    const jumps =
      node.type === AST_NODE_TYPES.BreakStatement ||
      node.type === AST_NODE_TYPES.ContinueStatement ||
      node.type === AST_NODE_TYPES.ReturnStatement;
    const outcome = jumps ? outcomeOf(node, iteration) : "falls through";
    if (outcome === "stays") return "stays";
    // A jump within the statement ends in it; one to somewhere between it and the iteration may skip what leaves.
    if (typeof outcome === "object" && !isWithin(outcome, statement)) {
      if (!alwaysLeaves(outcome, iteration)) return "stays";
    }
  }
  return "falls through";
}

/** A return leaves a loop statement around it; a callback's return ends only its turn, except for `some` and its kin. */
function leavesByReturn(statement: TSESTree.ReturnStatement, iteration: Left): boolean {
  const { again, body, node, stopsOn } = iteration;
  if (isLoop(node)) return true;
  if (again) return !isWithin(again, statement);
  if (stopsOn === undefined || !isFunction(body)) return false;
  const { argument } = statement;
  if (body.async || !argument) return stopsAtEnd(body, iteration);
  return argument.type === AST_NODE_TYPES.Literal && argument.value === stopsOn;
}

function outcomeOfThrow(statement: TSESTree.Node, iteration: Left): Outcome {
  // Where a callback is async, its error rejects one promise and the other turns go on.
  if (isFunction(iteration.body) && iteration.body.async) return "stays";
  let child = statement;
  for (const up of ancestors(statement)) {
    if (up.type === AST_NODE_TYPES.TryStatement && up.handler && up.block === child) return up;
    if (up === iteration.node) break;
    child = up;
  }
  return "leaves";
}

function outcomeOfJump(
  statement: TSESTree.BreakStatement | TSESTree.ContinueStatement,
  iteration: Left,
): Outcome {
  const target = jumpTarget(statement);
  if (!target || (target !== iteration.node && isWithin(iteration.node, target))) return "leaves";
  if (target !== iteration.node) return target;
  return statement.type === AST_NODE_TYPES.BreakStatement ? "leaves" : "stays";
}

/** The loop, `switch` or labelled statement that a jump ends or goes on with. */
function jumpTarget(
  statement: TSESTree.BreakStatement | TSESTree.ContinueStatement,
): TSESTree.Node | undefined {
  const { label, type } = statement;
  for (const up of ancestors(statement)) {
    if (label) {
      if (up.type === AST_NODE_TYPES.LabeledStatement && up.label.name === label.name)
        return up.body;
    } else if (
      isLoop(up) ||
      (type === AST_NODE_TYPES.BreakStatement && up.type === AST_NODE_TYPES.SwitchStatement)
    ) {
      return up;
    }
  }
  return undefined;
}

/** Whether `some`, `every` and their kin end once a callback has returned nothing; a promise is true in any case. */
function stopsAtEnd(callback: FunctionNode, { stopsOn }: Left): boolean {
  return stopsOn === callback.async;
}

function isStatements({ body }: FunctionNode): boolean {
  return body.type === AST_NODE_TYPES.BlockStatement;
}

function isProcessExit(expression: TSESTree.Expression): boolean {
  if (expression.type !== AST_NODE_TYPES.CallExpression) return false;
  const callee = calleeOf(expression);
  return (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    callee.object.type === AST_NODE_TYPES.Identifier &&
    callee.object.name === "process" &&
    staticName(callee) === "exit"
  );
}
