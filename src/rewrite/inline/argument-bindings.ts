import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { descendants, staticName, unwrap } from "../../source/syntax.js";
import { mayStopEarly } from "../early-exit.js";
import { isPlain } from "../plain-expression.js";
import type { ParameterUse } from "./evaluation-order.js";

/** A name or pattern that a call gives a value to. */
export interface Binding {
  target: TSESTree.BindingName;
  /** What is given: an argument of the call, or a default of the function. */
  given: TSESTree.Node;
  isDefault: boolean;
  /** The members to read from what is given. */
  path: readonly string[];
  /** For `...rest`: the members of the object literal that is given which have names of their own. */
  without?: readonly string[];
}

/** The elements of a list that is written out in place. */
export function spreadOf({ argument }: TSESTree.SpreadElement): (TSESTree.Node | undefined)[] {
  const list = unwrap(argument);
  if (list.type !== AST_NODE_TYPES.ArrayExpression) return [undefined];
  return list.elements.map((element) =>
    element && element.type !== AST_NODE_TYPES.SpreadElement ? element : undefined,
  );
}

/** What a parameter is given; `undefined` where that cannot be told. */
export function bindingsOf(
  parameter: TSESTree.Parameter,
  given: TSESTree.Node | undefined,
): Binding[] | undefined {
  switch (parameter.type) {
    case AST_NODE_TYPES.Identifier:
      if (parameter.name === "this" || !given) return undefined;
      return [{ target: parameter, given, isDefault: false, path: [] }];
    case AST_NODE_TYPES.ObjectPattern:
      return given && [{ target: parameter, given, isDefault: false, path: [] }];
    case AST_NODE_TYPES.AssignmentPattern: {
      const { left, right } = parameter;
      if (left.type === AST_NODE_TYPES.ArrayPattern) return undefined;
      if (!given || isUndefined(given))
        return [{ target: left, given: right, isDefault: true, path: [] }];
      return isDefined(given) ? [{ target: left, given, isDefault: false, path: [] }] : undefined;
    }
    default:
      return undefined;
  }
}

function isUndefined(node: TSESTree.Node): boolean {
  return node.type === AST_NODE_TYPES.Identifier && node.name === "undefined";
}

/** Whether an expression is certainly not `undefined`, so that no default takes its place. */
export function isDefined(node: TSESTree.Node): boolean {
  const value = unwrap(node);
  switch (value.type) {
    case AST_NODE_TYPES.ArrayExpression:
    case AST_NODE_TYPES.ArrowFunctionExpression:
    case AST_NODE_TYPES.BinaryExpression:
    case AST_NODE_TYPES.FunctionExpression:
    case AST_NODE_TYPES.Literal:
    case AST_NODE_TYPES.NewExpression:
    case AST_NODE_TYPES.ObjectExpression:
    case AST_NODE_TYPES.TemplateLiteral:
      return true;
    case AST_NODE_TYPES.LogicalExpression:
      return value.operator !== "&&" && isDefined(value.right);
    default:
      return false;
  }
}

/** Takes patterns apart where what they are given shows each part. */
export function split(
  file: SourceFile,
  site: SourceFile,
  bindings: readonly Binding[],
  uses: readonly ParameterUse[],
): Binding[] {
  return bindings.flatMap((binding) => {
    const { target, given, path } = binding;
    if (target.type !== AST_NODE_TYPES.ObjectPattern) return [binding];
    const object = unwrap(given);
    const isName =
      object.type === AST_NODE_TYPES.Identifier &&
      isStable(binding.isDefault ? file : site, object) &&
      uses.every(({ effectsBefore, conditional }) => effectsBefore === 0 && !conditional);
    const literal = object.type === AST_NODE_TYPES.ObjectExpression ? object : undefined;
    if (!isName && !literal) return [binding];
    const parts: (Binding | undefined)[] = target.properties.map((property) => {
      if (property.type === AST_NODE_TYPES.RestElement)
        return literal && restOf(binding, literal, target, property);
      const name = staticName(property);
      if (property.computed || name === undefined) return undefined;
      const { value } = property;
      if (!literal)
        return value.type === AST_NODE_TYPES.Identifier
          ? { ...binding, target: value, path: [...path, name] }
          : undefined;
      const member = memberOf(literal, name);
      if (value.type === AST_NODE_TYPES.Identifier)
        return member && { ...binding, target: value, given: member };
      if (value.type !== AST_NODE_TYPES.AssignmentPattern) return undefined;
      if (value.left.type !== AST_NODE_TYPES.Identifier) return undefined;
      if (member)
        return isDefined(member) ? { ...binding, target: value.left, given: member } : undefined;
      return isWhole(literal)
        ? { ...binding, target: value.left, given: value.right, isDefault: true }
        : undefined;
    });
    const read = parts.filter((part) => part !== undefined);
    const isRead = literal ? isWhole(literal) && readsAll(literal, read) : true;
    if (read.length < parts.length || !isRead) return [binding];
    return read.toSorted(
      (a, b) => Number(a.isDefault) - Number(b.isDefault) || startOf(a) - startOf(b),
    );
  });
}

