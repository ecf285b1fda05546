import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { PlacedFunction } from "../find/values/definition.js";
import { haloValues } from "../find/values/halo-value.js";
import { identifyCall, type RestIdentify, type SdkIdentify } from "../find/identify-call.js";
import type { Settings } from "../find/settings.js";
import { descendants, wrapped } from "../source/syntax.js";
import { holdsOnly } from "./batch-list.js";
import { callPosition, type CallPosition } from "./call-position.js";
import type { RefusalReason } from "./refusals.js";

/** The identify that is all that a function does. */
export function onlyIdentify(
  { source, node: fn }: PlacedFunction,
  settings: Settings,
): RefusalReason | RestIdentify | SdkIdentify {
  const values = haloValues(source, settings);
  for (const node of descendants(fn.body)) {
    if (node.type !== AST_NODE_TYPES.CallExpression) continue;
    const identify = identifyCall(source, values, node, settings);
    if (!identify) continue;
    if (identify.reach === "wrapper") return "through-function";
    const position = returned(node) ?? callPosition(source, node);
    const isAlone = position && !position.caughtBy && !position.pushed;
    const isAll = isAlone && holdsOnly(fn.body, position) && !fn.generator;
    return isAll ? identify : "wrapper-work";
  }
  return "through-function";
}

/** Where a call stands whose value its function returns, awaited or not. */
function returned(call: TSESTree.CallExpression): CallPosition | undefined {
  let node = wrapped(call);
  if (node.parent?.type === AST_NODE_TYPES.AwaitExpression) node = wrapped(node.parent);
  const { parent } = node;
  const isReturned =
    parent?.type === AST_NODE_TYPES.ReturnStatement ||
    (parent?.type === AST_NODE_TYPES.ArrowFunctionExpression && parent.body === node);
  return isReturned ? { range: node.range, statements: false, removedAwait: undefined } : undefined;
}
