import type { TSESTree } from "@typescript-eslint/types";
import { wrapperSummary } from "../find/repetition/wrapper-call.js";
import type { Settings } from "../find/settings.js";
import { followed, functionAt } from "../find/values/definition.js";
import { exportedFrom, exportNames } from "../find/values/exports.js";
import type { SourceFile } from "../source/source-file.js";
import { enclosingFunction } from "../source/syntax.js";

/**
 * Whether a call stands in a function that other files may call for whom they like: it identifies whom it is given,
 * and is exported.
 */
export function mayHaveLiveCallers(
  source: SourceFile,
  call: TSESTree.Node,
  settings: Settings,
): boolean {
  const node = enclosingFunction(call);
  if (!node || !wrapperSummary({ source, node }, settings)) return false;
  return exportNames(source).some((name) => {
    const place = exportedFrom(source, [name]);
    return place !== undefined && functionAt(followed(place))?.node === node;
  });
}