/** `...traits` of `{ id, ...traits }`. */
function restOf(
  binding: Binding,
  literal: TSESTree.ObjectExpression,
  { properties }: TSESTree.ObjectPattern,
  { argument }: TSESTree.RestElement,
): Binding | undefined {
  const without = properties.flatMap((property) =>
    property.type === AST_NODE_TYPES.Property && !property.computed
      ? (staticName(property) ?? [])
      : [],
  );
  if (argument.type !== AST_NODE_TYPES.Identifier || without.length < properties.length - 1)
    return undefined;
  const rest = { ...binding, target: argument, without };
  const named = literal.properties.length - restMembers(rest).length;
  // What the rest holds is evaluated at one place.
  const isLast = literal.properties
    .slice(named)
    .every((property) => restMembers(rest).includes(property));
  return isLast || isPlain(literal) ? rest : undefined;
}

/** The members of an object literal that a `...rest` holds. */
export function restMembers({
  given,
  without = [],
}: Binding): TSESTree.ObjectExpression["properties"] {
  const literal = unwrap(given);
  return literal.type === AST_NODE_TYPES.ObjectExpression
    ? literal.properties.filter(
        (property) =>
          property.type === AST_NODE_TYPES.Property &&
          !without.includes(staticName(property) ?? ""),
      )
    : [];
}

/** Where what a binding is given starts. */
function startOf(binding: Binding): number {
  const [first] = binding.without ? restMembers(binding) : [];
  return (first ?? binding.given).range[0];
}

/** Whether all members of an object literal are written out. */
export function isWhole({ properties }: TSESTree.ObjectExpression): boolean {
  return properties.every(
    (property) =>
      property.type === AST_NODE_TYPES.Property &&
      !property.computed &&
      property.kind === "init" &&
      !property.method,
  );
}

/** Whether what nobody reads of an object may as well not be evaluated. */
function readsAll({ properties }: TSESTree.ObjectExpression, read: readonly Binding[]): boolean {
  return properties.every(
    (property) =>
      property.type === AST_NODE_TYPES.Property &&
      (read.some(
        (each) =>
          each.given === property.value || (each.without && restMembers(each).includes(property)),
      ) ||
        !mayStopEarly(property.value, new Set())),
  );
}

function memberOf(
  { properties }: TSESTree.ObjectExpression,
  name: string,
): TSESTree.Node | undefined {
  const [property, another] = properties.filter(
    (each) => each.type === AST_NODE_TYPES.Property && staticName(each) === name,
  );
  return property?.type === AST_NODE_TYPES.Property && !another ? property.value : undefined;
}

/** The variables that a name or pattern declares. */
export function variablesOf(source: SourceFile, target: TSESTree.Node): Variable[] {
  const names = new Set<Variable>();
  for (const node of descendants(target)) {
    const variable = node.type === AST_NODE_TYPES.Identifier && bindingOf(source, node);
    if (variable && variable.defs.some(({ name }) => name === node)) names.add(variable);
  }
  return [...names];
}

/** Whether an expression has the same value whenever it is read. */
export function isStable(source: SourceFile, node: TSESTree.Node): boolean {
  const value = unwrap(node);
  switch (value.type) {
    case AST_NODE_TYPES.Literal:
    case AST_NODE_TYPES.ThisExpression:
      return true;
    case AST_NODE_TYPES.Identifier: {
      const variable = bindingOf(source, value);
      return (
        variable?.references.every(
          (each) => !each.isWrite() || each.init === true || isLoopHead(each.identifier),
        ) ?? value.name === "undefined"
      );
    }
    default:
      return false;
  }
}

/** `for (const user of users)`, which writes the variable anew in each turn, and another one. */
function isLoopHead({ parent }: TSESTree.Node): boolean {
  return (
    parent?.type === AST_NODE_TYPES.VariableDeclarator &&
    /^For(Of|In)Statement$/.test(parent.parent.parent.type) &&
    parent.parent.kind !== "var"
  );
}
