import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  type FunctionNode,
  isFunction,
  isWithin,
  staticName,
  unwrap,
} from "../../source/syntax.js";
import type { Iteration } from "../iterations/iteration.js";
import { iterationAt } from "../iterations/iterations.js";
import { constantSource, patternPath } from "../values/value-sources.js";
import { functionName } from "../values/function-name.js";
import { receivingCall } from "./function-role.js";

/** Whether a call lies in a loop over messages that a queue has just delivered. */
export function isInDeliveredMessages(source: SourceFile, call: TSESTree.Node): boolean {
  let child = call;
  for (let up = child.parent; up; up = up.parent) {
    const iteration = iterationAt(up, child, source);
    if (iteration && isOverDeliveredMessages(source, iteration)) return true;
    child = up;
  }
  return false;
}

/** Whether each turn is another message that a queue has just delivered, and not another user of a list. */
export function isOverDeliveredMessages(source: SourceFile, { node, over }: Iteration): boolean {
  const list = over ?? countedList(node);
  const origin = list && parameterOf(source, list);
  if (!origin) return false;
  const path = origin.path.join(".");
  // AWS Lambda, for SQS, SNS, Kinesis and the like.
  if (path === "Records") return true;
  // Cloudflare's queues, and Kafka's eachBatch.
  if (/^(batch\.)?messages$/.test(path))
    return /^(queue|eachBatch)$/.test(functionName(origin.fn, source));
  // pg-boss.
  const call = receivingCall(origin.fn);
  return path === "" && call !== undefined && calleeName(call) === "work";
}

/** `event.Records` of `for (let i = 0; i < event.Records.length; i++)`. */
function countedList(loop: TSESTree.Node): TSESTree.Node | undefined {
  if (loop.type !== AST_NODE_TYPES.ForStatement) return undefined;
  const { test } = loop;
  if (test?.type !== AST_NODE_TYPES.BinaryExpression) return undefined;
  const { right } = test;
  return right.type === AST_NODE_TYPES.MemberExpression && staticName(right) === "length"
    ? right.object
    : undefined;
}

interface ParameterPath {
  fn: FunctionNode;
  /** What is read off the first parameter. */
  path: readonly string[];
}

// Longer chains of names are not followed; it also ends `const a = b, b = a`.
const maxDepth = 8;

/** What of a function's first parameter an expression is, or is made of one by one: `Records` for `event.Records.map(…)`. */
function parameterOf(
  source: SourceFile,
  expression: TSESTree.Node,
  depth = 0,
): ParameterPath | undefined {
  if (depth > maxDepth) return undefined;
  const below = (node: TSESTree.Node, names: readonly string[]): ParameterPath | undefined => {
    const origin = parameterOf(source, node, depth + 1);
    return origin && { ...origin, path: [...origin.path, ...names] };
  };
  const node = unwrap(expression);
  switch (node.type) {
    case AST_NODE_TYPES.MemberExpression: {
      const name = staticName(node);
      return name === undefined ? undefined : below(node.object, [name]);
    }
    case AST_NODE_TYPES.CallExpression: {
      const callee = calleeOf(node);
      return callee.type === AST_NODE_TYPES.MemberExpression &&
        /^(filter|map)$/.test(staticName(callee) ?? "")
        ? below(callee.object, [])
        : undefined;
    }
    case AST_NODE_TYPES.Identifier: {
      const variable = bindingOf(source, node);
      const definition = variable?.defs[0];
      if (isFunction(definition?.node)) {
        const [first] = definition.node.params;
        const isFirst = first && isWithin(definition.name, first);
        return isFirst ? { fn: definition.node, path: patternPath(definition.name) } : undefined;
      }
      const origin = variable && constantSource(variable);
      return origin && below(origin.expression, origin.path);
    }
    default:
      return undefined;
  }
}
