import { createRequire, isBuiltin } from "node:module";
import { extname } from "node:path";
import type { Identifier, Node, Project, SourceFile, StringLiteral, Symbol } from "ts-morph";
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
    const declaration = this.#nodeAt(this.wanted.declaration);
    for (let found = declaration ? [declaration] : []; found.length > 0; found = this.#missed())
      this.#follow(found);
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

  /** Asks for the references of names, and again where one of them gives the value another name. */
  #follow(names: readonly Node[]): void {
    for (const name of names) this.#see(name);
    const queue: (Node | undefined)[] = [...names, ...names.map((name) => this.#renamedBy(name))];
    const asked = new Set<Node>();
    for (const node of queue) {
      if (!node || asked.has(node)) continue;
      asked.add(node);
      for (const place of this.#references(node)) {
        const found = this.#nodeAt(place);
        if (!found || this.#isInComment(found)) continue;
        this.#see(found);
        queue.push(this.#renamedBy(found));
      }
    }
  }

  #see(node: Node): void {
    const path = this.#paths.get(node.getSourceFile());
    if (path === undefined) return;
    this.#seen.set(node, { path, offset: node.getStart() });
    if (this.#ts.Node.isIdentifier(node)) this.#names.add(node.getText());
  }

  /** `{@link sync}` */
  #isInComment(node: Node): boolean {
    return node.getFirstAncestor((up) => this.#ts.Node.isJSDoc(up)) !== undefined;
  }

  /** What reads the function by what has been seen to hold it, though no reference leads there: what CommonJS exports. */
  #missed(): Node[] {
    const holders = new Set([...this.#seen.keys()].map((node) => node.getParent()));
    return [...this.#paths.keys()].flatMap((file) =>
      this.#unseenNames(file).filter((name) =>
        this.#valueOf(name)
          ?.getDeclarations()
          .some((declaration) => holders.has(declaration)),
      ),
    );
  }

  /** The identifiers of a file that have one of the names, and are not known to stand for the function. */
  #unseenNames(file: SourceFile): Identifier[] {
    const { SyntaxKind } = this.#ts;
    return file
      .getDescendantsOfKind(SyntaxKind.Identifier)
      .filter(
        (node) =>
          this.#names.has(node.getText()) && !this.#seen.has(node) && !this.#isInComment(node),
      );
  }

  /** What a name stands for, beyond imports; for `{ sync }` in a pattern, what is read by it. */
  #valueOf(name: Identifier): Symbol | undefined {
    const { SymbolFlags } = this.#ts;
    const symbol = this.#readByPattern(name)?.symbol ?? name.getSymbol();
    return symbol?.hasFlags(SymbolFlags.Alias) ? symbol.getAliasedSymbol() : symbol;
  }

  /** The property that a name reads in `const { sync } = client`, of which nothing is known where the object's type is not. */
  #readByPattern(name: Identifier): { symbol: Symbol | undefined } | undefined {
    const { Node: is } = this.#ts;
    const element = name.getParent();
    if (!is.isBindingElement(element)) return undefined;
    const pattern = element.getParent();
    const reads = (element.getPropertyNameNode() ?? element.getNameNode()) === name;
    return reads && is.isObjectBindingPattern(pattern)
      ? { symbol: pattern.getType().getProperty(name.getText()) }
      : undefined;
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
    if (!this.#unseenNames(file).every((name) => this.#isOther(name))) return false;
    if (this.wanted.kind === "function") return true;
    const { Node: is, SyntaxKind } = this.#ts;
    return file
      .getDescendantsOfKind(SyntaxKind.StringLiteral)
      .every(
        (text) =>
          !this.#names.has(text.getLiteralText()) ||
          !is.isElementAccessExpression(text.getParent()),
      );
  }

  #isOther(name: Identifier): boolean {
    const { Node: is } = this.#ts;
    const parent = name.getParent();
    const isMethod = this.wanted.kind === "method";
    const read = this.#readByPattern(name);
    // What is read off a module has been found: only a method can be reached by an object of which nothing is known.
    if (read && !read.symbol) return !isMethod;
    const target = this.#valueOf(name);
    if (target && target.getDeclarations().length > 0) return true;
    const from =
      is.isImportSpecifier(parent) || is.isExportSpecifier(parent)
        ? (is.isImportSpecifier(parent)
            ? parent.getImportDeclaration()
            : parent.getExportDeclaration()
          ).getModuleSpecifier()
        : undefined;
    if (from) return this.#isPackage(from);
    if (target) return true;
    if (is.isPropertyAccessExpression(parent) && parent.getNameNode() === name) return !isMethod;
    // A name that nothing declares is a global's, which what a module declares never is.
    return isMethod || this.#isModule();
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
        // To an import by default, a module of CommonJS is all that it exports.
        const isCommonJs = !parent.getModuleSpecifierSourceFile()?.getDefaultExportSymbol();
        const wholes = [
          parent.getNamespaceImport(),
          isCommonJs ? parent.getDefaultImport() : undefined,
        ];
        return wholes.every(
          (whole) => !whole || this.#seen.has(whole) || this.#isReadByName(whole),
        );
      }
      if (is.isExportDeclaration(parent)) return parent.getNamespaceExport() === undefined;
      return is.isCallExpression(parent) && this.#isLoadReadByName(parent);
    });
  }

  #isReadByName(name: Identifier): boolean {
    const { Node: is } = this.#ts;
    return name.findReferencesAsNodes().every((use) => {
      const parent = use.getParent();
      if (use === name || is.isQualifiedName(parent) || is.isImportClause(parent)) return true;
      return (
        is.isPropertyAccessExpression(parent) &&
        parent.getExpression() === use &&
        this.#isKnown(parent.getNameNode())
      );
    });
  }

  /** Whether a name that is read off a module leads elsewhere, or has been found. */
  #isKnown(name: Node): boolean {
    return !this.#names.has(name.getText()) || this.#seen.has(name);
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
    if (parent.getName() !== "then") return this.#isKnown(parent.getNameNode());
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
      name
        .getElements()
        .every(
          (element) =>
            !element.getDotDotDotToken() &&
            this.#isKnown(element.getPropertyNameNode() ?? element.getNameNode()),
        )
    );
  }
}
