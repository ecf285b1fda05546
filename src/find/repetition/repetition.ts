import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import {
  calleeOf,
  descendants,
  type FunctionNode,
  isFunction,
  isWithin,
  wrapped,
  enclosingFunction,
} from "../../source/syntax.js";
import { callHandedUse, callOfUse, type CallOfUse } from "../uses/call-of-use.js";
import { callbackTiming } from "../uses/callback-timing.js";
import { functionOf, type PlacedFunction } from "../values/definition.js";
import { functionUses } from "../uses/function-uses.js";
import { soughtUser } from "./identity-guard.js";
import type { Iteration } from "../iterations/iteration.js";
import { iterationAt } from "../iterations/iterations.js";
import { alwaysLeaves } from "./leaving.js";
import { decoratedBy } from "../values/project-decorator.js";
import { recursionOf } from "./recursion.js";
import { returnedUses } from "../uses/returned-function.js";
import { runsFromList } from "../uses/thunk-lists.js";
import { constantSource } from "../values/value-sources.js";
import { varies } from "./variation.js";

/** An identify that runs once per user. */
export interface Repetition {
  /** The identify call; or, where the loop is in one function and the identify in another, the call that leads there. */
  site: TSESTree.CallExpression | TSESTree.NewExpression;
  /** The iterations that bring a new user in each turn, innermost first; never empty. */
  iterations: readonly [Iteration, ...Iteration[]];
  /** Whether `site` reaches the identify through a function. */
  throughFunction: boolean;
}

/** A function that leads to an identify, once per call of it. */
export interface Arrival {
  fn: FunctionNode;
  /** The expressions in it that say who is identified. */
  subjects: readonly TSESTree.Node[];
}

/** What a walk outwards from an identify came by. */
export interface Outward {
  /** One per place that repeats the identify; none where it runs once. */
  repetitions: readonly Repetition[];
  /** The functions around that no iteration repeats; whoever calls one of them identifies. */
  arrivals: readonly Arrival[];
}

// Deeper chains of functions than this are not followed; each level was written by a person.
const maxDepth = 12;

// Functions that call each other from many places have more paths than can be walked. A call is worth a few:
// each may bring another argument.
const maxVisits = 8;

/**
 * Walks outwards from a call through what surrounds it, and through the callers in the same file of the functions around it.
 *
 * @param subjects - the expressions that say who is identified
 */
export function outwardFrom(
  source: SourceFile,
  call: Repetition["site"],
  subjects: readonly TSESTree.Node[],
): Outward {
  const arrivals: Arrival[] = [];
  const start = { site: call, from: call, subjects, path: [], visits: new Map(), arrivals };
  return { repetitions: walk(source, start), arrivals };
}

interface Step {
  site: Repetition["site"];
  from: TSESTree.Node;
  subjects: readonly TSESTree.Node[];
  /** The functions that led here, to end recursion. */
  path: readonly FunctionNode[];
  /** How often the walk from one identify came by each call. */
  visits: Map<TSESTree.Node, number>;
  /** Filled on the way. */
  arrivals: Arrival[];
}

