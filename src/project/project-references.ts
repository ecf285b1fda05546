import { existsSync, readFileSync } from "node:fs";
import { dirname, sep } from "node:path";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { wordMatcher } from "../find/word-matcher.js";
import { longestSource } from "../source/modules.js";
import type { PlacedNode, References } from "../source/references.js";
import type { SourceFile } from "../source/source-file.js";
import { identifierAt } from "../source/identifier-at.js";
import { gitRootOf } from "./git-root.js";
import { importTexts } from "./import-texts.js";
import { listSources } from "./list-sources.js";
import { moduleResolver, type ResolveModule } from "./module-resolver.js";
import { isPublished, nearestManifest, workspaceManifest } from "./manifests.js";
import { type NamedPlace, namedPlaces, type NamedPlaces } from "./named-places.js";

/** Where references are looked for. */
export interface ReferenceOptions {
  /** The folder in which all callers of a file's functions are; see {@link callersRoot}. */
  rootOf: (path: string) => string;
  /** The files that the host may change; any where it does not say. They are looked through though git ignores them. */
  files?: readonly string[] | undefined;
}

/**
 * The references in the projects that files belong to, as they are on disk now. A file is read by TypeScript only where
 * its bytes have one of a function's names.
 */
export function projectReferences({ rootOf, files }: ReferenceOptions): References {
  const changeable = files && new Set(files);
  const projects = new Map<string, Project>();
  const projectOf = ({ path }: SourceFile): Project => {
    const root = rootOf(path);
    let project = projects.get(root);
    if (!project) projects.set(root, (project = new Project(root, files ?? [])));
    return project;
  };
  return {
    mayChange: (path) => changeable?.has(path) ?? true,
    of: (source, name) => projectOf(source).referencesOf(source, name),
    mayBeLoadedUnseen: (source) => projectOf(source).mayBeLoadedUnseen(source),
  };
}

/**
 * The folder in which all callers of a file's functions are: its repository; where there is none, its workspace or its
 * package, or the working directory if that is around them.
 */
export function callersRoot(path: string, workingDirectory: string): string {
  const folder = dirname(path);
  const repository = gitRootOf(folder);
  if (repository !== undefined) return repository;
  const own = nearestManifest(path);
  const found = (own && workspaceManifest(own)?.folder) ?? own?.folder ?? folder;
  return isInside(found, workingDirectory) ? workingDirectory : found;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

export type { References } from "../source/references.js";

const scriptName = /\.[cm]?[jt]sx?$/u;
// How code loads files whose names it does not spell: `import(path)`, `require(path)`, `import.meta.glob("./jobs/*")`.
const unnamedLoad =
  /\b(?:import|require)\s*\(\s*(?!["'`)\s])|\b(?:import|require)\s*\(\s*`[^`]*\$\{|\bimport\.meta\.glob\b|\brequire\.context\b|\bcreateRequire\b/u;

class Project {
  readonly #paths: readonly string[];
  readonly #resolve: ResolveModule;
  /** The same function is asked about for each rewrite that waits for it, and each time a file is planned. */
  readonly #known = new Map<string, { text: string; places: NamedPlaces | undefined }>();
  #loadsUnnamed: boolean | undefined;

  constructor(
    private readonly root: string,
    files: readonly string[],
  ) {
    const listed = listSources([root], root).files.map(({ path }) => path);
    this.#paths = [...new Set([...listed, ...files])];
    this.#resolve = moduleResolver(this.#paths);
  }

  mayBeLoadedUnseen({ path }: SourceFile): boolean {
    const own = nearestManifest(path);
    if (own && isInside(own.folder, this.root) && isPublished(own)) return true;
    this.#loadsUnnamed ??= this.#paths.some((each) => unnamedLoad.test(textOf(each)));
    return this.#loadsUnnamed;
  }

  referencesOf(source: SourceFile, name: TSESTree.Node): PlacedNode[] | undefined {
    if (hasDeclarationFile(source.path)) return undefined;
    const found = this.#knownPlacesOf(source, name);
    const placed = found?.places.map((place) => placedAt(source, place));
    if (!placed?.every((one) => one !== undefined)) return undefined;
    return placed.filter(({ node }) => node !== name);
  }

  #knownPlacesOf(source: SourceFile, name: TSESTree.Node): NamedPlaces | undefined {
    const key = `${name.range[0]} ${source.path}`;
    const known = this.#known.get(key);
    if (known?.text === source.text) return known.places;
    const places = this.#placesOf(source, name);
    this.#known.set(key, { text: source.text, places });
    return places;
  }

  /** Looks again as long as new names, or new files that export the function, may bring other files in. */
  #placesOf(source: SourceFile, name: TSESTree.Node): NamedPlaces | undefined {
    const declaration: NamedPlace = { path: source.path, offset: name.range[0] };
    const isMember = /^(MethodDefinition|PropertyDefinition)$/.test(name.parent?.type ?? "");
    const kind = isMember ? "method" : "function";
    let texts = [
      source.text.slice(...name.range),
      ...(isMember ? classNames(name) : importTexts(source.path, "default")),
    ];
    for (;;) {
      const files = this.#filesWith(texts, source);
      const found = files && namedPlaces({ declaration, kind, files, resolve: this.#resolve });
      if (!found) return undefined;
      const all = isMember
        ? [...found.names]
        : [...found.names, ...[...found.homes].flatMap((home) => importTexts(home, "default"))];
      const added = all.filter((text) => !texts.includes(text));
      if (added.length === 0) return found;
      texts = [...texts, ...added];
    }
  }

  /** The files that spell one of some texts, and those that hand on all of another file; `undefined` where one is no script. */
  #filesWith(texts: readonly string[], source: SourceFile): Map<string, string> | undefined {
    const files = new Map([[source.path, source.text]]);
    const mentions = wordMatcher(texts);
    for (const path of this.#paths) {
      if (path === source.path) continue;
      const text = textOf(path);
      if (mentions(text)) {
        if (!scriptName.test(path) || text.length > longestSource) return undefined;
      } else if (!/\bexport\s*\*/u.test(text)) continue;
      files.set(path, text);
    }
    return files;
  }
}

/** The class whose method a name is the key of, which says where its objects come from. */
function classNames(key: TSESTree.Node): string[] {
  const owner = key.parent?.parent?.parent;
  return owner?.type === AST_NODE_TYPES.ClassDeclaration && owner.id ? [owner.id.name] : [];
}

function placedAt(source: SourceFile, { path, offset }: NamedPlace): PlacedNode | undefined {
  const file = path === source.path ? source : source.modules?.fileAt(path);
  const node = file && identifierAt(file, offset);
  return node && { source: file, node };
}

/** Whether somebody wrote down by hand, beside a file in JavaScript, what types it has. */
function hasDeclarationFile(path: string): boolean {
  const script = /\.([cm]?)jsx?$/u.exec(path);
  return script !== null && existsSync(`${path.slice(0, script.index)}.d.${script[1]}ts`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/u, "");
  } catch {
    return "";
  }
}
