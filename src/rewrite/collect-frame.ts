import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import { constantExpression } from "../find/values/constant-expression.js";
import { importedValue } from "../find/values/imported-value.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  calleeOf,
  descendants,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  isWithin,
} from "../source/syntax.js";
import { isAwait } from "./awaiting.js";
import { isBeside } from "./awaited-at.js";
import { statementIn } from "./call-position.js";
import { mayStopEarly } from "./early-exit.js";
import { turnsOf } from "./guard.js";
import type { RefusalReason } from "./refusals.js";
import { turnsEnd, type TurnsEnd } from "./turns-end.js";

/** The statements that hold a whole iteration. */
export interface CollectFrame {
  /** The statement before which the list of updates is declared; or the whole body of an arrow function. */
  first: TSESTree.Node;
  /** The first statement during which anything is collected. */
  collects: TSESTree.Node;
  /** The statement after which all is collected. */
  last: TSESTree.Node;
  /** Whether the owner waits for other things while turns go on, whose errors nobody handles until then. */
  waitsBetween: boolean;
}

/**
 * The expression that stands for an iteration in the function which waits for it: its own node, or the promise whose
 * executor it is in, as in `await new Promise((resolve) => stream.on("data", …).on("end", resolve))`.
 */
export function anchorOf(node: TSESTree.Node): TSESTree.Node {
  const executor = enclosingFunction(node);
  const made = executor?.parent;
  return made?.type === AST_NODE_TYPES.NewExpression && !executor?.async ? anchorOf(made) : node;
}

/** The statements from where an iteration is written to where its owner has waited for it. */
export function collectFrame(
  source: SourceFile,
  root: Iteration,
  statement: TSESTree.Node,
  ends: readonly TurnsEnd[],
  owner: FunctionNode | undefined,
): CollectFrame | RefusalReason {
  const later = ends.flatMap(({ at }) => at).filter((at) => !isWithin(at, statement));
  const lasts = later.map((at) =>
    isBeside(at, statement, owner) ? statementIn(at, owner) : undefined,
  );
  let last = statement;
  for (const other of lasts) {
    if (!other) return "not-awaited";
    if (other.range[1] > last.range[1]) last = other;
  }
  if (last === statement)
    return { first: statement, collects: statement, last, waitsBetween: false };
  const list = listOf(statement);
  const between = list.slice(list.indexOf(statement), list.indexOf(last));
  if (between.length === 0) return "no-statement";
  if (between.slice(1).some(mayLeave)) return "not-awaited";
  const isDeclaration = statement.type === AST_NODE_TYPES.VariableDeclaration;
  if (isDeclaration && !collectsLater(source, root, owner)) return "keeps-results";
  const collects = isDeclaration ? (list[list.indexOf(statement) + 1] ?? last) : statement;
  const wrapped = list.slice(list.indexOf(collects), list.indexOf(last));
  return wrapped.some((other) => isNeededAfter(source, other, last))
    ? "keeps-results"
    : {
        first: statement,
        collects,
        last,
        waitsBetween: [...turnsOf(root), ...between.slice(1)].some(waits),
      };
}

/** Whether code waits for anything, but for what its functions wait for. */
function waits(code: TSESTree.Node): boolean {
  return !isFunction(code) && [...descendants(code, (node) => !isFunction(node))].some(isAwait);
}

/** The statements beside a statement, itself included; none where it stands alone. */
export function listOf(statement: TSESTree.Node): TSESTree.Node[] {
  const { parent } = statement;
  return parent?.type === AST_NODE_TYPES.BlockStatement || parent?.type === AST_NODE_TYPES.Program
    ? parent.body
    : [];
}

/** Whether a statement may lead past those that follow, other than by an error. */
export function mayLeave(statement: TSESTree.Node): boolean {
  return [...descendants(statement, (node) => !isFunction(node))].some(({ type }) =>
    /^(Break|Continue|Return|Throw)Statement$/.test(type),
  );
}

/** Whether an error where the iteration is written comes before anything is collected. */
function collectsLater(
  source: SourceFile,
  { body }: Iteration,
  owner: FunctionNode | undefined,
): boolean {
  if (!isFunction(body)) return false;
  const end = turnsEnd(source, body.body, owner);
  if (body.async || (typeof end !== "string" && end.at.length > 0)) return true;
  const limited = [...descendants(body.body)].filter((inner) => isLimited(source, inner));
  return !mayStopEarly(body.body, new Set(limited));
}

/** `limit(async () => …)`: p-limit runs nothing before the code that hands it over has come to its end. */
function isLimited(source: SourceFile, node: TSESTree.Node): boolean {
  if (node.type !== AST_NODE_TYPES.CallExpression || !node.arguments.every(isFunction))
    return false;
  const made = constantExpression(source, calleeOf(node));
  return (
    made?.type === AST_NODE_TYPES.CallExpression &&
    importedValue(source, calleeOf(made))?.module === "p-limit"
  );
}

/** Whether a statement declares what is used after the last one. */
function isNeededAfter(source: SourceFile, statement: TSESTree.Node, last: TSESTree.Node): boolean {
  if (/^(Class|Function)Declaration$/.test(statement.type)) return true;
  if (statement.type !== AST_NODE_TYPES.VariableDeclaration) return false;
  return statement.declarations.some(({ id }) =>
    [...descendants(id)].some((node) => {
      const variable = node.type === AST_NODE_TYPES.Identifier && bindingOf(source, node);
      return (
        variable &&
        variable.references.some(({ identifier }) => identifier.range[0] > last.range[1])
      );
    }),
  );
}
