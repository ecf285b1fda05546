import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { RestIdentify } from "../find/identify-call.js";
import { constantValue } from "../find/values/static-text.js";
import type { SourceFile } from "../source/source-file.js";
import { isWithin, unwrap } from "../source/syntax.js";
import { requestCall } from "./request-call.js";

/** The variable that the request's body is made from: `payload` of `body: JSON.stringify(payload)`, `data: payload`. */
export function bodyName(source: SourceFile, identify: RestIdentify): TSESTree.Node | undefined {
  const { sent } = identify;
  const [argument] = sent?.type === AST_NODE_TYPES.CallExpression ? sent.arguments : [];
  // Clients make JSON of an object themselves.
  const isObject = !identify.request && sent && constantValue(source, sent) === identify.body;
  const object = isObject ? sent : argument;
  const name = object && unwrap(object);
  return name?.type === AST_NODE_TYPES.Identifier && isWithin(name, requestCall(identify))
    ? name
    : undefined;
}
