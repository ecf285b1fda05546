import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeOf } from "../../source/syntax.js";
import { constantExpression } from "../values/constant-expression.js";
import { importedValue } from "../values/imported-value.js";

/** Packages whose function, or the function that it makes, promises what the callback that it is given returns. */
const passing = /^(async-retry|exponential-backoff|p-limit|p-retry|promise-retry)$/;

/** The package whose function promises a list of what its callback returns, one for each element. */
const mapping = "p-map";

/**
 * What a call of a library promises of its callback's result: the same, as `pRetry(fn)` and `limit(fn)` of
 * `pLimit(5)`; a list of them, as `pMap(list, fn)`. `undefined` for all other calls.
 */
export function passedOn(
  source: SourceFile,
  call: TSESTree.CallExpression,
): "list" | "same" | undefined {
  const callee = calleeOf(call);
  const maker = constantExpression(source, callee);
  const module =
    importedValue(source, callee)?.module ??
    (maker?.type === AST_NODE_TYPES.CallExpression
      ? importedValue(source, calleeOf(maker))?.module
      : undefined);
  if (module === undefined) return undefined;
  if (module === mapping) return "list";
  return passing.test(module) ? "same" : undefined;
}
