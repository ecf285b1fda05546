import type { TSESTree } from "@typescript-eslint/types";
import { importedValue } from "../../find/values/imported-value.js";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { visibleAt } from "../same-meaning.js";

/** The name under which a file imports what a name of another file stands for, as a node of the file sees it. */
export function importedAs(
  from: SourceFile,
  name: TSESTree.Identifier,
  site: SourceFile,
  at: TSESTree.Node,
): string | undefined {
  const wanted = importedValue(from, name);
  const definition = bindingOf(from, name)?.defs[0];
  if (!wanted || !definition) return undefined;
  const file = from.modules?.fileOf(wanted.module, from);
  for (const { variables } of site.scopes.scopes) {
    for (const other of variables) {
      const [own] = other.identifiers;
      if (other.defs[0]?.node.type !== definition.node.type) continue;
      const same = own && importedValue(site, own);
      if (same?.path.join() !== wanted.path.join()) continue;
      const isSame = file
        ? site.modules?.fileOf(same.module, site)?.path === file.path
        : same.module === wanted.module && !/^[./]/.test(wanted.module);
      if (isSame && visibleAt(site, at, other.name) === other) return other.name;
    }
  }
  return undefined;
}
