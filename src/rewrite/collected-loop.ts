import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Iteration } from "../find/iterations/iteration.js";
import { iterationAt } from "../find/iterations/iterations.js";
import { functionUses } from "../find/uses/function-uses.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  descendants,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  isLoop,
  isWithin,
  unwrap,
  wrapped,
} from "../source/syntax.js";
import { isEndless } from "./early-exit.js";
import type { RefusalReason } from "./refusals.js";
import { freeVariables } from "./scope-check.js";

/**
 * The iteration whose users are collected together: the outermost that ends by itself, loops over pages included. Where
 * none ends, the last batch would never be sent. A recursion over pages has a loop per page, whose users are sent before
 * it goes on; one over users has nothing that could collect them.
 */
export function collectedLoop(
  source: SourceFile,
  iterations: readonly Iteration[],
): Iteration | RefusalReason {
  const loops = iterations.filter(({ id }) => id !== "recursion");
  if (loops.length === 0) return "library-loop";
  const innermost = loops.findLast(({ node }) => ends(source, node));
  if (!innermost) return "endless-loop";
  const root = pagesAround(source, innermost) ?? innermost;
  return comesBack(source, root.node) ? "library-loop" : root;
}

/**
 * Whether a loop calls the function that it is in, itself or through others of the file: what the inner call collects
 * would be sent before what the outer one has collected. So it might where the inner call goes on beside the loop.
 */
function comesBack(source: SourceFile, loop: TSESTree.Node): boolean {
  // Grows while it is walked.
  const seen = new Set([...ancestors(loop)].filter(isFunction));
  for (const fn of seen) {
    for (const use of functionUses(source, fn)) {
      if (isWithin(use, loop) || (isWithin(loop, fn) && goesOnDuring(use, loop, fn))) return true;
      const around = enclosingFunction(use);
      if (around) seen.add(around);
    }
  }
  return false;
}

/** `const rest = importPage(next);`, before the loop and in the async function `importPage` that has it. */
function goesOnDuring(use: TSESTree.Node, loop: TSESTree.Node, fn: FunctionNode): boolean {
  const settled = wrapped(use.parent ?? use).parent?.type;
  return (
    fn.async &&
    isWithin(use, fn) &&
    use.range[1] <= loop.range[0] &&
    settled !== AST_NODE_TYPES.AwaitExpression &&
    settled !== AST_NODE_TYPES.ReturnStatement
  );
}

/** The outermost loop around an iteration that brings it another page of users in each turn. */
function pagesAround(source: SourceFile, inner: Iteration): Iteration | undefined {
  let pages: Iteration | undefined;
  let child = inner.node;
  for (const up of ancestors(inner.node)) {
    if (isFunction(up)) break;
    const outer = isLoop(up) ? iterationAt(up, child, source) : undefined;
    child = up;
    if (!outer) continue;
    if (!ends(source, up) || !isNewInTurn(source, inner, outer)) break;
    pages = outer;
  }
  return pages;
}

/** Whether what is iterated over is made in the outer loop: a retry around the same list is no loop over pages. */
function isNewInTurn(source: SourceFile, inner: Iteration, outer: Iteration): boolean {
  if (inner.over && takesOut(inner.over)) return true;
  return freeVariables(source, inner.over ?? inner.node).some((variable) => {
    const declared = variable.defs.some(({ name }) => isWithin(name, outer.body));
    const ownName = variable.defs.some(({ name }) => isWithin(name, inner.node));
    return (
      (declared && !ownName) ||
      variable.references.some(
        (reference) => reference.isWrite() && isWithin(reference.identifier, outer.body),
      )
    );
  });
}

/** `queue.splice(0, 100)`, which gives other users each time. */
function takesOut(over: TSESTree.Node): boolean {
  return [...descendants(over)].some(
    (node) => node.type === AST_NODE_TYPES.CallExpression && calleeName(node) === "splice",
  );
}

function ends(source: SourceFile, node: TSESTree.Node): boolean {
  return !isEndless(node) && !waitsToBeStopped(source, node);
}

/** `while (!stopping)`, where nothing in the loop sets the variable: a worker that runs until it is told to stop. */
function waitsToBeStopped(source: SourceFile, node: TSESTree.Node): boolean {
  if (node.type !== AST_NODE_TYPES.WhileStatement && node.type !== AST_NODE_TYPES.DoWhileStatement)
    return false;
  const test = unwrap(node.test);
  const asked =
    test.type === AST_NODE_TYPES.UnaryExpression && test.operator === "!" ? test.argument : test;
  if (asked.type !== AST_NODE_TYPES.Identifier) return false;
  const isSet = bindingOf(source, asked)?.references.some(
    (reference) => reference.isWrite() && isWithin(reference.identifier, node),
  );
  const leaves = [...descendants(node.body)].some(({ type }) => /^(Break|Return)/.test(type));
  return !isSet && !leaves;
}
