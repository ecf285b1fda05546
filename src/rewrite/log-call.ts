import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import {
  calleeName,
  calleeOf,
  descendants,
  isFunction,
  lastName,
  unwrap,
} from "../source/syntax.js";
import { isEffect } from "./effect.js";

/** Objects whose methods write a line, and services that collect errors. */
const loggers =
  /^(console|[Bb]ugsnag|[Hh]oneybadger|newrelic|[Rr]ollbar|Sentry|signale|winston|pino|log|logger|\w+Logger)$/;
const methods =
  /^(captureException|captureMessage|debug|error|exception|fatal|info|log|notice(Error)?|notify|trace|warn|warning)$/;

/** `console.error("failed", error);`: a statement that tells somebody something, and does nothing else. */
export function isLog(statement: TSESTree.Node): boolean {
  return (
    statement.type === AST_NODE_TYPES.ExpressionStatement && isLogCall(unwrap(statement.expression))
  );
}

/** `console.error("failed", error)`. */
export function isLogCall(node: TSESTree.Node): node is TSESTree.CallExpression {
  return (
    node.type === AST_NODE_TYPES.CallExpression &&
    isLogMethod(calleeOf(node)) &&
    node.arguments.every(doesNothing)
  );
}

/** `console.error`, `req.log.warn`. */
export function isLogMethod(callee: TSESTree.Node): boolean {
  return (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    loggers.test(lastName(callee.object) ?? "") &&
    methods.test(lastName(callee) ?? "")
  );
}

/** Functions that only make a text of what they are given. */
const formatters = /^(String|inspect|join|stringify|toISOString|toString|text|json)$/;

/** Whether what is logged is computed without changing anything. */
export function doesNothing(argument: TSESTree.Node): boolean {
  return [...descendants(argument)].every(
    (node) =>
      !isFunction(node) &&
      (!isEffect(node) ||
        node.type === AST_NODE_TYPES.AwaitExpression ||
        (node.type === AST_NODE_TYPES.CallExpression && formatters.test(calleeName(node) ?? ""))),
  );
}
