import { isBuiltin } from "node:module";
import { createRequire } from "node:module";
import { extname } from "node:path";
import type { Identifier, Node, Project, SourceFile, StringLiteral } from "ts-morph";
import type { ResolveModule } from "./module-resolver.js";
import { projectFacts } from "./project-facts.js";

/** Where an identifier stands: an absolute path, and its offset. */
export interface NamedPlace {
  path: string;
  offset: number;
}

/** What is looked for, and in which files. */
export interface Wanted {
  declaration: NamedPlace;
  /** A method is called through objects, which may have come any way; a function of a module only by what names the module. */
  kind: "function" | "method";
  /** The text of each file, without a byte order mark, by its path. */
  files: ReadonlyMap<string, string>;
  resolve: ResolveModule;
}

/** What names a function in some files. */
export interface NamedPlaces {
  places: readonly NamedPlace[];
  /** The names that it goes by. */
  names: ReadonlySet<string>;
  /** The files that export it. */
  homes: ReadonlySet<string>;
}

/**
 * Finds what names a function, by TypeScript's references. `undefined` where one of the files may name it in a way that
 * they do not show: by an object whose type is not known, or by a module that is handed on as a whole.
 */
export function namedPlaces(wanted: Wanted): NamedPlaces | undefined {
  return new Search(wanted).found();
}

type TsMorph = typeof import("ts-morph");

/** It brings TypeScript along, so it comes in only where a rewrite needs it; and the engine answers at once. */
function loadTsMorph(): TsMorph {
  return createRequire(import.meta.url)("ts-morph") as TsMorph;
}

class Search {
  readonly #ts: TsMorph;
  readonly #project: Project;
  readonly #paths = new Map<SourceFile, string>();
  readonly #seen = new Map<Node, NamedPlace>();
  readonly #names = new Set<string>();
  readonly #homes = new Set<string>();

