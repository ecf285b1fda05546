import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  descendants,
  isFunction,
  isWithin,
  lastName,
  unwrap,
} from "../../source/syntax.js";
import type { Iteration } from "../iterations/iteration.js";
import { varies } from "./variation.js";

// What only one user has. `orgId` or `role` is shared by many.
const identityNames = /^_?(id|uid|uuid|guid|sub|email|user_?name|user_?id|external_?id)$/i;
const indexNames = /^(i|idx|index|n|position)$/;

/** An equality that holds where a node runs: `member.id === me.id`. */
type Equality = readonly [left: TSESTree.Node, right: TSESTree.Node];

/**
 * What an iteration compares each user with, where only the one who is equal is identified:
 * `me.id` of `for (const m of members) if (m.id === me.id) ha.identify(m.id);`. `undefined` where all are.
 */
export function soughtUser(
  source: SourceFile,
  from: TSESTree.Node,
  iteration: Iteration,
): TSESTree.Node | undefined {
  for (const [left, right] of guards(from, iteration)) {
    for (const [mine, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const picks = isIdentity(mine) || (isIndex(mine) && other.type === AST_NODE_TYPES.Literal);
      if (picks && varies(source, mine, iteration) && isFixed(source, other, iteration))
        return other;
    }
  }
  return undefined;
}

/** Whether a value is the same in all turns. What an inner loop goes through is not, though each turn goes through it. */
function isFixed(source: SourceFile, value: TSESTree.Node, iteration: Iteration): boolean {
  for (const node of descendants(value)) {
    const binding = node.type === AST_NODE_TYPES.Identifier && bindingOf(source, node);
    if (binding && binding.defs.some(({ name }) => isWithin(name, iteration.body))) return false;
  }
  return !varies(source, value, iteration);
}

/** Whether a callback of `filter` keeps one user: `(m) => m.id === me.id`. */
export function keepsOneUser(callback: TSESTree.Node): boolean {
  if (!isFunction(callback) || callback.body.type === AST_NODE_TYPES.BlockStatement) return false;
  const [element] = callback.params;
  if (element?.type !== AST_NODE_TYPES.Identifier) return false;
  return equalities(callback.body, true).some((sides) => {
    const [mine, another] = sides.filter((side) => rootName(side) === element.name);
    return mine !== undefined && another === undefined && isIdentity(mine);
  });
}

/** The equalities that hold where a node runs, within one turn of an iteration. */
function* guards(from: TSESTree.Node, iteration: Iteration): Generator<Equality> {
  let child = from;
  for (const up of ancestors(from)) {
    yield* guardsOf(up, child);
    if (up === iteration.body || up === iteration.node) return;
    child = up;
  }
}

function guardsOf(parent: TSESTree.Node, child: TSESTree.Node): readonly Equality[] {
  switch (parent.type) {
    case AST_NODE_TYPES.IfStatement:
    case AST_NODE_TYPES.ConditionalExpression:
      if (child === parent.test) return [];
      return equalities(parent.test, child === parent.consequent);
    case AST_NODE_TYPES.LogicalExpression:
      if (child === parent.left || parent.operator === "??") return [];
      return equalities(parent.left, parent.operator === "&&");
    case AST_NODE_TYPES.BlockStatement:
      return skipsIn(parent)
        .filter(({ range }) => range[1] <= child.range[0])
        .flatMap(({ test }) => equalities(test, false));
    default:
      return [];
  }
}

const skips = new WeakMap<TSESTree.BlockStatement, readonly TSESTree.IfStatement[]>();

/** `if (…) continue;` of a block. Remembered, for a generated file can hold thousands of calls in one block. */
function skipsIn(block: TSESTree.BlockStatement): readonly TSESTree.IfStatement[] {
  let known = skips.get(block);
  if (!known) skips.set(block, (known = block.body.filter(isSkip)));
  return known;
}

/** `continue`, `return`: the turn goes on for no one else. */
function isSkip(statement: TSESTree.Statement): statement is TSESTree.IfStatement {
  if (statement.type !== AST_NODE_TYPES.IfStatement) return false;
  const { consequent } = statement;
  const last =
    consequent.type === AST_NODE_TYPES.BlockStatement ? consequent.body.at(-1) : consequent;
  return (
    last?.type === AST_NODE_TYPES.ContinueStatement || last?.type === AST_NODE_TYPES.ReturnStatement
  );
}

/** The equalities that hold where a condition is true, or is false. */
function equalities(condition: TSESTree.Node, isTrue: boolean): readonly Equality[] {
  const node = unwrap(condition);
  switch (node.type) {
    case AST_NODE_TYPES.LogicalExpression:
      return node.operator === (isTrue ? "&&" : "||")
        ? [...equalities(node.left, isTrue), ...equalities(node.right, isTrue)]
        : [];
    case AST_NODE_TYPES.UnaryExpression:
      return node.operator === "!" ? equalities(node.argument, !isTrue) : [];
    case AST_NODE_TYPES.BinaryExpression: {
      const isEqual = /^={2,3}$/.test(node.operator);
      const differs = /^!={1,2}$/.test(node.operator);
      return (isTrue ? isEqual : differs) ? [[spelled(node.left), spelled(node.right)]] : [];
    }
    case AST_NODE_TYPES.CallExpression: {
      const callee = calleeOf(node);
      const [other] = node.arguments;
      const compares = isTrue && calleeName(node) === "equals" && other !== undefined;
      return compares && callee.type === AST_NODE_TYPES.MemberExpression
        ? [[spelled(callee.object), spelled(other)]]
        : [];
    }
    default:
      return [];
  }
}

/** `x` of `String(x)`, `x.toString()` and `x.toLowerCase()`. */
function spelled(expression: TSESTree.Node): TSESTree.Node {
  const node = unwrap(expression);
  if (node.type !== AST_NODE_TYPES.CallExpression) return node;
  const callee = calleeOf(node);
  const name = calleeName(node) ?? "";
  if (callee.type === AST_NODE_TYPES.MemberExpression)
    return /^(toString|toHexString|toLowerCase|trim)$/.test(name) ? spelled(callee.object) : node;
  const [only] = node.arguments;
  return /^(String|Number)$/.test(name) && only ? spelled(only) : node;
}

function isIdentity(node: TSESTree.Node): boolean {
  return identityNames.test(lastName(node) ?? "");
}

function isIndex(node: TSESTree.Node): boolean {
  return indexNames.test(nameOf(node) ?? "");
}

function nameOf(node: TSESTree.Node): string | undefined {
  return node.type === AST_NODE_TYPES.Identifier ? node.name : undefined;
}

/** `m` of `m.user.id`. */
function rootName(node: TSESTree.Node): string | undefined {
  return node.type === AST_NODE_TYPES.MemberExpression
    ? rootName(unwrap(node.object))
    : nameOf(node);
}
