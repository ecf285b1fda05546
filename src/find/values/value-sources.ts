import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import {
  ancestors,
  calleeOf,
  type FunctionNode,
  isFunction,
  isWithin,
  staticName,
  unwrap,
  wrapped,
} from "../../source/syntax.js";
import { decorated, undecorated } from "./decorated-function.js";
import { hookSources } from "./hook-sources.js";
import { promiseOf } from "./promised-value.js";

/**
 * Where a variable's value can come from: an expression, and the properties to read from its value.
 * `const { a: { b } } = f()` gives `f()` with the path `["a", "b"]` for `b`.
 */
export interface ValueSource {
  expression: TSESTree.Node;
  path: readonly string[];
}

type Reference = Variable["references"][number];

const writes = new WeakMap<Variable, readonly Reference[]>();

/** The references that write a variable. Remembered, for a generated file may read one variable thousands of times. */
function writesOf(variable: Variable): readonly Reference[] {
  let known = writes.get(variable);
  if (!known) writes.set(variable, (known = variable.references.filter((each) => each.isWrite())));
  return known;
}

/** Every expression in this file whose value the variable takes: initialisers, assignments, arguments of local calls. */
export function valueSources(source: SourceFile, variable: Variable): ValueSource[] {
  const sources: ValueSource[] = [];
  for (const { identifier, writeExpr } of writesOf(variable)) {
    // `for (x of xs)` writes elements of xs, not xs.
    if (!writeExpr || isLoopHead(identifier)) continue;
    const written = { expression: unwrap(writeExpr), path: patternPath(identifier) };
    sources.push(written, ...hookSources(source, identifier, written));
  }
  for (const { name, node } of variable.defs) {
    const isParameter = isFunction(node) && node.id !== name;
    if (isParameter) sources.push(...argumentSources(source, node, name));
  }
  return sources;
}

/** The single expression that a variable always holds, where it is declared once and never written again. */
export function constantSource(variable: Variable): ValueSource | undefined {
  const [write, another] = writesOf(variable);
  if (another || !write?.init || !write.writeExpr || isLoopHead(write.identifier)) return undefined;
  return { expression: unwrap(write.writeExpr), path: patternPath(write.identifier) };
}

/** Whether a variable is the `rest` of a pattern, which holds less than what the pattern is given. */
export function isRest({ identifiers: [name] }: Variable): boolean {
  return name?.parent.type === AST_NODE_TYPES.RestElement;
}

function isLoopHead(identifier: TSESTree.Node): boolean {
  for (const up of ancestors(identifier)) {
    if (up.type === AST_NODE_TYPES.ForOfStatement || up.type === AST_NODE_TYPES.ForInStatement)
      return identifier.range[1] <= up.right.range[0];
    if (isFunction(up) || up.type === AST_NODE_TYPES.BlockStatement) return false;
  }
  return false;
}

/** The properties to read to get from a pattern's whole value to this name in it. */
export function patternPath(identifier: TSESTree.Node): string[] {
  const path: string[] = [];
  let child = identifier;
  for (const up of ancestors(identifier)) {
    if (up.type === AST_NODE_TYPES.Property) path.unshift(staticName(up) ?? "*");
    else if (up.type === AST_NODE_TYPES.ArrayPattern) {
      path.unshift(String(up.elements.findIndex((element) => element === child)));
    } else if (
      up.type !== AST_NODE_TYPES.ObjectPattern &&
      up.type !== AST_NODE_TYPES.AssignmentPattern &&
      up.type !== AST_NODE_TYPES.RestElement
    )
      return path;
    child = up;
  }
  return path;
}

function argumentSources(
  source: SourceFile,
  callee: FunctionNode,
  name: TSESTree.Node,
): ValueSource[] {
  const index = callee.params.findIndex((param) => isWithin(name, param));
  const promise = index === 0 ? promiseOf(callee) : undefined;
  if (promise) return [{ expression: unwrap(promise), path: patternPath(name) }];
  return localCalls(source, callee).flatMap((call) => {
    const argument = call.arguments[index];
    if (!argument || argument.type === AST_NODE_TYPES.SpreadElement) return [];
    return [{ expression: unwrap(argument), path: patternPath(name) }];
  });
}

/** The variable that names a function: of its declaration, or one that it is the value of. */
export function functionBinding(source: SourceFile, fn: FunctionNode): Variable | undefined {
  if (fn.type === AST_NODE_TYPES.FunctionDeclaration)
    return fn.id ? bindingOf(source, fn.id) : undefined;
  const { parent } = decorated(fn);
  if (parent?.type === AST_NODE_TYPES.VariableDeclarator) return bindingOf(source, parent.id);
  return parent?.type === AST_NODE_TYPES.AssignmentExpression
    ? bindingOf(source, parent.left)
    : undefined;
}

/** The calls of a function in this file: where it is written, by its own name, and by a function that it is handed to. */
function localCalls(source: SourceFile, fn: FunctionNode): TSESTree.CallExpression[] {
  const { parent: around } = wrapped(fn);
  if (around?.type !== AST_NODE_TYPES.CallExpression)
    return callsByName(functionBinding(source, fn));
  if (calleeOf(around) === fn) return [around];
  const index = around.arguments.findIndex((argument) => argument === fn);
  const parameter = functionNamed(source, calleeOf(around))?.params[index];
  return callsByName((parameter && bindingOf(source, parameter)) ?? functionBinding(source, fn));
}

function callsByName(variable: Variable | undefined): TSESTree.CallExpression[] {
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const parent = identifier.parent;
    const called = parent.type === AST_NODE_TYPES.CallExpression && calleeOf(parent) === identifier;
    return called ? [parent] : [];
  });
}

/** The function that an expression names or is, where this file has its only definition. */
export function functionNamed(
  source: SourceFile,
  expression: TSESTree.Node,
): FunctionNode | undefined {
  if (isFunction(expression)) return expression;
  if (expression.type !== AST_NODE_TYPES.Identifier) return undefined;
  const variable = bindingOf(source, expression);
  const definition = variable?.defs[0];
  if (isFunction(definition?.node) && definition.node.id === definition.name)
    return definition.node;
  const constant = variable && constantSource(variable);
  const value = constant?.path.length === 0 ? undecorated(constant.expression) : undefined;
  return isFunction(value) ? value : undefined;
}
