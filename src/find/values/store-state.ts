import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import {
  calleeName,
  calleeOf,
  type FunctionNode,
  isFunction,
  staticName,
  unwrap,
} from "../../source/syntax.js";
import type { Place } from "./exports.js";
import { returnedBy } from "./returned-by.js";

/** What is read of a store's state: the function that creates the state, and the properties that a selector takes. */
interface StateRead {
  creator: FunctionNode;
  path: readonly string[];
}

const storeMakers = /^(create|createStore|createWithEqualityFn)$/;

/** What a call reads of a zustand store: `useStore((state) => state.sync)`, `useStore()`, `useStore.getState()`. */
export function stateRead(
  { node, path }: Place,
  { arguments: [selector] }: TSESTree.CallExpression,
): StateRead | undefined {
  const creator = node.type === AST_NODE_TYPES.CallExpression ? creatorIn(node) : undefined;
  if (!creator) return undefined;
  if (path.join() === "getState") return { creator, path: [] };
  if (path.length > 0) return undefined;
  const selected = isFunction(selector) ? selectedPath(selector) : [];
  return selected && { creator, path: selected };
}

/** The function of `create((set) => ({ … }))`, `create<State>()(persist((set) => ({ … }), options))`. */
function creatorIn(call: TSESTree.CallExpression): FunctionNode | undefined {
  const callee = calleeOf(call);
  const maker = callee.type === AST_NODE_TYPES.CallExpression ? callee : call;
  if (!storeMakers.test(calleeName(maker) ?? "")) return undefined;
  let argument = call.arguments[0];
  while (argument?.type === AST_NODE_TYPES.CallExpression) argument = argument.arguments[0];
  return isFunction(argument) ? argument : undefined;
}

/** `["users", "sync"]` of `(state) => state.users.sync`. */
function selectedPath({ params: [state], body }: FunctionNode): string[] | undefined {
  const path: string[] = [];
  let node = unwrap(body);
  while (node.type === AST_NODE_TYPES.MemberExpression) {
    const name = staticName(node);
    if (name === undefined) return undefined;
    path.unshift(name);
    node = unwrap(node.object);
  }
  const isState =
    node.type === AST_NODE_TYPES.Identifier &&
    state?.type === AST_NODE_TYPES.Identifier &&
    node.name === state.name;
  return isState ? path : undefined;
}

/** What a call of a pinia store gives: `useStore()` of `defineStore("id", { actions: { … } })` or `defineStore("id", () => …)`. */
export function storeActions({
  node,
  path,
}: Place): { nodes: readonly TSESTree.Node[]; path: readonly string[] } | undefined {
  if (node.type !== AST_NODE_TYPES.CallExpression || path.length > 0) return undefined;
  const definition = node.arguments.find(({ type }) => type !== AST_NODE_TYPES.Literal);
  if (!definition || calleeName(node) !== "defineStore") return undefined;
  return isFunction(definition)
    ? { nodes: returnedBy(definition), path: [] }
    : { nodes: [definition], path: ["actions"] };
}