  constructor(private readonly wanted: Wanted) {
    this.#ts = loadTsMorph();
    const { ModuleKind, ModuleResolutionKind, ScriptTarget } = this.#ts.ts;
    this.#project = new this.#ts.Project({
      useInMemoryFileSystem: true,
      compilerOptions: {
        allowJs: true,
        skipLibCheck: true,
        target: ScriptTarget.ESNext,
        module: ModuleKind.ESNext,
        moduleResolution: ModuleResolutionKind.Bundler,
        lib: ["lib.es2023.d.ts"],
        types: [],
      },
      resolutionHost: () => ({
        resolveModuleNames: (names, from) => names.map((name) => this.#resolved(name, from)),
      }),
    });
    for (const [path, text] of wanted.files)
      this.#paths.set(this.#project.createSourceFile(path, text), path);
  }

  found(): NamedPlaces | undefined {
    this.#follow();
    this.#findHomes();
    const isKnown = [...this.#paths.keys()].every(
      (file) => this.#isAccountedFor(file) && this.#namesMembersOnly(file),
    );
    if (!isKnown) return undefined;
    return { places: [...this.#seen.values()], names: this.#names, homes: this.#homes };
  }

  #resolved(specifier: string, from: string): import("ts-morph").ts.ResolvedModuleFull | undefined {
    const path = this.wanted.resolve(specifier, from);
    if (path === undefined || !this.wanted.files.has(path)) return undefined;
    return { resolvedFileName: path, extension: extname(path) };
  }

  /** Asks for the references of the declaration, and again where one of them gives the value another name. */
  #follow(): void {
    const queue = [this.#nodeAt(this.wanted.declaration)];
    const asked = new Set<Node>();
    for (const node of queue) {
      if (!node || asked.has(node)) continue;
      asked.add(node);
      for (const place of this.#references(node)) {
        const found = this.#nodeAt(place);
        // A comment may speak of the function: `{@link sync}`.
        if (!found || found.getFirstAncestor((up) => this.#ts.Node.isJSDoc(up))) continue;
        this.#seen.set(found, place);
        if (this.#ts.Node.isIdentifier(found)) this.#names.add(found.getText());
        queue.push(this.#renamedBy(found));
      }
    }
  }

  #references(node: Node): NamedPlace[] {
    const service = this.#project.getLanguageService().compilerObject;
    const found = service.findReferences(node.getSourceFile().getFilePath(), node.getStart()) ?? [];
    return found
      .flatMap(({ references }) => references)
      .map(({ fileName, textSpan }) => ({ path: fileName, offset: textSpan.start }));
  }

  #nodeAt({ path, offset }: NamedPlace): Node | undefined {
    return this.#project.getSourceFile(path)?.getDescendantAtPos(offset);
  }

  /** `{ sync: push } = await import("./sync.js")`, `module.exports = { push: sync }`, `exports.push = sync`. */
  #renamedBy(node: Node): Node | undefined {
    const { Node: is } = this.#ts;
    const parent = node.getParent();
    if (is.isBindingElement(parent)) return parent.getNameNode();
    if (is.isShorthandPropertyAssignment(parent)) return parent.getNameNode();
    if (is.isPropertyAssignment(parent) && parent.getInitializer() === node)
      return parent.getNameNode();
    if (is.isBinaryExpression(parent) && parent.getRight() === node) {
      const left = parent.getLeft();
      return is.isPropertyAccessExpression(left) ? left.getNameNode() : undefined;
    }
    return undefined;
  }

  /** The files that export the function: its own, and those that hand on all that such a file exports, or it by name. */
  #findHomes(): void {
    this.#homes.add(this.wanted.declaration.path);
    const exporting = [...this.#seen].filter(([node]) =>
      this.#ts.Node.isExportSpecifier(node.getParent()),
    );
    for (const [, { path }] of exporting) this.#homes.add(path);
    for (let before = -1; before !== this.#homes.size;) {
      before = this.#homes.size;
      for (const [file, path] of this.#paths) {
        const handsOn = file
          .getExportDeclarations()
          .some(
            (one) => one.isNamespaceExport() && this.#leadsHome(one.getModuleSpecifier(), path),
          );
        if (handsOn) this.#homes.add(path);
      }
    }
  }

  #leadsHome(specifier: StringLiteral | undefined, from: string): boolean {
    const path = specifier && this.wanted.resolve(specifier.getLiteralText(), from);
    return path !== undefined && this.#homes.has(path);
  }

  /** Whether everything in a file that has one of the names is a reference, or certainly something else. */
  #isAccountedFor(file: SourceFile): boolean {
    const { Node: is } = this.#ts;
    for (const node of file.getDescendants()) {
      if (this.#seen.has(node)) continue;
      if (is.isIdentifier(node) && !node.getFirstAncestor((up) => is.isJSDoc(up))) {
        if (this.#names.has(node.getText()) && !this.#isOther(node)) return false;
      } else if (is.isStringLiteral(node) && is.isElementAccessExpression(node.getParent())) {
        const isMethod = this.wanted.kind === "method";
        if (isMethod && this.#names.has(node.getLiteralText())) return false;
      }
    }
    return true;
  }

  #isOther(name: Identifier): boolean {
    const { Node: is, SymbolFlags } = this.#ts;
    const parent = name.getParent();
    if (is.isBindingElement(parent) && this.wanted.kind === "method") {
      const isRead = parent.getPropertyNameNode() === name || !parent.getPropertyNameNode();
      const pattern = parent.getParent();
      if (isRead && is.isObjectBindingPattern(pattern))
        return pattern.getType().getProperty(name.getText()) !== undefined;
    }
    const symbol = name.getSymbol();
    const target = symbol?.hasFlags(SymbolFlags.Alias) ? symbol.getAliasedSymbol() : symbol;
    if (target && target.getDeclarations().length > 0) return true;
    const from =
      is.isImportSpecifier(parent) || is.isExportSpecifier(parent)
        ? (is.isImportSpecifier(parent)
            ? parent.getImportDeclaration()
            : parent.getExportDeclaration()
          ).getModuleSpecifier()
        : undefined;
    if (from) return this.#isPackage(from);
    if (symbol) return true;
    if (is.isPropertyAccessExpression(parent) && parent.getNameNode() === name)
      return this.wanted.kind === "function";
    // A name that nothing declares is a global's, which what a module declares never is.
    return this.wanted.kind === "method" || this.#isModule();
  }

  #isModule(): boolean {
    const own = this.#project.getSourceFile(this.wanted.declaration.path);
    return own?.getImportDeclarations().length !== 0 || own.getExportSymbols().length > 0;
  }

  /** Whether a specifier that leads to no file of the project says by itself that it leads out of it. */
  #isPackage(specifier: StringLiteral): boolean {
    const text = specifier.getLiteralText();
    if (text.startsWith(".") || isBuiltin(text)) return true;
    const path = this.#paths.get(specifier.getSourceFile()) ?? "";
    const name = /^(@[^/]+\/)?[^/]+/.exec(text)?.[0] ?? text;
    return projectFacts(path).packages.has(name);
  }

  /** Whether a file reads single exports by name off what it loads: the module as a whole goes nowhere. */
  #namesMembersOnly(file: SourceFile): boolean {
    if (this.wanted.kind === "method") return true;
    const path = this.#paths.get(file) ?? "";
    return file.getImportStringLiterals().every((literal) => {
      if (!this.#leadsHome(literal, path)) return true;
      const { Node: is } = this.#ts;
      const parent = literal.getParent();
      if (is.isImportDeclaration(parent)) {
        const whole = parent.getNamespaceImport();
        return whole === undefined || this.#isReadByName(whole);
      }
      if (is.isExportDeclaration(parent)) return parent.getNamespaceExport() === undefined;
      return is.isCallExpression(parent) && this.#isLoadReadByName(parent);
    });
  }

  #isReadByName(name: Identifier): boolean {
    const { Node: is } = this.#ts;
    return name.findReferencesAsNodes().every((use) => {
      const parent = use.getParent();
      return (
        use === name ||
        is.isQualifiedName(parent) ||
        (is.isPropertyAccessExpression(parent) && parent.getExpression() === use)
      );
    });
  }

  /** `require("./sync").push`, `const { push } = await import("./sync.js")`, `import("./sync.js").then((sync) => sync.push)`. */
  #isLoadReadByName(load: Node): boolean {
    const { Node: is } = this.#ts;
    let node = load;
    let parent = node.getParent();
    while (is.isAwaitExpression(parent) || is.isParenthesizedExpression(parent)) {
      node = parent;
      parent = node.getParent();
    }
    if (is.isExpressionStatement(parent)) return true;
    if (is.isVariableDeclaration(parent)) return this.#isNameReadByName(parent.getNameNode());
    if (!is.isPropertyAccessExpression(parent)) return false;
    if (parent.getName() !== "then") return true;
    const call = parent.getParent();
    const [callback] = is.isCallExpression(call) ? call.getArguments() : [];
    if (!is.isArrowFunction(callback)) return false;
    const [parameter] = callback.getParameters();
    return parameter === undefined || this.#isNameReadByName(parameter.getNameNode());
  }

  #isNameReadByName(name: Node): boolean {
    const { Node: is } = this.#ts;
    if (is.isIdentifier(name)) return this.#isReadByName(name);
    return (
      is.isObjectBindingPattern(name) &&
      name.getElements().every((element) => element.getDotDotDotToken() === undefined)
    );
  }
}
