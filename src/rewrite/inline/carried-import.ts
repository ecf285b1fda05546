import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { isBuiltin } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { isClientPackage } from "../../find/requests/http-client.js";
import { requiredModule } from "../../find/values/required-module.js";
import { nearestManifest } from "../../project/manifests.js";
import { projectFacts } from "../../project/project-facts.js";
import { type SourceFile, isRewritten } from "../../source/source-file.js";
import { specifierName, staticName } from "../../source/syntax.js";
import { requireOf } from "../imported-export.js";

/** What a variable imports, and how. */
interface Import {
  kind: "import" | "require";
  module: string;
  /** `default`, `*` for the whole module, or an exported name. */
  exported: string;
}

/** An import of one file that another one may have, too. */
export interface CarriedImport extends Import {
  /** Whether the other file's project has no such package, so that the import must go again. */
  passing: boolean;
}

/**
 * The import that declares a variable, as another file can have it: of a module that is loaded for that file already,
 * by the same kind of statement.
 */
export function carriedImport(
  from: SourceFile,
  variable: Variable,
  site: SourceFile,
): CarriedImport | undefined {
  const own = importOf(from, variable);
  if (!own || !site.ast.body.some((statement) => kindOf(site, statement) === own.kind))
    return undefined;
  const isOfClient = isBuiltin(own.module) || isClientPackage(own.module);
  if (!isOfClient && !loads(site, from.path)) return undefined;
  const isSamePackage = nearestManifest(from.path)?.folder === nearestManifest(site.path)?.folder;
  const isThere =
    isSamePackage || isBuiltin(own.module) || hasPackage(projectFacts(site.path), own.module);
  // Another package has other files, and other names for them.
  if (!isThere && !isClientPackage(own.module)) return undefined;
  return { ...own, module: moduleAt(own.module, from.path, site.path), passing: !isThere };
}

function importOf(source: SourceFile, variable: Variable): Import | undefined {
  const [definition, another] = variable.defs;
  if (!definition || another || isRewritten(variable)) return undefined;
  const { node, name } = definition;
  switch (node.type) {
    case AST_NODE_TYPES.ImportDefaultSpecifier:
      return { kind: "import", module: node.parent.source.value, exported: "default" };
    case AST_NODE_TYPES.ImportNamespaceSpecifier:
      return { kind: "import", module: node.parent.source.value, exported: "*" };
    case AST_NODE_TYPES.ImportSpecifier:
      return {
        kind: "import",
        module: (node.parent as TSESTree.ImportDeclaration).source.value,
        exported: specifierName(node.imported),
      };
    case AST_NODE_TYPES.VariableDeclarator: {
      const module = node.init ? requiredModule(source, node.init) : undefined;
      const exported = module === undefined ? undefined : exportedAs(node.id, name);
      return module === undefined || exported === undefined || /^\.{0,2}\/?$/.test(module)
        ? undefined
        : { kind: "require", module, exported };
    }
    default:
      return undefined;
  }
}

/** The member of a module that a name of `const { post: send } = require("…")` stands for. */
function exportedAs(pattern: TSESTree.Node, name: TSESTree.Node): string | undefined {
  if (pattern === name) return "*";
  if (pattern.type !== AST_NODE_TYPES.ObjectPattern) return undefined;
  const property = pattern.properties.find((each) => each.value === name);
  return property?.type === AST_NODE_TYPES.Property && !property.computed
    ? staticName(property)
    : undefined;
}

function kindOf(source: SourceFile, statement: TSESTree.Node): Import["kind"] | undefined {
  if (statement.type === AST_NODE_TYPES.ImportDeclaration)
    return statement.importKind === "type" ? undefined : "import";
  const init = requireOf(statement)?.init;
  return init && requiredModule(source, init) !== undefined ? "require" : undefined;
}

/** A specifier of one file as another file of the same package spells it. */
function moduleAt(module: string, from: string, site: string): string {
  if (!module.startsWith(".")) return module;
  const path = relative(dirname(site), join(dirname(from), module))
    .split(sep)
    .join("/");
  return path.startsWith(".") ? path : `./${path}`;
}

function hasPackage({ packages }: { packages: ReadonlySet<string> }, module: string): boolean {
  const [scope, name] = module.split("/");
  return packages.has(module.startsWith("@") ? `${scope ?? ""}/${name ?? ""}` : (scope ?? ""));
}

// What a file loads through longer chains is not looked for.
const maxDepth = 6;

/** Whether a file loads another one when it is loaded itself, so that nothing runs earlier by an import of what that one imports. */
function loads(site: SourceFile, path: string, depth = 0): boolean {
  if (site.path === path) return true;
  if (depth > maxDepth) return false;
  return site.ast.body.some((statement) => {
    const module = moduleOf(site, statement);
    const file = module === undefined ? undefined : site.modules?.fileOf(module, site);
    return file !== undefined && loads(file, path, depth + 1);
  });
}

function moduleOf(source: SourceFile, statement: TSESTree.Node): string | undefined {
  switch (statement.type) {
    case AST_NODE_TYPES.ImportDeclaration:
    case AST_NODE_TYPES.ExportAllDeclaration:
      return statement.source.value;
    case AST_NODE_TYPES.ExportNamedDeclaration:
      return statement.source?.value;
    default: {
      const init = requireOf(statement)?.init;
      return init ? requiredModule(source, init) : undefined;
    }
  }
}
