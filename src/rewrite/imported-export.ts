import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { ProjectFacts } from "../project/project-facts.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeName, staticName } from "../source/syntax.js";
import { hasModuleSyntax, isModule } from "./awaiting.js";
import { quoted } from "./layout.js";
import type { FreshNames } from "./names.js";
import type { FileStyle } from "./style.js";

/** An export of a library that emitted code calls. */
export interface LibraryExport {
  /** The names that the module goes by, the one to import it under first. */
  modules: readonly string[];
  /** `default` for the whole module. */
  exported: string;
  local: string;
}

/** An export as a rewritten file has it. */
export interface ImportedExport {
  /** What the file calls it: a name, or a member of one. */
  local: string;
  /** The variable that `local` starts with. */
  variable: string;
  /** The statement that brings it in; `undefined` where the file has it already. */
  line: string | undefined;
  /** Whether that statement is an import declaration rather than a `require`. */
  isImport: boolean;
}

/** The name by which a file calls an export: the one it has, else a new one with the statement that brings it in. */
export function importedExport(
  source: SourceFile,
  library: LibraryExport,
  project: ProjectFacts,
  style: FileStyle,
  names: FreshNames,
): ImportedExport {
  const isImport = usesImports(source, project, style);
  const existing = localNameOf(source, library);
  const local = existing ?? names.take(library.local);
  return {
    local,
    variable: local.split(".", 1)[0] ?? local,
    line: existing === undefined ? importOf(library, local, isImport, style) : undefined,
    isImport,
  };
}

/** Whether a file has brought an export in already. */
export function hasExport(source: SourceFile, library: LibraryExport): boolean {
  return localNameOf(source, library) !== undefined;
}

/** Whether what is brought into a file comes by an import declaration; else by `require`. */
export function usesImports(source: SourceFile, project: ProjectFacts, style: FileStyle): boolean {
  return hasModuleSyntax(source) || style.typescript || isModule(source, project);
}

function importOf(
  library: LibraryExport,
  local: string,
  isImport: boolean,
  style: FileStyle,
): string {
  const from = quoted(library.modules[0] ?? "", style);
  const end = style.semicolon;
  if (library.exported === "default") {
    return isImport
      ? `import ${local} from ${from}${end}`
      : `const ${local} = require(${from})${end}`;
  }
  return isImport
    ? `import { ${bound(library.exported, local, " as ")} } from ${from}${end}`
    : `const { ${bound(library.exported, local, ": ")} } = require(${from})${end}`;
}

/** An export under its local name, as a list of imports or a destructuring pattern has it. */
export function bound(exported: string, local: string, separator: string): string {
  return exported === local ? exported : exported + separator + local;
}

/** Whether a top-level statement of a file imports or requires a module. */
export function importsModule(source: SourceFile, name: string): boolean {
  return source.ast.body.some((statement) => moduleOf(statement) === name);
}

/** The module that a top-level statement imports or requires. */
function moduleOf(statement: TSESTree.Node): string | undefined {
  if (statement.type === AST_NODE_TYPES.ImportDeclaration) return statement.source.value;
  const call = requireOf(statement)?.init;
  const [argument] = call?.type === AST_NODE_TYPES.CallExpression ? call.arguments : [];
  return argument?.type === AST_NODE_TYPES.Literal ? String(argument.value) : undefined;
}

/** The declarator of `const x = require("…")`. */
export function requireOf(statement: TSESTree.Node): TSESTree.VariableDeclarator | undefined {
  if (statement.type !== AST_NODE_TYPES.VariableDeclaration) return undefined;
  return statement.declarations.find(
    ({ init }) => init?.type === AST_NODE_TYPES.CallExpression && calleeName(init) === "require",
  );
}

/** What the file calls a library's signing export, if it has brought it in already. */
function localNameOf(source: SourceFile, library: LibraryExport): string | undefined {
  for (const statement of source.ast.body) {
    if (!library.modules.includes(moduleOf(statement) ?? "")) continue;
    const name =
      statement.type === AST_NODE_TYPES.ImportDeclaration
        ? importedName(statement, library.exported)
        : requiredName(requireOf(statement), library.exported);
    if (name !== undefined) return name;
  }
  return undefined;
}

function importedName(statement: TSESTree.ImportDeclaration, exported: string): string | undefined {
  if (statement.importKind === "type") return undefined;
  for (const specifier of statement.specifiers) {
    const { name } = specifier.local;
    switch (specifier.type) {
      case AST_NODE_TYPES.ImportDefaultSpecifier:
        // The default of `node:crypto` and of jose's namespace holds the export as a member.
        return exported === "default" ? name : `${name}.${exported}`;
      case AST_NODE_TYPES.ImportNamespaceSpecifier:
        return exported === "default" ? name : `${name}.${exported}`;
      case AST_NODE_TYPES.ImportSpecifier: {
        const imported = specifier.imported;
        const spelled =
          imported.type === AST_NODE_TYPES.Identifier ? imported.name : imported.value;
        if (spelled === exported && specifier.importKind !== "type") return name;
      }
    }
  }
  return undefined;
}

function requiredName(
  declarator: TSESTree.VariableDeclarator | undefined,
  exported: string,
): string | undefined {
  const id = declarator?.id;
  if (id?.type === AST_NODE_TYPES.Identifier) {
    return exported === "default" ? id.name : `${id.name}.${exported}`;
  }
  if (id?.type !== AST_NODE_TYPES.ObjectPattern) return undefined;
  for (const property of id.properties) {
    if (property.type !== AST_NODE_TYPES.Property || staticName(property) !== exported) continue;
    return property.value.type === AST_NODE_TYPES.Identifier ? property.value.name : undefined;
  }
  return undefined;
}
