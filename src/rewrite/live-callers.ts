import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { isOnlyLaunched } from "../find/batch-evidence/launched-function.js";
import { wrapperSummary } from "../find/repetition/wrapper-call.js";
import type { Settings } from "../find/settings.js";
import { followed, functionAt } from "../find/values/definition.js";
import { exportedFrom, exportNames } from "../find/values/exports.js";
import type { SourceFile } from "../source/source-file.js";
import { enclosingFunction, type FunctionNode } from "../source/syntax.js";

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
  const owner = classOfMethod(node);
  const names = exportNames(source).filter((name) => {
    const place = exportedFrom(source, [name]);
    if (!place) return false;
    const value = followed(place);
    return owner ? value.node === owner : functionAt(value)?.node === node;
  });
  return names.length > 0 && (!!owner || !isOnlyLaunched(source, node, names, settings));
}

/** The class of which a function is a method that others can call for a user: `run()` is a job of its own. */
function classOfMethod({ parent: member, params }: FunctionNode): TSESTree.Node | undefined {
  const isMember =
    member.type === AST_NODE_TYPES.MethodDefinition ||
    member.type === AST_NODE_TYPES.PropertyDefinition;
  if (!isMember || member.accessibility === "private" || params.length === 0) return undefined;
  return member.key.type === AST_NODE_TYPES.PrivateIdentifier ? undefined : member.parent.parent;
}
