import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { isFunction, unwrap } from "../../source/syntax.js";
import { functionNamed } from "../values/value-sources.js";

/** The parameters of a callback that is written in place, or named. */
export function callbackParameters(
  source: SourceFile,
  callback: TSESTree.Node,
): readonly TSESTree.Node[] {
  const fn = isFunction(callback) ? callback : functionNamed(source, unwrap(callback));
  return fn?.params ?? [];
}
