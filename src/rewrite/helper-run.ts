import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import { iterationAt } from "../find/iterations/iterations.js";
import { functionOf, type PlacedFunction } from "../find/values/definition.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeOf, enclosingFunction, unwrap, wrapped } from "../source/syntax.js";
import { awaitedAt } from "./awaited-at.js";
import { isDiscarded } from "./call-position.js";
import { promisedBy } from "./function-run.js";
import { turnsEnd } from "./turns-end.js";

/** What a function of the project does with the callback that it is given. */
type HelperRun = Required<Pick<Iteration, "dropsPromises" | "endsWith" | "overlaps" | "results">>;

const unknownRun: HelperRun = {
  dropsPromises: true,
  endsWith: "unknown",
  overlaps: true,
  results: "used",
};

/**
 * The iteration, with what the body of the project's function says that makes it: `forEachUser(fn)`, `users.each(fn)`.
 * Every call of the callback must be understood, else nothing is known.
 */
export function helperRun(source: SourceFile, iteration: Iteration): Iteration {
  const { node, body, assumed } = iteration;
  if (!assumed || node.type !== AST_NODE_TYPES.CallExpression) return iteration;
  const helper = functionOf(source, calleeOf(node));
  const index = node.arguments.findIndex((argument) => argument === body);
  if (!helper || index === -1) return iteration;
  return { ...iteration, ...runIn(helper, index, []) };
}

function runIn(helper: PlacedFunction, index: number, path: readonly unknown[]): HelperRun {
  const { source, node: fn } = helper;
  const parameter = fn.params[index];
  const variable = parameter && bindingOf(source, parameter);
  if (parameter?.type !== AST_NODE_TYPES.Identifier || !variable || fn.generator) return unknownRun;
  const runs = variable.references.map(({ identifier }) => useOf(helper, identifier, path));
  if (runs.length === 0) return unknownRun;
  return {
    dropsPromises: runs.some(({ dropsPromises }) => dropsPromises),
    endsWith: runs.some((run) => run.endsWith === "unknown")
      ? "unknown"
      : fn.async || runs.some((run) => run.endsWith === "promise")
        ? "promise"
        : "call",
    overlaps: runs.some(({ overlaps }) => overlaps),
    results: runs.some(({ results }) => results === "used") ? "used" : "ignored",
  };
}

/** One place where a helper calls its callback, or hands it on. */
function useOf(
  helper: PlacedFunction,
  callback: TSESTree.Node,
  path: readonly unknown[],
): HelperRun {
  const { source, node: fn } = helper;
  const use = wrapped(callback);
  const call = use.parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression) return unknownRun;
  const end = turnsEnd(source, call, fn);
  if (typeof end === "string" || end.crashing.length > 0) return unknownRun;
  const isCalled = calleeOf(call) === unwrap(use);
  const run = isCalled ? undefined : handedOn(helper, call, use, path);
  if (run?.endsWith === "unknown") return unknownRun;
  const held = isCalled ? "promise" : heldBy(call, run);
  const awaited = held && awaitedAt(source, call, held, fn);
  if (run?.endsWith === "promise" && !awaited) return unknownRun;
  const isAlone = isCalled && enclosingFunction(call) === fn && awaited === wrapped(call).parent;
  return {
    dropsPromises: !awaited || run?.dropsPromises === true,
    endsWith: awaited || end.at.length > 0 ? "promise" : "call",
    overlaps: !isAlone && run?.overlaps !== false,
    results: isCalled
      ? isDiscarded(source, call)
        ? "ignored"
        : "used"
      : run?.results === "ignored" || (run?.results === "collected" && isDiscarded(source, call))
        ? "ignored"
        : "used",
  };
}

/** How a call that the callback is handed to gives the callback's promises. */
function heldBy(
  node: TSESTree.CallExpression,
  run: HandedOn | undefined,
): "list" | "promise" | undefined {
  if (!run || run.endsWith === "promise") return "promise";
  const promised = "id" in run ? promisedBy({ node, iteration: run }) : "dropped";
  return promised === "list" || promised === "promise" ? promised : undefined;
}

type HandedOn = HelperRun | Iteration;

/** What becomes of the callback in a function that the helper hands it to. */
function handedOn(
  helper: PlacedFunction,
  call: TSESTree.CallExpression,
  use: TSESTree.Node,
  path: readonly unknown[],
): HandedOn {
  const { source } = helper;
  const iteration = iterationAt(call, use, source);
  if (iteration && iteration.endsWith !== "unknown") return iteration;
  const other = functionOf(source, calleeOf(call));
  const index = call.arguments.findIndex((argument) => argument === use);
  if (!other || index === -1) return unknownRun;
  // A helper that goes on by calling itself does what its other calls of the callback do.
  if (other.node === helper.node || path.includes(other.node))
    return { dropsPromises: false, endsWith: "promise", overlaps: false, results: "ignored" };
  return runIn(other, index, [...path, helper.node]);
}
