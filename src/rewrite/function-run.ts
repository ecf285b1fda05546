import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import { iterationAt } from "../find/iterations/iterations.js";
import { isSettling, runnerOf } from "../find/uses/thunk-lists.js";
import { constantExpression } from "../find/values/constant-expression.js";
import { importedValue } from "../find/values/imported-value.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeName, calleeOf, type FunctionNode, wrapped } from "../source/syntax.js";
import { helperRun } from "./helper-run.js";

/** A function that is written in place, and what runs it. */
export interface FunctionRun {
  fn: FunctionNode;
  /** The call that is handed the function, or that calls it; what makes the stream that runs it. */
  node: TSESTree.CallExpression | TSESTree.NewExpression;
  iteration: Iteration | undefined;
}

/** How an expression holds promises. `dropped`: nobody gets them; `unknown`: nothing tells. */
export type Promised = "dropped" | "list" | "promise" | "unknown";

/** What runs a function that is written in place: the call that it is handed to, or a runner of a list that it is in. */
export function runOf(source: SourceFile, fn: FunctionNode): FunctionRun | undefined {
  const own = wrapped(fn);
  const { parent } = own;
  const iteration = parent && iterationAt(parent, own, source);
  if (
    parent?.type === AST_NODE_TYPES.CallExpression ||
    parent?.type === AST_NODE_TYPES.NewExpression
  ) {
    return { fn, node: parent, iteration: iteration && helperRun(source, iteration) };
  }
  if (
    iteration?.node.type === AST_NODE_TYPES.CallExpression ||
    iteration?.node.type === AST_NODE_TYPES.NewExpression
  )
    return { fn, node: iteration.node, iteration };
  const runner = runnerOf(source, fn);
  return runner && isSettlingRunner(source, runner)
    ? { fn, node: runner, iteration: undefined }
    : undefined;
}

/** Whether a call of p-all, p-queue and their like gives a promise of all that it runs. */
export function isSettlingRunner(source: SourceFile, call: TSESTree.CallExpression): boolean {
  const callee = calleeOf(call);
  if (!isSettling(call)) return false;
  const queue =
    callee.type === AST_NODE_TYPES.MemberExpression && calleeName(call) === "addAll"
      ? constantExpression(source, callee.object)
      : undefined;
  const maker = queue?.type === AST_NODE_TYPES.NewExpression ? calleeOf(queue) : callee;
  const { module = "" } = importedValue(source, maker) ?? {};
  return /^(async(-es)?(\/\w+)?|p-(all|queue|series|settle))$/.test(module);
}

/**
 * What becomes of the promises that a callback gives to a method which calls it at once:
 * dropped, returned in a list, or returned as the last one.
 */
const callbackResults: Record<string, Promised> = {
  every: "dropped",
  filter: "dropped",
  find: "dropped",
  findIndex: "dropped",
  findLast: "dropped",
  findLastIndex: "dropped",
  flatMap: "list",
  forEach: "dropped",
  from: "list",
  map: "list",
  reduce: "promise",
  reduceRight: "promise",
  some: "dropped",
};

/** What a run gives of the promises of its callback; `unknown`: it may call back at any time. */
export function promisedBy({ node, iteration }: Omit<FunctionRun, "fn">): Promised {
  if (iteration?.endsWith === "promise") return "promise";
  const name = calleeName(node) ?? "";
  if (node.type === AST_NODE_TYPES.NewExpression) return name === "Promise" ? "promise" : "unknown";
  if (iteration?.results === "ignored") return "dropped";
  const known = Object.hasOwn(callbackResults, name) ? callbackResults[name] : undefined;
  return known ?? (iteration ? "dropped" : "unknown");
}
