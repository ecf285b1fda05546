import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import {
  calleeOf,
  descendants,
  type FunctionNode,
  isFunction,
  unwrap,
} from "../../source/syntax.js";
import { returnedBy } from "./returned-by.js";

// What these make runs for one of many calls.
const runsForFew = /debounce|once|latest/i;

/** What a call gives to a decorator: `sync` of `withRetry(sync)`, whose result runs `sync` with what it is given. */
export function decoratedBy(
  decorator: FunctionNode,
  { arguments: given }: TSESTree.CallExpression,
): TSESTree.Node | undefined {
  const index = runParameter(decorator);
  return index === undefined ? undefined : given[index];
}

/**
 * The parameter whose value the function that a function returns calls with what it is given: the first of
 * `function withRetry(fn) { return async (...args) => fn(...args); }`.
 */
function runParameter(decorator: FunctionNode): number | undefined {
  if (!known.has(decorator)) known.set(decorator, lookFor(decorator));
  return known.get(decorator);
}

const known = new WeakMap<FunctionNode, number | undefined>();

function lookFor(decorator: FunctionNode): number | undefined {
  if (runsForFew.test(decorator.id?.name ?? "")) return undefined;
  for (const returned of returnedBy(decorator)) {
    const made = unwrap(returned);
    if (!isFunction(made)) continue;
    const index = decorator.params.findIndex(
      (parameter) => parameter.type === AST_NODE_TYPES.Identifier && runs(made, parameter.name),
    );
    if (index !== -1) return index;
  }
  return undefined;
}

/** Whether a function calls what a name holds, and gives it something of its own arguments. */
function runs(fn: FunctionNode, name: string): boolean {
  const own = new Set(["arguments", ...fn.params.flatMap(namesIn)]);
  for (const node of descendants(fn.body)) {
    if (node.type !== AST_NODE_TYPES.CallExpression) continue;
    const callee = calleeOf(node);
    const called = callee.type === AST_NODE_TYPES.MemberExpression ? callee.object : callee;
    if (called.type !== AST_NODE_TYPES.Identifier || called.name !== name) continue;
    if (node.arguments.flatMap(namesIn).some((given) => own.has(given))) return true;
  }
  return false;
}

function namesIn(node: TSESTree.Node): string[] {
  return [...descendants(node)].flatMap((inner) =>
    inner.type === AST_NODE_TYPES.Identifier ? [inner.name] : [],
  );
}
