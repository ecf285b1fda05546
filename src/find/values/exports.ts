import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { oncePerFile } from "../../source/once-per-file.js";
import type { SourceFile } from "../../source/source-file.js";
import { specifierName, staticName, unwrap } from "../../source/syntax.js";
import { CommonJsReader } from "./common-js-exports.js";

/** An expression or a declaration, the file that it stands in, and the properties to read from its value. */
export interface Place {
  source: SourceFile;
  node: TSESTree.Node;
  path: readonly string[];
}

/** What a name is exported as: a node of the file, or a name of another module (`*` for all of it). */
type Export = { node: TSESTree.Node } | { module: string; name: string };

interface Exports {
  named: Map<string, Export>;
  /** The modules of `export * from`. */
  stars: string[];
  /** What `module.exports = …` or `export = …` gives. */
  whole: TSESTree.Node | undefined;
}

// Longer chains of files that hand on a name are not followed; it also ends barrels that export each other.
const maxDepth = 16;

/**
 * Where a file's export is written, through every file that hands it on. CommonJS and ES modules are read alike, as
 * bundlers do: a default export and `module.exports` stand for each other.
 *
 * @param path - the exported name, and the properties to read from its value; empty for the module itself
 */
export function exportedFrom(
  source: SourceFile,
  path: readonly string[],
  depth = 0,
): Place | undefined {
  if (depth > maxDepth) return undefined;
  const { named, stars, whole } = exportsOf(source);
  const [name, ...rest] = path;
  const own = name === undefined ? undefined : named.get(name);
  if (own) return settled(source, own, rest, depth);
  if (whole) return { source, node: whole, path: name === "default" ? rest : path };
  for (const star of name === undefined ? [] : stars) {
    const file = source.modules?.fileOf(star, source);
    const found = file && exportedFrom(file, path, depth + 1);
    if (found) return found;
  }
  const byDefault = name === "default" ? undefined : named.get("default");
  return byDefault && settled(source, byDefault, path, depth);
}

/** The names that a file exports, in the order of the source; `default` also for what CommonJS exports as a whole. */
export function exportNames(source: SourceFile): string[] {
  const { named, whole } = exportsOf(source);
  return [...named.keys(), ...(whole ? ["default", ...propertiesOf(whole)] : [])];
}

/** `module.exports = { a, b }` exports a and b by name, too. */
function propertiesOf(whole: TSESTree.Node): string[] {
  if (whole.type !== AST_NODE_TYPES.ObjectExpression) return [];
  return whole.properties.flatMap((property) => {
    const name = property.type === AST_NODE_TYPES.Property ? staticName(property) : undefined;
    return name === undefined ? [] : [name];
  });
}

function settled(
  source: SourceFile,
  exported: Export,
  rest: readonly string[],
  depth: number,
): Place | undefined {
  if ("node" in exported) return { source, node: unwrap(exported.node), path: rest };
  const file = source.modules?.fileOf(exported.module, source);
  const path = exported.name === "*" ? rest : [exported.name, ...rest];
  return file && exportedFrom(file, path, depth + 1);
}

const exportsOf = oncePerFile((source): Exports => {
  const exports: Exports = { named: new Map(), stars: [], whole: undefined };
  const commonJs = new CommonJsReader(source, exports);
  for (const statement of source.ast.body) readStatement(source, exports, commonJs, statement);
  return exports;
});

function readStatement(
  source: SourceFile,
  exports: Exports,
  commonJs: CommonJsReader,
  statement: TSESTree.ProgramStatement,
): void {
  switch (statement.type) {
    case AST_NODE_TYPES.ExportNamedDeclaration:
      readNamed(source, exports, statement);
      return;
    case AST_NODE_TYPES.ExportAllDeclaration: {
      const module = statement.source.value;
      if (statement.exported)
        exports.named.set(specifierName(statement.exported), { module, name: "*" });
      else exports.stars.push(module);
      return;
    }
    case AST_NODE_TYPES.ExportDefaultDeclaration:
      exports.named.set("default", { node: statement.declaration });
      return;
    case AST_NODE_TYPES.TSExportAssignment:
      exports.whole = statement.expression;
      return;
    case AST_NODE_TYPES.ExpressionStatement:
      commonJs.read(statement.expression);
      return;
    case AST_NODE_TYPES.VariableDeclaration:
      for (const declaration of statement.declarations) commonJs.readDeclaration(declaration);
  }
}

function readNamed(
  { scopes }: SourceFile,
  exports: Exports,
  { declaration, source: module, specifiers }: TSESTree.ExportNamedDeclaration,
): void {
  for (const { local, exported } of specifiers) {
    const name = specifierName(local);
    const found = module ? { module: module.value, name } : { node: local };
    exports.named.set(specifierName(exported), found);
  }
  if (declaration?.type === AST_NODE_TYPES.VariableDeclaration) {
    for (const { name, identifiers } of scopes.getDeclaredVariables(declaration)) {
      const [node] = identifiers;
      if (node) exports.named.set(name, { node });
    }
  } else if (declaration && "id" in declaration && declaration.id) {
    const { id } = declaration;
    if (id.type === AST_NODE_TYPES.Identifier) exports.named.set(id.name, { node: id });
  }
}
