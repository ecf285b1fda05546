import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { oncePerFile } from "../../source/once-per-file.js";
import { descendants } from "../../source/syntax.js";
import { requiredModule } from "../values/required-module.js";

/** The modules that a file imports or requires, as it spells them. */
export const loadedModules = oncePerFile((source): readonly string[] =>
  [...descendants(source.ast)].flatMap((node) => {
    if (node.type === AST_NODE_TYPES.ImportDeclaration) return node.source.value;
    return requiredModule(source, node) ?? [];
  }),
);
