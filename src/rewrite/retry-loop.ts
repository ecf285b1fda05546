import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  descendants,
  isFunction,
  isLoop,
  isWithin,
  type LoopStatement,
  unwrap,
  wrapped,
} from "../source/syntax.js";
import { isHandling, namesIn } from "./handled-response.js";
import { isLog } from "./log-call.js";
import { isPause } from "./pause.js";
import { meansFailure, meansSuccess, type NamedResponse } from "./response-test.js";

/** A loop that sends one request until it is taken, and does nothing else: the update call sends again by itself. */
export interface RetryLoop {
  node: LoopStatement;
  /** The loop, with the declarations before it that only it reads. */
  range: readonly [number, number];
  /** Whether an error of the last attempt is lost. */
  isSilent: boolean;
}

interface Attempt {
  source: SourceFile;
  /** The request with its `await`. */
  request: TSESTree.Node;
  /** The response, as far as the statements before have named it. */
  response: NamedResponse & { names: Map<Variable, string> };
  /** The counters and delays of the loop. */
  own: ReadonlySet<Variable>;
}

/** The loop around a request that only retries it; `kept` is the code of the call that is copied. */
export function retryLoop(
  source: SourceFile,
  call: TSESTree.Node,
  kept: readonly TSESTree.Node[],
): RetryLoop | undefined {
  const node = [...ancestors(call)].find((up) => isLoop(up) || isFunction(up));
  const awaited = wrapped(call).parent;
  if (!node || isFunction(node) || !isLoop(node)) return undefined;
  if (node.type === AST_NODE_TYPES.ForOfStatement || node.type === AST_NODE_TYPES.ForInStatement)
    return undefined;
  if (awaited?.type !== AST_NODE_TYPES.AwaitExpression) return undefined;
  const start = startOf(source, node);
  const range = [start, node.range[1]] as const;
  const own = new Set(
    source.scopes.scopes
      .flatMap(({ variables }) => variables)
      .filter(({ defs }) => defs.some(({ name }) => isWithin(name, { range }))),
  );
  const isVaried = kept.some((each) =>
    [...own].some(({ references }) =>
      references.some(({ identifier }) => isWithin(identifier, each)),
    ),
  );
  if (isVaried) return undefined;
  const request = wrapped(awaited);
  const response = { source, names: new Map<Variable, string>(), itself: unwrap(request) };
  const attempt: Attempt = { source, request, response, own };
  if (!headOf(node).every((part) => isCounting(attempt, part))) return undefined;
  if (!statementsOf(node.body).every((statement) => isStep(attempt, statement))) return undefined;
  const nodes = [...descendants(node.body)];
  const ends = nodes.some(({ type }) => type === AST_NODE_TYPES.BreakStatement);
  const isCaught = nodes.some(({ type }) => type === AST_NODE_TYPES.TryStatement);
  const throws = nodes.some(
    (inner) => inner.type === AST_NODE_TYPES.ThrowStatement && isInHandler(inner, node),
  );
  const isCounted = "test" in node && node.test && node.test.type !== AST_NODE_TYPES.Literal;
  return ends && (isCounted || throws) ? { node, range, isSilent: isCaught && !throws } : undefined;
}

function isInHandler(node: TSESTree.Node, loop: TSESTree.Node): boolean {
  return [...ancestors(node)].some(
    (up) => up.type === AST_NODE_TYPES.CatchClause && isWithin(up, loop),
  );
}

/** Where the declarations start that stand right before a loop and only serve it: `let attempt = 0;`. */
function startOf(source: SourceFile, loop: LoopStatement): number {
  const { parent } = loop;
  let [start] = loop.range;
  if (parent.type !== AST_NODE_TYPES.BlockStatement && parent.type !== AST_NODE_TYPES.Program)
    return start;
  for (const before of parent.body.filter(({ range }) => range[1] <= start).reverse()) {
    if (before.type !== AST_NODE_TYPES.VariableDeclaration) break;
    const [declarator, another] = before.declarations;
    const range = [before.range[0], loop.range[1]] as const;
    const references = bindingOf(source, declarator.id)?.references ?? [];
    const serves =
      !another &&
      declarator.init?.type === AST_NODE_TYPES.Literal &&
      references.every(({ identifier }) => isWithin(identifier, { range })) &&
      references.some(({ init }) => !init);
    if (!serves) break;
    [start] = range;
  }
  return start;
}

