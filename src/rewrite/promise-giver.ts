import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import {
  calleeName,
  calleeOf,
  descendants,
  type FunctionNode,
  isFunction,
  unwrap,
} from "../source/syntax.js";
import { mayBeAsync } from "./callers/async-function.js";
import { isPromiseAll } from "./call-position.js";
import { isSettlingRunner, runOf } from "./function-run.js";

/** The expression that an arrow function consists of. */
export function arrowBody(fn: FunctionNode): TSESTree.Expression | undefined {
  return fn.type === AST_NODE_TYPES.ArrowFunctionExpression &&
    fn.body.type !== AST_NODE_TYPES.BlockStatement
    ? fn.body
    : undefined;
}

/**
 * The function itself, where it is not async but always gives a promise at its end: then it can be made async, and its
 * callers get a promise as before.
 */
export function promiseGiver(
  source: SourceFile,
  owner: FunctionNode | undefined,
): FunctionNode | undefined {
  if (!owner || owner.async || !mayBeAsync(owner)) return undefined;
  // Bluebird's promises have methods that those of async functions lack.
  if (/bluebird/i.test(source.text)) return undefined;
  const type = owner.returnType?.typeAnnotation;
  const isTyped =
    !type ||
    (type.type === AST_NODE_TYPES.TSTypeReference &&
      type.typeName.type === AST_NODE_TYPES.Identifier &&
      type.typeName.name === "Promise");
  const value = arrowBody(owner) ?? onlyReturn(owner)?.argument;
  return isTyped && value && isPromise(source, value) ? owner : undefined;
}

/** Whether an expression gives a promise, whatever happens: of a language feature, of a library or helper that is known. */
function isPromise(source: SourceFile, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type === AST_NODE_TYPES.NewExpression) return calleeName(node) === "Promise";
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  if (isPromiseAll(node) || isSettlingRunner(source, node)) return true;
  const callee = calleeOf(node);
  if (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    /^(then|catch|finally)$/.test(calleeName(node) ?? "")
  )
    return isPromise(source, callee.object);
  return node.arguments.some((argument) => {
    const run = isFunction(argument) ? runOf(source, argument) : undefined;
    return run?.iteration?.endsWith === "promise";
  });
}

/** The `return` at the end of a function, where it has no other. */
function onlyReturn({ body }: FunctionNode): TSESTree.ReturnStatement | undefined {
  const last = body.type === AST_NODE_TYPES.BlockStatement ? body.body.at(-1) : undefined;
  if (last?.type !== AST_NODE_TYPES.ReturnStatement) return undefined;
  const inner = [...descendants(body, (node) => !isFunction(node))];
  return inner.every((node) => node.type !== AST_NODE_TYPES.ReturnStatement || node === last)
    ? last
    : undefined;
}
