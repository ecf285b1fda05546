import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeName, enclosingFunction, isFunction, unwrap } from "../source/syntax.js";
import { isPromiseAll } from "./call-position.js";
import type { CollectFrame } from "./collect-frame.js";
import { mayStopEarly } from "./early-exit.js";
import { runOf } from "./function-run.js";
import type { CollectPlan } from "./plan.js";
import type { RefusalReason } from "./refusals.js";
import { isVoidLoop } from "./void-loop.js";

/**
 * Whether the iteration may stop early, and whether its statements can be guarded against that.
 *
 * @param ignored - parts of the iteration that go
 * @param pushesMayFail - whether making an update may stop the iteration
 * @param isDeclaredBefore - whether the name that the last statement declares will be declared before the guard
 */
export function guardOf(
  source: SourceFile,
  root: Iteration,
  { first, last }: CollectFrame,
  ignored: ReadonlySet<TSESTree.Node>,
  pushesMayFail: boolean,
  isDeclaredBefore = false,
): Pick<CollectPlan, "awaitAt" | "guarded" | "hoisted"> | RefusalReason {
  const returned = returnedValue(source, last);
  if (returned) {
    const { type } = unwrap(returned);
    const isPromise =
      type === AST_NODE_TYPES.CallExpression || type === AST_NODE_TYPES.NewExpression;
    return {
      guarded: true,
      awaitAt: isPromise ? returned.range[0] : undefined,
      hoisted: undefined,
    };
  }
  const guarded =
    first !== last ||
    pushesMayFail ||
    isMadeElsewhere(source, root) ||
    turnsOf(root).some((part) => mayStopEarly(part, ignored));
  const declares = last.type === AST_NODE_TYPES.VariableDeclaration && !isDeclaredBefore;
  if (!guarded || !declares || isSettled(root))
    return {
      guarded: guarded && !declares,
      awaitAt: undefined,
      hoisted: undefined,
    };
  const hoisted = hoistedName(source, last);
  return hoisted ? { guarded, awaitAt: undefined, hoisted } : "keeps-results";
}

/** What a statement hands to the function's caller, where it is a `return`, or the body of an arrow function. */
export function returnedValue(
  source: SourceFile,
  statement: TSESTree.Node,
): TSESTree.Node | undefined {
  if (statement.type === AST_NODE_TYPES.ReturnStatement) return statement.argument ?? undefined;
  return statement.parent?.type === AST_NODE_TYPES.ArrowFunctionExpression &&
    !isVoidLoop(source, statement)
    ? statement
    : undefined;
}

/** Whether a library or a helper makes the turns, which may fail between them. */
function isMadeElsewhere(source: SourceFile, { body }: Iteration): boolean {
  const iteration = isFunction(body) ? runOf(source, body)?.iteration : undefined;
  return iteration !== undefined && iteration.endsWith !== "call";
}

/**
 * The name of `const count = await eachUser(…)`, where it can be declared before the guard: nothing but this function
 * reads it, so that TypeScript can tell its type by where it is assigned.
 */
function hoistedName(
  source: SourceFile,
  { declarations, kind }: TSESTree.VariableDeclaration,
): TSESTree.Identifier | undefined {
  const [declarator] = declarations;
  const { id, init } = declarator;
  if (declarations.length > 1 || kind === "var" || id.type !== AST_NODE_TYPES.Identifier)
    return undefined;
  if (init?.type !== AST_NODE_TYPES.AwaitExpression) return undefined;
  const owner = enclosingFunction(id);
  const uses = bindingOf(source, id)?.references ?? [];
  return uses.every(({ identifier }) => enclosingFunction(identifier) === owner) ? id : undefined;
}

/** The parts that run in every turn; what is iterated over is evaluated before anything is collected. */
export function turnsOf(root: Iteration): TSESTree.Node[] {
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
