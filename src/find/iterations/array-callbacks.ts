import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { calleeName, calleeOf } from "../../source/syntax.js";
import { globalName } from "../global-name.js";
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
    if (node.type !== AST_NODE_TYPES.CallExpression || node.arguments[0] !== child)
      return undefined;
    const callee = calleeOf(node);
    const name = calleeName(node) ?? "";
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method || callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
    if (listEvidence(source, callee.object) === "single") return undefined;
    const { elements, ...traits } = method;
    return {
      ...traits,
      id: "array-callback",
      label: `${name}()`,
      node,
      body: child,
      elements: callbackParameters(source, child).slice(0, elements),
      over: callee.object,
      unbounded: false,
      counted: false,
      endsWith: "call",
    };
  },
};

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