function headOf(loop: LoopStatement): TSESTree.Node[] {
  const parts = loop.type === AST_NODE_TYPES.ForStatement ? [loop.init, loop.update] : [];
  return [...parts, "test" in loop ? loop.test : null].filter((part) => part !== null);
}

/** Whether a part of the loop's head does nothing but count. */
function isCounting(attempt: Attempt, part: TSESTree.Node): boolean {
  return [...descendants(part)].every((node) => {
    if (node.type === AST_NODE_TYPES.CallExpression) return false;
    const writes =
      node.type === AST_NODE_TYPES.UpdateExpression ||
      node.type === AST_NODE_TYPES.AssignmentExpression;
    return !writes || countsOn(attempt, node);
  });
}

function statementsOf(body: TSESTree.Node): readonly TSESTree.Node[] {
  return body.type === AST_NODE_TYPES.BlockStatement ? body.body : [body];
}

/** Whether a statement of the loop makes the request, looks how it went, or prepares the next attempt. */
function isStep(attempt: Attempt, statement: TSESTree.Node): boolean {
  const { source, request, response } = attempt;
  if (statement.type === AST_NODE_TYPES.TryStatement) {
    return (
      !statement.finalizer &&
      statement.block.body.every((each) => isStep(attempt, each)) &&
      (statement.handler?.body.body.every((each) => isBetween(attempt, each)) ?? true)
    );
  }
  if (statement.type === AST_NODE_TYPES.VariableDeclaration) {
    const [declarator] = statement.declarations;
    const names = declarator.init === request ? namesIn(source, declarator.id, "") : undefined;
    for (const [name, part] of names ?? []) response.names.set(name, part);
    return statement.declarations.length === 1 && names !== undefined;
  }
  if (statement.type === AST_NODE_TYPES.ExpressionStatement && statement.expression === request)
    return true;
  if (statement.type === AST_NODE_TYPES.BreakStatement) return !statement.label;
  if (statement.type === AST_NODE_TYPES.IfStatement && !statement.alternate) {
    const body = statementsOf(statement.consequent);
    const rest = body.slice(0, -1);
    const isBreak = body.at(-1)?.type === AST_NODE_TYPES.BreakStatement;
    if (isBreak && meansSuccess(response, statement.test))
      return rest.every((each) => isHandling(response, each));
    if (meansFailure(response, statement.test) && body.every((each) => isBetween(attempt, each)))
      return true;
  }
  return isHandling(response, statement) || isBetween(attempt, statement);
}

/** `await sleep(500);`, `console.warn("Once more");`, `delay *= 2;`, `continue;`, `if (attempt === 5) throw error;`. */
function isBetween(attempt: Attempt, statement: TSESTree.Node): boolean {
  switch (statement.type) {
    case AST_NODE_TYPES.ContinueStatement:
      return !statement.label;
    case AST_NODE_TYPES.ThrowStatement:
      return true;
    case AST_NODE_TYPES.IfStatement:
      return (
        !statement.alternate &&
        statementsOf(statement.consequent).every((each) => isBetween(attempt, each))
      );
    case AST_NODE_TYPES.ExpressionStatement:
      return (
        isPause(attempt.source, statement.expression) ||
        isLog(statement) ||
        countsOn(attempt, statement.expression)
      );
    default:
      return false;
  }
}

function countsOn({ source, own }: Attempt, node: TSESTree.Expression): boolean {
  const target =
    node.type === AST_NODE_TYPES.UpdateExpression
      ? node.argument
      : node.type === AST_NODE_TYPES.AssignmentExpression
        ? node.left
        : undefined;
  const variable = target && bindingOf(source, target);
  return variable !== undefined && own.has(variable);
}
