import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, descendants, isFunction, unwrap } from "../../source/syntax.js";
import { loopedOver } from "../tracing/list-behind.js";
import { constantSource } from "../values/value-sources.js";
import type { ListSize } from "./list-size.js";

const readers = /^(readFile|readFileSync|readJson|readJsonSync|readJSON)$/;

// Longer chains of names and calls are not followed; it also ends `const a = b, b = a`.
const maxDepth = 8;

/**
 * A file that is read whole: `JSON.parse(readFileSync("users.json", "utf8"))`, `parse(await readFile(path))` of CSV,
 * `text.split("\n")`. Not where a loop or a caller says which file, for it may be one of many small ones.
 */
export function fileRead(source: SourceFile, call: TSESTree.CallExpression): ListSize | undefined {
  const name = calleeName(call) ?? "";
  const callee = calleeOf(call);
  const object = callee.type === AST_NODE_TYPES.MemberExpression ? callee.object : undefined;
  const [first] = call.arguments;
  const text = name === "split" ? object : /^parse(Sync)?$/.test(name) ? first : undefined;
  const isJson = /^readJ/i.test(name) && readers.test(name);
  const isRead = isJson ? isOneFile(source, call) : text && isTextOfFile(source, text);
  return isRead === true ? { kind: "all", reads: "the file" } : undefined;
}

function isTextOfFile(source: SourceFile, expression: TSESTree.Node, depth = 0): boolean {
  if (depth > maxDepth) return false;
  const node = unwrap(expression);
  const next = (inner: TSESTree.Node): boolean => isTextOfFile(source, inner, depth + 1);
  if (node.type === AST_NODE_TYPES.AwaitExpression) return next(node.argument);
  if (node.type === AST_NODE_TYPES.Identifier) {
    const variable = bindingOf(source, node);
    const constant = variable && constantSource(variable);
    return constant?.path.length === 0 && next(constant.expression);
  }
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  if (readers.test(calleeName(node) ?? "")) return isOneFile(source, node);
  const callee = calleeOf(node);
  return (
    /^(replace|replaceAll|toString|trim|trimEnd|trimStart)$/.test(calleeName(node) ?? "") &&
    callee.type === AST_NODE_TYPES.MemberExpression &&
    next(callee.object)
  );
}

/** Whether neither a parameter nor a loop says which file is read. */
function isOneFile(source: SourceFile, call: TSESTree.CallExpression): boolean {
  return call.arguments.every((argument) =>
    [...descendants(argument)].every((node) => {
      const variable = node.type === AST_NODE_TYPES.Identifier && bindingOf(source, node);
      if (!variable) return true;
      const [definition] = variable.defs;
      const isParameter = isFunction(definition?.node) && definition.node.id !== definition.name;
      return !isParameter && loopedOver(variable) === undefined;
    }),
  );
}