function walk(source: SourceFile, start: Step): Repetition[] {
  const iterations: Iteration[] = [];
  let step = start;
  const add = (iteration: Iteration | undefined): void => {
    if (!iteration || !repeats(source, step, iteration)) return;
    const sought = soughtUser(source, step.from, iteration);
    // The loop finds one user; who that is may be new in each turn of a loop around it.
    if (sought) step = { ...step, subjects: [...step.subjects, sought] };
    else iterations.push(iteration);
  };
  let child = step.from;
  for (let up = child.parent; up; up = child.parent) {
    if (isFunction(up)) {
      const site = wrapped(up);
      const iteration = site.parent && iterationAt(site.parent, site, source);
      add(iteration);
      const timing = callbackTiming(up);
      // Whoever calls what the decorator makes of it comes here too.
      if (timing.runs === "here" && isDecorated(source, up))
        step.arrivals.push({ fn: up, subjects: step.subjects });
      if (!iteration && timing.runs !== "here" && !runsFromList(source, up)) {
        // A function that runs by its own name may call itself.
        if (timing.runs === "by name" && !step.path.includes(up))
          add(recursionOf(source, up, step.from));
        const [first, ...rest] = iterations;
        if (first) return [repetition(step, [first, ...rest])];
        step.arrivals.push({ fn: up, subjects: step.subjects });
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

/** `withRetry(async (user) => …)`, for a decorator of the project. */
function isDecorated(source: SourceFile, fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent.type !== AST_NODE_TYPES.CallExpression) return false;
  const decorator = functionOf(source, calleeOf(parent));
  return decorator !== undefined && decoratedBy(decorator.node, parent) === fn;
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
  const returned = returnedUses(source, fn).flatMap(({ use, maker, made }) => {
    const passed = argumentsBehind({ source, node: maker }, step.subjects, made);
    const subjects = [...step.subjects, ...passed];
    return behindUse(source, { ...step, subjects, path: [...path, maker] }, fn, use);
  });
  return [
    ...functionUses(source, fn).flatMap((use) => behindUse(source, { ...step, path }, fn, use)),
    ...returned,
  ];
}

function behindUse(
  source: SourceFile,
  step: Step,
  fn: FunctionNode,
  use: TSESTree.Node,
): Repetition[] {
  const over = handedOver(source, step, fn, use);
  if (over.length > 0) return over;
  const called = callOfUse(use) ?? callHandedUse(use, fn);
  if (!called || isExhausted(step, called.call)) return [];
  const { call } = called;
  const passed = argumentsBehind({ source, node: fn }, step.subjects, called);
  return walk(source, { ...step, site: call, from: call, subjects: [...step.subjects, ...passed] });
}

/** `users.forEach(sync)`, where the subjects come from what the iteration hands over. */
function handedOver(
  source: SourceFile,
  step: Step,
  fn: FunctionNode,
  use: TSESTree.Node,
): Repetition[] {
  const found = use.parent && iterationAt(use.parent, use, source);
  if (found?.node.type !== AST_NODE_TYPES.CallExpression) return [];
  const site = found.node;
  // A row reads the parameters off a plain name only, and not off `this.sync`.
  const elements = found.elements.length > 0 ? found.elements : fn.params;
  const iteration = { ...found, elements, through: step.path };
  const varying = step.subjects.some(
    (subject) => readsArguments(subject, fn) || varies(source, subject, iteration),
  );
  return varying ? [{ site, iterations: [iteration], throughFunction: true }] : [];
}

function isExhausted({ visits }: Step, call: TSESTree.Node): boolean {
  const count = (visits.get(call) ?? 0) + 1;
  visits.set(call, count);
  return count > maxVisits;
}

/**
 * The arguments of a call whose parameters some expressions in the called function read; what it is called on, where
 * they read `this`. The function may stand in another file than the call.
 */
export function argumentsBehind(
  { source, node: fn }: PlacedFunction,
  subjects: readonly TSESTree.Node[],
  call: CallOfUse,
): TSESTree.Node[] {
  if (subjects.some((subject) => readsArguments(subject, fn))) return [...call.arguments];
  return [
    ...(call.receiver && subjects.some((subject) => readsThis(source, subject))
      ? [call.receiver]
      : []),
    ...fn.params.flatMap((parameter, index) => {
      const read = subjects.some((subject) => reads(source, subject, parameter));
      return read ? argumentsFor(call, parameter, index) : [];
    }),
  ];
}

/** The arguments that may become a parameter: those from a spread or from the rest's place on may be any. */
function argumentsFor(
  call: CallOfUse,
  parameter: TSESTree.Parameter,
  index: number,
): readonly TSESTree.Node[] {
  const spread = call.arguments.findIndex(({ type }) => type === AST_NODE_TYPES.SpreadElement);
  if (spread !== -1 && spread <= index) return call.arguments.slice(spread);
  const end = parameter.type === AST_NODE_TYPES.RestElement ? undefined : index + 1;
  return call.arguments.slice(index, end);
}

/**
 * Whether who is identified depends on how a function is called: on an argument, or on what it is called on; or on how
 * the function is called that makes it.
 */
export function dependsOnCall(
  { source, node: fn }: PlacedFunction,
  subjects: readonly TSESTree.Node[],
): boolean {
  const depends = subjects.some(
    (subject) =>
      readsThis(source, subject) ||
      readsArguments(subject, fn) ||
      fn.params.some((parameter) => reads(source, subject, parameter)),
  );
  const maker = enclosingFunction(fn);
  return depends || (maker !== undefined && dependsOnCall({ source, node: maker }, subjects));
}

/** Whether an expression reads `this`, by itself or by a name: `const { user } = this`. */
function readsThis(
  source: SourceFile,
  subject: TSESTree.Node,
  seen = new Set<TSESTree.Node>(),
): boolean {
  if (seen.has(subject)) return false;
  seen.add(subject);
  for (const node of descendants(subject, (inner) => !isFunction(inner))) {
    if (node.type === AST_NODE_TYPES.ThisExpression) return true;
    const variable = node.type === AST_NODE_TYPES.Identifier && bindingOf(source, node);
    const held = variable && constantSource(variable);
    if (held && readsThis(source, held.expression, seen)) return true;
  }
  return false;
}

/** Whether an expression reads the `arguments` of a function. */
function readsArguments(subject: TSESTree.Node, fn: FunctionNode): boolean {
  if (fn.type === AST_NODE_TYPES.ArrowFunctionExpression || !isWithin(subject, fn)) return false;
  for (const node of descendants(subject)) {
    if (node.type === AST_NODE_TYPES.Identifier && node.name === "arguments") return true;
  }
  return false;
}

/** Whether an expression reads a parameter, or a variable that is made from it. */
function reads(source: SourceFile, expression: TSESTree.Node, parameter: TSESTree.Node): boolean {
  const body = parameter.parent ?? parameter;
  return varies(source, expression, { node: body, body, elements: [parameter], counted: true });
}
