import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, childrenOf, isFunction, isLoop } from "../../source/syntax.js";
import { isEffect } from "../effect.js";

/** A read of a parameter in a function's body. */
export interface ParameterUse {
  variable: Variable;
  node: TSESTree.Node;
  /** How many things with an effect happen before it. */
  effectsBefore: number;
  /** How much is read before it that such a thing could change. */
  readsBefore: number;
  /** Whether it may happen never, later, or more than once. */
  conditional: boolean;
}

/** The reads of a function's parameters, in the order in which they happen. */
export function parameterUses(
  source: SourceFile,
  parts: readonly TSESTree.Node[],
  parameters: ReadonlySet<Variable>,
): ParameterUse[] {
  const uses: ParameterUse[] = [];
  let effects = 0;
  let reads = 0;
  const visit = (node: TSESTree.Node, conditional: boolean): void => {
    const variable = node.type === AST_NODE_TYPES.Identifier ? bindingOf(source, node) : undefined;
    if (variable && parameters.has(variable))
      uses.push({ variable, node, effectsBefore: effects, readsBefore: reads, conditional });
    // The key of `{ plan }` is its value, too.
    const children =
      node.type === AST_NODE_TYPES.Property && node.shorthand ? [node.value] : childrenOf(node);
    for (const child of children) visit(child, conditional || isSometimes(node, child));
    if (isChangeable(node)) reads++;
    if (hasEffect(node) && !isConversion(source, node)) effects++;
  };
  for (const part of parts) visit(part, false);
  return uses;
}

/** Whether a child of a node is evaluated not exactly once, when the node is. */
function isSometimes(node: TSESTree.Node, child: TSESTree.Node): boolean {
  switch (node.type) {
    case AST_NODE_TYPES.ConditionalExpression:
    case AST_NODE_TYPES.IfStatement:
      return child !== node.test;
    case AST_NODE_TYPES.LogicalExpression:
      return child === node.right;
    case AST_NODE_TYPES.SwitchStatement:
    case AST_NODE_TYPES.ChainExpression:
    case AST_NODE_TYPES.TryStatement:
    case AST_NODE_TYPES.AssignmentPattern:
      return true;
    default:
      return isLoop(node) || isFunction(node);
  }
}

/** A read of a member: not of `process.env`, and not of the method that is called. */
function isChangeable(node: TSESTree.Node): boolean {
  if (node.type !== AST_NODE_TYPES.MemberExpression) return false;
  const { parent, object } = node;
  const isMethod = parent.type === AST_NODE_TYPES.CallExpression && parent.callee === node;
  return !isMethod && !isProcess(object) && !isProcess(node);
}

function isProcess(node: TSESTree.Node): boolean {
  if (node.type === AST_NODE_TYPES.Identifier) return node.name === "process";
  return node.type === AST_NODE_TYPES.MemberExpression && isProcess(node.object);
}

function hasEffect(node: TSESTree.Node): boolean {
  const { type } = node;
  return (
    isEffect(node) ||
    type === AST_NODE_TYPES.ReturnStatement ||
    type === AST_NODE_TYPES.ThrowStatement
  );
}

/** `String(id)`, `JSON.stringify(body)`, `new Date(time)`: nothing but a value comes of it. */
function isConversion(source: SourceFile, node: TSESTree.Node): boolean {
  if (node.type !== AST_NODE_TYPES.CallExpression && node.type !== AST_NODE_TYPES.NewExpression)
    return false;
  const callee = calleeOf(node);
  const isMember = callee.type === AST_NODE_TYPES.MemberExpression;
  const owner = isMember ? callee.object : callee;
  if (owner.type !== AST_NODE_TYPES.Identifier || bindingOf(source, owner)) return false;
  const name = `${isMember ? `${owner.name}.` : ""}${calleeName(node) ?? ""}`;
  return /^(Boolean|Date|JSON\.stringify|Math\.\w+|Number|String|URL)$/.test(name);
}
