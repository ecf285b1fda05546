import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { haloValues } from "../find/values/halo-value.js";
import type { Settings } from "../find/settings.js";
import { constantValue, propertyValue } from "../find/values/static-text.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeName, calleeOf, descendants } from "../source/syntax.js";
import { hoistable, isModuleWide } from "./scope-check.js";

const keys = new WeakMap<TSESTree.Program, TSESTree.Node | null>();

/**
 * The `apiKey` that the file's `HaloAgents.init` is given, where code around a loop can name it too.
 * `undefined` where there is none, or several differ.
 */
export function initKey(
  source: SourceFile,
  settings: Settings,
  loop: TSESTree.Node,
): TSESTree.Node | undefined {
  let key = keys.get(source.ast);
  if (key === undefined) {
    key = onlyKey(source, settings) ?? null;
    keys.set(source.ast, key);
  }
  const shared = key && hoistable(source, key, loop);
  return shared && isVisible(source, shared, loop) ? shared : undefined;
}

function onlyKey(source: SourceFile, settings: Settings): TSESTree.Node | undefined {
  const values = haloValues(source, settings);
  const found = new Map<string, TSESTree.Node>();
  for (const node of descendants(source.ast)) {
    if (node.type !== AST_NODE_TYPES.CallExpression || calleeName(node) !== "init") continue;
    const [options] = node.arguments;
    const given =
      options && values.of(calleeOf(node)) === "factory" && constantValue(source, options);
    const key = given && propertyValue(given, ["apiKey"]);
    if (key) found.set(source.text.slice(...key.range), key);
  }
  const [key] = found.size === 1 ? found.values() : [];
  return key;
}

/** Whether the names in an expression are declared around a node too. */
function isVisible(source: SourceFile, expression: TSESTree.Node, at: TSESTree.Node): boolean {
  if (isModuleWide(source, expression)) return true;
  const scopeOf = (node: TSESTree.Node): TSESTree.Node | undefined => {
    for (let up = node.parent; up; up = up.parent) if (source.scopes.acquire(up)) return up;
    return undefined;
  };
  const block = scopeOf(expression);
  return block !== undefined && block.range[0] <= at.range[0] && at.range[1] <= block.range[1];
}
