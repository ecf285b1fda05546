import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { ancestors, enclosingFunction, type FunctionNode, isLoop } from "../source/syntax.js";
import { awaitedAt } from "./awaited-at.js";
import { type FunctionRun, promisedBy, runOf } from "./function-run.js";

/**
 * Whether a wait that is put in at a node would change what comes first. `users.forEach(async (user) => …)` drops the
 * promise of each turn, so that the turns go on after the statement; those of `Promise.all(users.map(async …))` run one
 * after another while none of them waits, and then side by side.
 *
 * @param waits - whether there is a wait at the node already
 */
export function waitChangesOrder(source: SourceFile, node: TSESTree.Node, waits: boolean): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const run = runOf(source, fn);
    if (!run) return false;
    if (promisedBy(run) === "unknown") {
      // Functions that each turn of a loop hands over, as to `tasks.push` or `then`, may run side by side.
      if (!waits && [...ancestors(run.node)].some(isLoop)) return true;
      continue;
    }
    if ((runsBesideOthers(run) && !waits) || !isAwaited(source, run)) return true;
  }
  return false;
}

/**
 * The innermost function around a node whose calls run side by side: the callback of `Promise.all(users.map(async …))`,
 * or one whose promises are dropped, as in `users.forEach(async …)`.
 */
export function turnBesideOthers(
  source: SourceFile,
  node: TSESTree.Node,
): FunctionNode | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const run = runOf(source, fn);
    if (!run) return undefined;
    if (fn.async && (runsBesideOthers(run) || dropsTurns(run))) return fn;
  }
  return undefined;
}

/** Whether nobody waits for the calls of a function, so that they go on beside whatever comes after. */
export function dropsTurns(run: FunctionRun): boolean {
  return promisedBy(run) === "dropped" || run.iteration?.dropsPromises === true;
}

function runsBesideOthers(run: FunctionRun): boolean {
  return promisedBy(run) === "list" || run.iteration?.overlaps === true;
}

function isAwaited(source: SourceFile, run: FunctionRun): boolean {
  if (dropsTurns(run)) return false;
  const held = promisedBy(run) === "list" ? "list" : "promise";
  return awaitedAt(source, run.node, held, enclosingFunction(run.node)) !== undefined;
}
