import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantExpression } from "../find/values/constant-expression.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeName, calleeOf, unwrap } from "../source/syntax.js";

/** Which events of a stream say that no more records come. A reader of lines has a `close` only. */
export const endEvents = /^(close|end)$/;

/** `"end"` of `stream.on("end", …)`; `undefined` where a call adds no listener. */
export function eventOf(call: TSESTree.CallExpression): string | undefined {
  const [event] = call.arguments;
  const isListening = /^(on|once|addListener)$/.test(calleeName(call) ?? "");
  return isListening && event?.type === AST_NODE_TYPES.Literal ? String(event.value) : undefined;
}

/** What a listener is put on: `stream` of `stream.on("error", …).on("data", …)`, each of which gives the stream again. */
export function streamOf(listening: TSESTree.CallExpression): TSESTree.Node {
  const callee = calleeOf(listening);
  const object = callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : callee;
  const isLink = object.type === AST_NODE_TYPES.CallExpression && eventOf(object) !== undefined;
  return isLink ? streamOf(object) : object;
}

/** Whether two expressions stand for one stream. */
export function isSameStream(source: SourceFile, a: TSESTree.Node, b: TSESTree.Node): boolean {
  return identityOf(source, a) === identityOf(source, b);
}

// Longer chains of names and pipes are not followed.
const maxDepth = 20;

/** What makes a stream, or the variable that holds it: `csv()` of `source.pipe(csv()).on("error", fail)`. */
export function identityOf(
  source: SourceFile,
  stream: TSESTree.Node,
  depth = 0,
): TSESTree.Node | Variable {
  const node = unwrap(stream);
  if (depth > maxDepth) return node;
  if (node.type === AST_NODE_TYPES.Identifier) {
    const made = constantExpression(source, node);
    return made ? identityOf(source, made, depth + 1) : (bindingOf(source, node) ?? node);
  }
  if (node.type !== AST_NODE_TYPES.CallExpression) return node;
  const [piped] = node.arguments;
  if (calleeName(node) === "pipe" && piped) return identityOf(source, piped, depth + 1);
  return eventOf(node) === undefined ? node : identityOf(source, streamOf(node), depth + 1);
}
