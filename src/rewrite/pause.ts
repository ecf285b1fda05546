import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { functionOf } from "../find/values/definition.js";
import { importedValue } from "../find/values/imported-value.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeName, calleeOf, descendants, isFunction } from "../source/syntax.js";
import { isEffect } from "./effect.js";

/** Modules of which a function does nothing but wait. */
const pausing = /^(timers\/promises|delay)$/;

/** `await sleep(500)`, `await new Promise((resolve) => setTimeout(resolve, 500))`: nothing but time goes by. */
export function isPause(source: SourceFile, expression: TSESTree.Node): boolean {
  if (expression.type !== AST_NODE_TYPES.AwaitExpression) return false;
  const { argument } = expression;
  if (isTimer(argument)) return true;
  if (argument.type !== AST_NODE_TYPES.CallExpression || !argument.arguments.every(doesNothing))
    return false;
  const callee = calleeOf(argument);
  if (pausing.test(importedValue(source, callee)?.module ?? "")) return true;
  const body = functionOf(source, callee)?.node.body;
  if (body?.type !== AST_NODE_TYPES.BlockStatement) return body !== undefined && isTimer(body);
  const [only, another] = body.body;
  if (!only || another) return false;
  if (only.type === AST_NODE_TYPES.ReturnStatement)
    return only.argument !== null && isTimer(only.argument);
  const awaited = only.type === AST_NODE_TYPES.ExpressionStatement && only.expression;
  return awaited && awaited.type === AST_NODE_TYPES.AwaitExpression && isTimer(awaited.argument);
}

/** `new Promise((resolve) => setTimeout(resolve, 500))`. */
function isTimer(node: TSESTree.Node): boolean {
  if (node.type !== AST_NODE_TYPES.NewExpression || calleeName(node) !== "Promise") return false;
  const [executor] = node.arguments;
  if (!isFunction(executor)) return false;
  const { body } = executor;
  const statements = body.type === AST_NODE_TYPES.BlockStatement ? body.body : [body];
  const [only] = statements;
  const call = only?.type === AST_NODE_TYPES.ExpressionStatement ? only.expression : only;
  return (
    statements.length === 1 &&
    call?.type === AST_NODE_TYPES.CallExpression &&
    calleeName(call) === "setTimeout" &&
    call.arguments.every(doesNothing)
  );
}

/** Whether an argument is computed without doing anything. */
function doesNothing(argument: TSESTree.Node): boolean {
  return [...descendants(argument)].every((node) => !isEffect(node) || isOfMath(node));
}

function isOfMath(node: TSESTree.Node): boolean {
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  const callee = calleeOf(node);
  return (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    callee.object.type === AST_NODE_TYPES.Identifier &&
    callee.object.name === "Math"
  );
}
