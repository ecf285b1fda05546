import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName, calleeOf, staticName, unwrap } from "../../source/syntax.js";
import { globalName } from "../values/global-name.js";
import { callbackParameters } from "./callback-parameters.js";
import type { Iteration, IterationRow } from "./iteration.js";
import { listEvidence } from "./list-evidence.js";

interface ArrayMethod {
  results: Iteration["results"];
  stopsOn?: boolean;
  /** How many parameters are new in each turn; the array itself, which comes last, is not. */
  elements: number;
}

const methods: Record<string, ArrayMethod> = {
  forEach: { results: "ignored", elements: 2 },
  map: { results: "collected", elements: 2 },
  flatMap: { results: "collected", elements: 2 },
  filter: { results: "used", elements: 2 },
  reduce: { results: "used", elements: 3 },
  reduceRight: { results: "used", elements: 3 },
  some: { results: "used", elements: 2, stopsOn: true },
  every: { results: "used", elements: 2, stopsOn: false },
  find: { results: "used", elements: 2, stopsOn: true },
  findIndex: { results: "used", elements: 2, stopsOn: true },
  findLast: { results: "used", elements: 2, stopsOn: true },
  findLastIndex: { results: "used", elements: 2, stopsOn: true },
};

/** `users.forEach((user) => …)`, and the other methods of arrays that call back per element. */
export const arrayCallback: IterationRow = {
  match(node, child, source) {
    const called =
      node.type === AST_NODE_TYPES.CallExpression && (borrowed(node) ?? ownMethod(node));
    if (!called || called.callback !== child) return undefined;
    const { name, over } = called;
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method || listEvidence(source, over) === "single") return undefined;
    const { elements, ...traits } = method;
    return {
      ...traits,
      id: "array-callback",
      label: `${name}()`,
      node,
      body: child,
      elements: callbackParameters(source, child).slice(0, elements),
      over,
      unbounded: false,
      counted: false,
      endsWith: "call",
    };
  },
};

interface MethodCall {
  name: string;
  over: TSESTree.Node;
  callback: TSESTree.Node | undefined;
}

/** `users.forEach(fn)`. */
function ownMethod(call: TSESTree.CallExpression): MethodCall | undefined {
  const callee = calleeOf(call);
  return callee.type === AST_NODE_TYPES.MemberExpression
    ? { name: calleeName(call) ?? "", over: callee.object, callback: call.arguments[0] }
    : undefined;
}

/** `[].forEach.call(rows, fn)`, `Array.prototype.forEach.call(rows, fn)`. */
function borrowed(call: TSESTree.CallExpression): MethodCall | undefined {
  const callee = calleeOf(call);
  const [over, callback] = call.arguments;
  if (calleeName(call) !== "call" || !over) return undefined;
  const method = callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : callee;
  if (method.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  const owner = unwrap(method.object);
  const isArrays =
    owner.type === AST_NODE_TYPES.ArrayExpression ||
    (owner.type === AST_NODE_TYPES.MemberExpression && staticName(owner) === "prototype");
  return isArrays ? { name: staticName(method) ?? "", over, callback } : undefined;
}

/** `Array.from(users, (user) => …)`. */
export const arrayFrom: IterationRow = {
  match(node, child, source) {
    if (node.type !== AST_NODE_TYPES.CallExpression || node.arguments[1] !== child)
      return undefined;
    const callee = calleeOf(node);
    if (
      callee.type !== AST_NODE_TYPES.MemberExpression ||
      !/^from(Async)?$/.test(calleeName(node) ?? "")
    )
      return undefined;
    if (globalName(source, callee.object) !== "Array") return undefined;
    const [over] = node.arguments;
    if (over && listEvidence(source, over) === "single") return undefined;
    return {
      id: "array-from",
      label: `Array.${calleeName(node) ?? ""}()`,
      node,
      body: child,
      elements: callbackParameters(source, child),
      over,
      unbounded: false,
      counted: false,
      results: "collected",
      endsWith: calleeName(node) === "fromAsync" ? "promise" : "call",
    };
  },
};
