import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { basename, dirname, extname } from "node:path";
import { addTo } from "../source/add-to.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { childrenOf, descendants, isWithin, specifierName, staticName } from "../source/syntax.js";
import { nearestManifest } from "./manifests.js";

/** A part of a file that is handed on as one: a top-level statement, or a property of an object that is exported. */
interface Part {
  node: TSESTree.Node;
  /** Texts that a file holds which imports it. */
  exports: readonly string[];
}

/**
 * The texts by which other files of a project reach what leads to identify in one file: the names of exports whose
 * code holds one of some words, or uses something of the file that does. A text too many costs time; one too few would
 * hide a call.
 */
export class LeadingExports {
  readonly #parts: readonly Part[];
  readonly #leading = new Set<Part>();
  #readers: Map<Variable, Part[]> | undefined;

  constructor(private readonly source: SourceFile) {
    this.#parts = source.ast.body.flatMap((statement) => partsOf(source, statement));
  }

  /**
   * @param words - more texts that something which leads to identify spells
   * @returns the texts of exports that lead there by these words and did not by those before
   */
  by(words: readonly string[]): string[] {
    const added = new Set(
      this.#parts.filter((part) => this.#isNew(part) && this.#spells(part, words)),
    );
    // Grows while it is walked.
    for (const part of added) {
      this.#leading.add(part);
      for (const reader of this.#readersOf(part)) if (this.#isNew(reader)) added.add(reader);
    }
    return [...added].flatMap(({ exports }) => exports);
  }

  #isNew(part: Part): boolean {
    return !this.#leading.has(part);
  }

  #spells({ node }: Part, words: readonly string[]): boolean {
    const text = this.source.text.slice(...node.range);
    return words.some((word) => text.includes(word));
  }

  /** The parts that read a variable which a part declares or writes. */
  #readersOf({ node }: Part): Part[] {
    const readers = (this.#readers ??= readersOf(this.source, this.#parts));
    return [...variablesIn(this.source, node)].flatMap((variable) => {
      const isWritten =
        variable.defs.some(({ name }) => isWithin(name, node)) ||
        variable.references.some((each) => each.isWrite() && isWithin(each.identifier, node));
      return isWritten ? (readers.get(variable) ?? []) : [];
    });
  }
}

function readersOf(source: SourceFile, parts: readonly Part[]): Map<Variable, Part[]> {
  const readers = new Map<Variable, Part[]>();
  for (const part of parts) {
    for (const variable of variablesIn(source, part.node)) {
      addTo(readers, variable, part);
    }
  }
  return readers;
}

function variablesIn(source: SourceFile, node: TSESTree.Node): Set<Variable> {
  const variables = new Set<Variable>();
  for (const inner of descendants(node)) {
    const variable = bindingOf(source, inner);
    if (variable) variables.add(variable);
  }
  return variables;
}

function partsOf(source: SourceFile, statement: TSESTree.ProgramStatement): Part[] {
  switch (statement.type) {
    case AST_NODE_TYPES.ExportNamedDeclaration: {
      const { specifiers, declaration } = statement;
      if (!declaration)
        return specifiers.map((node) => ({
          node,
          exports: textsOf(source, specifierName(node.exported)),
        }));
      return [{ node: statement, exports: declaredNames(source, declaration) }];
    }
    case AST_NODE_TYPES.ExportAllDeclaration: {
      const { exported } = statement;
      return [
        { node: statement, exports: exported ? textsOf(source, specifierName(exported)) : [] },
      ];
    }
    case AST_NODE_TYPES.ExportDefaultDeclaration:
      return [
        ...properties(statement.declaration),
        { node: statement, exports: textsOf(source, "default") },
      ];
    case AST_NODE_TYPES.TSExportAssignment:
      return [{ node: statement, exports: textsOf(source, "default") }];
    case AST_NODE_TYPES.ExpressionStatement:
      return ofExpression(source, statement);
    default:
      return [{ node: statement, exports: [] }];
  }
}

/** `module.exports = …`, `exports.sync = …`; any other statement hands on nothing. */
function ofExpression(source: SourceFile, statement: TSESTree.ExpressionStatement): Part[] {
  const { expression } = statement;
  if (expression.type !== AST_NODE_TYPES.AssignmentExpression)
    return [{ node: statement, exports: [] }];
  const { left, right } = expression;
  const name = left.type === AST_NODE_TYPES.MemberExpression ? staticName(left) : undefined;
  const exported = name === undefined ? [] : textsOf(source, name === "exports" ? "default" : name);
  return [...properties(right), { node: statement, exports: exported }];
}

/** The properties of an object that is exported whole. */
function properties(value: TSESTree.Node): Part[] {
  if (value.type !== AST_NODE_TYPES.ObjectExpression) return [];
  return childrenOf(value).flatMap((node) => {
    const name = node.type === AST_NODE_TYPES.Property ? staticName(node) : undefined;
    return name === undefined ? [] : [{ node, exports: [name] }];
  });
}

function declaredNames({ scopes }: SourceFile, declaration: TSESTree.Node): string[] {
  // A type runs nothing.
  if (/^TS(Interface|TypeAlias)Declaration$/.test(declaration.type)) return [];
  if (declaration.type === AST_NODE_TYPES.VariableDeclaration)
    return scopes.getDeclaredVariables(declaration).map(({ name }) => name);
  const id = "id" in declaration ? declaration.id : undefined;
  return id?.type === AST_NODE_TYPES.Identifier ? [id.name] : [];
}

// Frameworks ask a file for exports of these names; who imports one names the file too.
const frameworkNames = new Set(
  (
    "GET POST PUT PATCH DELETE HEAD OPTIONS action actions config default fetch generateMetadata getServerSideProps " +
    "getStaticPaths getStaticProps handle handler load loader main metadata middleware queue register scheduled"
  ).split(" "),
);

/** What an importing file spells: the name; where that says nothing, the end of the specifier that leads to the file. */
function textsOf({ path }: SourceFile, name: string): string[] {
  if (!frameworkNames.has(name)) return [name];
  const file = basename(path, extname(path));
  const tail = file === "index" ? basename(dirname(path)) : file;
  const manifest = nearestManifest(path);
  const packageName = manifest?.content["name"];
  const whole = [
    ...(typeof packageName === "string" && isEntry(path, manifest?.folder) ? [packageName] : []),
    ...internalNames(manifest?.content["imports"], file),
  ];
  return [...['"', "'", "."].map((end) => `/${tail}${end}`), ...whole];
}

/** Whether a file may be what its package exports as a whole. */
function isEntry(path: string, folder: string | undefined): boolean {
  const at = dirname(path);
  return at === folder || (basename(at) === "src" && dirname(at) === folder);
}

/** The keys of package.json's `imports` that lead to a file of a name. */
function internalNames(imports: unknown, name: string): string[] {
  if (typeof imports !== "object" || imports === null) return [];
  return Object.entries(imports).flatMap(([key, target]) =>
    JSON.stringify(target).includes(name) ? [key.replace(/\*.*$/, "")] : [],
  );
}
