import { basename } from "node:path";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { identitySecretVariables } from "../../halo/environment.js";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, descendants, staticName, wrapped } from "../../source/syntax.js";

const names: ReadonlySet<string> = new Set(identitySecretVariables);

/** Where a configuration names values that a bundler puts into the code for browsers; `undefined` for every other property. */
export function bundlingOption(
  { path }: SourceFile,
  property: TSESTree.Property,
): string | undefined {
  const name = staticName(property) ?? "";
  const file = basename(path);
  if (
    name === "define" &&
    /^(esbuild|build|vite|vitest|astro|svelte|rollup|rsbuild|tsup)\b|\.config\./.test(file)
  )
    return "define";
  if (name === "define" && property.value.type === AST_NODE_TYPES.ObjectExpression)
    return isOfBuild(property) ? "define" : undefined;
  if (name === "publicRuntimeConfig") return name;
  if (name === "env" && file.startsWith("next.config.")) return name;
  return name === "public" && outerName(property) === "runtimeConfig"
    ? "runtimeConfig.public"
    : undefined;
}

/** The names of the Identity Secret's variables that are handed to webpack's `EnvironmentPlugin`, which bundles their values. */
export function bundledNames(call: TSESTree.NewExpression): TSESTree.Node[] {
  if (calleeName(call) !== "EnvironmentPlugin") return [];
  return call.arguments.flatMap((argument) =>
    [...descendants(argument)].filter(
      (node) =>
        (node.type === AST_NODE_TYPES.Literal && names.has(String(node.value))) ||
        (node.type === AST_NODE_TYPES.Identifier &&
          names.has(node.name) &&
          node.parent.type === AST_NODE_TYPES.Property &&
          node.parent.key === node),
    ),
  );
}

/** Whether an object of options bundles: esbuild's has entry points, or a bundle. */
function isOfBuild({ parent }: TSESTree.Property): boolean {
  return (
    parent.type === AST_NODE_TYPES.ObjectExpression &&
    parent.properties.some(
      (each) =>
        each.type === AST_NODE_TYPES.Property &&
        /^(bundle|entryPoints|plugins)$/.test(staticName(each) ?? ""),
    )
  );
}

/** The name of the property whose object a property stands in. */
function outerName({ parent }: TSESTree.Property): string | undefined {
  const outer = wrapped(parent).parent;
  return outer?.type === AST_NODE_TYPES.Property ? staticName(outer) : undefined;
}
