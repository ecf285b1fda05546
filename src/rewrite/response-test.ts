import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { isWithin, staticName, unwrap } from "../source/syntax.js";

/** A response, by the names that code has for it. */
export interface NamedResponse {
  source: SourceFile;
  /** What each name stands for: `""` for the response itself, else the field of it that it holds. */
  names: ReadonlyMap<Variable, string>;
  /** The expression that is the response, where code reads it without a name: `await fetch(…)`. */
  itself: TSESTree.Node | undefined;
}

/** Which part of a response an expression reads: `""` for all of it, `"status"`, …; `undefined` for anything else. */
export function partOf(response: NamedResponse, expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  if (node === response.itself) return "";
  if (node.type === AST_NODE_TYPES.Identifier) {
    const variable = bindingOf(response.source, node);
    return variable && response.names.get(variable);
  }
  return node.type === AST_NODE_TYPES.MemberExpression && partOf(response, node.object) === ""
    ? staticName(node)
    : undefined;
}

/** Whether a node reads anything of a response. */
export function readsResponse(response: NamedResponse, node: TSESTree.Node): boolean {
  const { itself, names } = response;
  if (itself && isWithin(itself, node)) return true;
  return [...names.keys()].some(({ references }) =>
    references.some(({ identifier }) => isWithin(identifier, node)),
  );
}

/** Whether a condition holds only where the request failed: `!response.ok`, `status >= 400`. */
export function meansFailure(response: NamedResponse, condition: TSESTree.Node): boolean {
  const node = unwrap(condition);
  if (node.type === AST_NODE_TYPES.LogicalExpression)
    return (
      node.operator === "||" &&
      meansFailure(response, node.left) &&
      meansFailure(response, node.right)
    );
  if (node.type === AST_NODE_TYPES.UnaryExpression)
    return (
      node.operator === "!" &&
      (partOf(response, node.argument) === "" || meansSuccess(response, node.argument))
    );
  return compares(response, node, failures);
}

/** Whether a condition holds wherever the request succeeded. */
export function meansSuccess(response: NamedResponse, condition: TSESTree.Node): boolean {
  const node = unwrap(condition);
  if (node.type === AST_NODE_TYPES.LogicalExpression)
    return (
      node.operator === "&&" &&
      meansSuccess(response, node.left) &&
      meansSuccess(response, node.right)
    );
  return partOf(response, node) === "ok" || compares(response, node, successes);
}

/** Whether a condition tells a response of a failure from all others: `!response.ok`, `status >= 400`. */
export function tellsFailure(response: NamedResponse, condition: TSESTree.Node): boolean {
  const node = unwrap(condition);
  if (node.type === AST_NODE_TYPES.UnaryExpression)
    return node.operator === "!" && tellsSuccess(response, node.argument);
  if (node.type === AST_NODE_TYPES.LogicalExpression)
    return (
      meansFailure(response, node) &&
      (tellsFailure(response, node.left) || tellsFailure(response, node.right))
    );
  return compares(response, node, exactFailures);
}

/** Whether a condition tells a response of a success from all others: `response.ok`, `status < 400`. */
export function tellsSuccess(response: NamedResponse, condition: TSESTree.Node): boolean {
  const node = unwrap(condition);
  if (node.type === AST_NODE_TYPES.UnaryExpression)
    return node.operator === "!" && tellsFailure(response, node.argument);
  if (node.type === AST_NODE_TYPES.LogicalExpression)
    return (
      meansSuccess(response, node) &&
      (tellsSuccess(response, node.left) || tellsSuccess(response, node.right))
    );
  return partOf(response, node) === "ok" || compares(response, node, exactSuccesses);
}

/** By operator: the numbers, or the booleans, that a status or an `ok` is compared with. */
type Comparisons = Readonly<Record<string, (to: unknown) => boolean>>;

const isSuccessStatus = (to: unknown): boolean => isBetween(to, 200, 299);

const failures: Comparisons = {
  "<": (to) => to === 200,
  ">": (to) => isBetween(to, 299, 499),
  ">=": (to) => isBetween(to, 300, 500),
  "==": (to) => to === false || isBetween(to, 300, 599),
  "!=": (to) => to === true || isSuccessStatus(to),
};

const successes: Comparisons = {
  "<": (to) => isBetween(to, 300, 500),
  "<=": (to) => isBetween(to, 299, 499),
  ">=": (to) => to === 200,
  ">": (to) => to === 199,
  "==": (to) => to === true || isSuccessStatus(to),
};

const exactFailures: Comparisons = {
  ">": (to) => to === 299 || to === 399,
  ">=": (to) => to === 300 || to === 400,
  "==": (to) => to === false,
  "!=": (to) => to === true || to === 200,
};

const exactSuccesses: Comparisons = {
  "<": (to) => to === 300 || to === 400,
  "<=": (to) => to === 299 || to === 399,
  "==": (to) => to === true || to === 200,
  "!=": (to) => to === false,
};

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && least <= value && value <= most;
}

function compares(response: NamedResponse, node: TSESTree.Node, comparisons: Comparisons): boolean {
  if (node.type !== AST_NODE_TYPES.BinaryExpression) return false;
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  if (right.type !== AST_NODE_TYPES.Literal) return false;
  const part = partOf(response, left) ?? "";
  const fits = typeof right.value === "boolean" ? part === "ok" : /^status(Code)?$/.test(part);
  const operator = node.operator.replace(/^([!=])==$/, "$1=");
  return fits && comparisons[operator]?.(right.value) === true;
}
