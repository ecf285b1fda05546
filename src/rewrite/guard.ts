import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import { calleeName, isFunction, unwrap } from "../source/syntax.js";
import { isPromiseAll } from "./call-position.js";
import { mayStopEarly } from "./early-exit.js";
import type { CollectPlan } from "./plan.js";
import type { RefusalReason } from "./refusals.js";

/**
 * Whether the iteration may stop early, and whether its statement can be guarded against that.
 *
 * @param ignored - parts of the iteration that go
 * @param pushesMayFail - whether making an update may stop the iteration
 */
export function guardOf(
  root: Iteration,
  statement: TSESTree.Node,
  ignored: ReadonlySet<TSESTree.Node>,
  pushesMayFail: boolean,
): Pick<CollectPlan, "awaitAt" | "guarded"> | RefusalReason {
  if (statement.type === AST_NODE_TYPES.ReturnStatement) {
    const value = statement.argument && unwrap(statement.argument);
    const waits = value?.type !== AST_NODE_TYPES.CallExpression;
    return { guarded: true, awaitAt: waits ? undefined : statement.argument?.range[0] };
  }
  const guarded = pushesMayFail || turnsOf(root).some((part) => mayStopEarly(part, ignored));
  const keeps = statement.type === AST_NODE_TYPES.VariableDeclaration;
  if (guarded && keeps && !isSettled(root)) return "keeps-results";
  return { guarded: guarded && !keeps, awaitAt: undefined };
}

/** The parts that run in every turn; what is iterated over is evaluated before anything is collected. */
function turnsOf(root: Iteration): TSESTree.Node[] {
  const { node, body } = root;
  if (isFunction(body)) return [...body.params, body.body];
  switch (node.type) {
    case AST_NODE_TYPES.ForOfStatement:
    case AST_NODE_TYPES.ForInStatement:
      return node.type === AST_NODE_TYPES.ForOfStatement && node.await
        ? [node]
        : [node.left, node.body];
    case AST_NODE_TYPES.ForStatement:
      return [node.test, node.update, node.body].filter((part) => part !== null);
    default:
      return [node];
  }
}

/** `Promise.allSettled(users.map(async …))` never rejects, so nothing after it is skipped. */
function isSettled({ node, body }: Iteration): boolean {
  const parent = node.parent;
  return (
    isFunction(body) &&
    body.async &&
    parent?.type === AST_NODE_TYPES.CallExpression &&
    isPromiseAll(parent) &&
    parent.parent.type === AST_NODE_TYPES.AwaitExpression &&
    calleeName(parent) === "allSettled"
  );
}
