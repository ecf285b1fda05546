import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { calleeOf, type FunctionNode, isFunction, wrapped } from "../source/syntax.js";
import { callbackTiming } from "./callback-timing.js";
import type { Iteration } from "./iterations/iteration.js";
import { iterationAt } from "./iterations/iterations.js";
import { alwaysLeaves } from "./leaving.js";
import { functionBinding } from "./value-sources.js";
import { varies } from "./variation.js";

/** An identify that runs once per user. */
export interface Repetition {
  /** The identify call; or, where the loop is in one function and the identify in another, the call that leads there. */
  site: TSESTree.CallExpression;
  /** The iterations that bring a new user in each turn, innermost first; never empty. */
  iterations: readonly [Iteration, ...Iteration[]];
  /** Whether `site` reaches the identify through a function of this file. */
  throughFunction: boolean;
}

// Deeper chains of functions than this are not followed; each level was written by a person.
const maxDepth = 12;

/**
 * Walks outwards from a call through what surrounds it, and through the local callers of the functions around it.
 *
 * @param subject - the expression that says who is identified
 * @returns one repetition per place that repeats the call; none where it runs once
 */
export function repetitions(
  source: SourceFile,
  call: TSESTree.CallExpression,
  subject: TSESTree.Node,
): Repetition[] {
  return walk(source, { site: call, from: call, subjects: [subject], path: [] });
}

interface Step {
  site: TSESTree.CallExpression;
  from: TSESTree.Node;
  subjects: readonly TSESTree.Node[];
  /** The functions that led here, to end recursion. */
  path: readonly FunctionNode[];
}

function walk(source: SourceFile, step: Step): Repetition[] {
  const iterations: Iteration[] = [];
  const add = (iteration: Iteration | undefined): void => {
    if (iteration && repeats(source, step, iteration)) iterations.push(iteration);
  };
  let child = step.from;
  for (let up = child.parent; up; up = child.parent) {
    if (isFunction(up)) {
      const site = wrapped(up);
      const iteration = site.parent && iterationAt(site.parent, site, source);
      add(iteration);
      const timing = callbackTiming(up);
      if (!iteration && timing.runs !== "here") {
        const [first, ...rest] = iterations;
        if (first) return [repetition(step, [first, ...rest])];
        return timing.runs === "by name" ? callers(source, step, up) : [];
      }
    } else {
      // A callback's row is asked at its function, where its parameters are known.
      if (!isFunction(child)) add(iterationAt(up, child, source));
    }
    child = up;
  }
  const [first, ...rest] = iterations;
  return first ? [repetition(step, [first, ...rest])] : [];
}

function repetition(step: Step, iterations: Repetition["iterations"]): Repetition {
  return { site: step.site, iterations, throughFunction: step.path.length > 0 };
}

function repeats(source: SourceFile, step: Step, iteration: Iteration): boolean {
  return (
    step.subjects.some((subject) =>
      varies(source, subject, { ...iteration, through: step.path }),
    ) && !alwaysLeaves(step.from, iteration)
  );
}

/** Goes on at each place in this file that calls the function, or hands it to an iteration. */
function callers(source: SourceFile, step: Step, fn: FunctionNode): Repetition[] {
  if (step.path.includes(fn) || step.path.length >= maxDepth) return [];
  const path = [...step.path, fn];
  const subjects = step.subjects;
  return (functionBinding(source, fn)?.references ?? []).flatMap(({ identifier }) => {
    const call = identifier.parent;
    if (call.type !== AST_NODE_TYPES.CallExpression) return [];
    if (calleeOf(call) === identifier) {
      const passed = argumentsBehind(source, subjects, fn, call);
      return walk(source, { site: call, from: call, subjects: [...subjects, ...passed], path });
    }
    const iteration = iterationAt(call, identifier, source);
    const handed = iteration && subjects.some((subject) => varies(source, subject, iteration));
    return handed ? [{ site: call, iterations: [iteration], throughFunction: true } as const] : [];
  });
}

/** The arguments of a call whose parameters the subjects read. */
function argumentsBehind(
  source: SourceFile,
  subjects: readonly TSESTree.Node[],
  fn: FunctionNode,
  call: TSESTree.CallExpression,
): TSESTree.Node[] {
  return fn.params.flatMap((parameter, index) => {
    const read = subjects.some((subject) => reads(source, subject, parameter));
    const argument = call.arguments[index];
    return read && argument ? [argument] : [];
  });
}

/** Whether an expression reads a parameter, or a variable that is made from it. */
function reads(source: SourceFile, expression: TSESTree.Node, parameter: TSESTree.Node): boolean {
  const body = parameter.parent ?? parameter;
  return varies(source, expression, { node: body, body, elements: [parameter], counted: true });
}
