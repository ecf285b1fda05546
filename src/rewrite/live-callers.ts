import type { TSESTree } from "@typescript-eslint/types";
import { isOnlyLaunched } from "../find/batch-evidence/launched-function.js";
import { wrapperSummary } from "../find/repetition/wrapper-call.js";
import type { Settings } from "../find/settings.js";
import { followed, functionAt } from "../find/values/definition.js";
import { exportedFrom, exportNames } from "../find/values/exports.js";
import type { SourceFile } from "../source/source-file.js";
import { enclosingFunction } from "../source/syntax.js";

/**
 * Whether a call stands in a function that other files may call for whom they like: it identifies whom it is given,
 * and is exported; unless only what launches it as a job does call it.
 */
export function mayHaveLiveCallers(
  source: SourceFile,
  call: TSESTree.Node,
  settings: Settings,
): boolean {
  const node = enclosingFunction(call);
  if (!node || !wrapperSummary({ source, node }, settings)) return false;
  const names = exportNames(source).filter((name) => {
    const place = exportedFrom(source, [name]);
    return place !== undefined && functionAt(followed(place))?.node === node;
  });
  return names.length > 0 && !isOnlyLaunched(source, node, names, settings);
}
