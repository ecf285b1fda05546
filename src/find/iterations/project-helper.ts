import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { sharedStore } from "../../source/modules.js";
import { bindingOf } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  type FunctionNode,
  isFunction,
  isName,
  isWithin,
  unwrap,
  wrapped,
} from "../../source/syntax.js";
import { functionOf, type PlacedFunction } from "../values/definition.js";
import { outwardFrom } from "../repetition/repetition.js";
import { callbackParameters } from "./callback-parameters.js";
import type { IterationRow } from "./iteration.js";
import { iterationAt } from "./iterations.js";

/** Which arguments of a callback are new each time that a function calls it; `all` where it hands it on. */
type CalledPerTurn = "all" | readonly number[] | undefined;

/** `eachUser((user) => …)`, for a function of the project that calls what it is given once per element of something. */
export const projectHelper: IterationRow = {
  match(node, child, source) {
    if (node.type !== AST_NODE_TYPES.CallExpression) return undefined;
    const index = node.arguments.findIndex((argument) => argument === child);
    if (index === -1 || !(isFunction(child) || isName(child))) return undefined;
    const helper = functionOf(source, calleeOf(node));
    const turns = helper && calledPerTurn(helper, index);
    if (!turns) return undefined;
    const parameters = callbackParameters(source, child);
    return {
      id: "project-helper",
      label: `${calleeName(node) ?? "a helper"}()`,
      node,
      body: child,
      elements: turns === "all" ? parameters : turns.flatMap((at) => parameters[at] ?? []),
      over: undefined,
      unbounded: true,
      counted: false,
      results: "used",
      assumed: true,
      endsWith: "unknown",
    };
  },
};

const storeOf = sharedStore(() => new WeakMap<FunctionNode, Map<number, CalledPerTurn>>());

function calledPerTurn(helper: PlacedFunction, index: number): CalledPerTurn {
  const store = storeOf(helper.source);
  let known = store.get(helper.node);
  if (!known) store.set(helper.node, (known = new Map<number, CalledPerTurn>()));
  if (known.has(index)) return known.get(index);
  // Set before looking, for a helper may hand its callback to itself.
  known.set(index, undefined);
  const found = lookFor(helper, index);
  known.set(index, found);
  return found;
}

function lookFor(helper: PlacedFunction, index: number): CalledPerTurn {
  const { source, node: fn } = helper;
  const parameter = fn.params[index];
  const name = parameter?.type === AST_NODE_TYPES.AssignmentPattern ? parameter.left : parameter;
  const variable = name && bindingOf(source, name);
  for (const use of variable ? readsOf(variable) : []) {
    const turns = turnsAt(helper, use);
    if (turns) return turns;
  }
  return undefined;
}

function readsOf({ references }: Variable): TSESTree.Node[] {
  return references.flatMap((each) => (each.isRead() ? [wrapped(each.identifier)] : []));
}

/** `for (…) callback(user)`, or `users.forEach(callback)`. */
function turnsAt({ source, node: fn }: PlacedFunction, use: TSESTree.Node): CalledPerTurn {
  const call = use.parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression) return undefined;
  if (calleeOf(call) !== unwrap(use)) return iterationAt(call, use, source) ? "all" : undefined;
  const isNew = (subject: TSESTree.Node): boolean =>
    outwardFrom(source, call, [subject]).repetitions.some(({ site }) => isWithin(site, fn));
  const indexes = call.arguments.flatMap((argument, at) => (isNew(argument) ? [at] : []));
  return indexes.length > 0 ? indexes : undefined;
}
