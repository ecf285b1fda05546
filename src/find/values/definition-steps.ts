import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { isFunction } from "../../source/syntax.js";
import { classAround, isClass } from "./class-members.js";
import type { Place } from "./exports.js";

/** A place that has been followed as far as the project's code says; of a class, which side of it is meant. */
export interface Definition extends Place {
  isInstance?: boolean | undefined;
}

/** Whether a place is code of the project, with nothing left to read from it. */
export function isSettled({ node, path }: Place): boolean {
  return (
    path.length === 0 &&
    (isFunction(node) || isClass(node) || node.type === AST_NODE_TYPES.ObjectExpression)
  );
}

/** `[identify, { pending }]`, of which a hook's caller takes one. */
export function ofElement(
  { source, path: [index, ...path] }: Definition,
  { elements }: TSESTree.ArrayExpression,
): Definition | undefined {
  const element = index !== undefined && /^\d+$/.test(index) && elements[Number(index)];
  return element ? { source, node: element, path } : undefined;
}

/** A function or class under the name that its declaration gives it. */
export function declared({ source, path }: Definition, variable: Variable): Definition | undefined {
  const [definition] = variable.defs;
  const node = definition?.node;
  return (isFunction(node) || isClass(node)) && node.id === definition?.name
    ? { source, node, path }
    : undefined;
}

/** `this` of a class, or of an object literal's method. */
export function ofThis({ source, node, path }: Definition): Definition | undefined {
  const around = classAround(node);
  if (around) return { source, node: around.body.parent, path, isInstance: !around.isStatic };
  return undefined;
}

/** Calls of containers, which give an instance of the class that they are asked for. */
export const containers = /^(get|getInstance|inject|make|resolve)$/;

/** `Object.freeze({ sync })`, `Object.assign(main, { sync })`, `partial(sync, "nightly")`: what they are given, and no less. */
export const sameObject =
  /^(assign|freeze|partial|partialRight|seal|shallowReactive|reactive|markRaw|readonly)$/;
