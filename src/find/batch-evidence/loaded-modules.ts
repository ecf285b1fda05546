import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { descendants } from "../../source/syntax.js";
import { requiredModule } from "../required-module.js";

const known = new WeakMap<TSESTree.Program, readonly string[]>();

/** The modules that a file imports or requires, as it spells them. */
export function loadedModules(source: SourceFile): readonly string[] {
  let modules = known.get(source.ast);
  if (!modules) known.set(source.ast, (modules = look(source)));
  return modules;
}

function look(source: SourceFile): string[] {
  return [...descendants(source.ast)].flatMap((node) => {
    if (node.type === AST_NODE_TYPES.ImportDeclaration) return node.source.value;
    return requiredModule(source, node) ?? [];
  });
}
