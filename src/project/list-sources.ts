import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { displayPath } from "./display-path.js";
import type { Failure } from "./failure.js";
import { fileSystemMessage } from "./file-system-message.js";
import { type IgnoreRules, isIgnored, rulesAbove, withRulesOf } from "./git-ignore.js";

/** One file to look at. */
export interface SourceFile {
  /** Absolute. */
  path: string;
  /** As reports show it. */
  file: string;
}

/** The files that the arguments name, each once, and what could not be listed. */
export interface Listing {
  files: SourceFile[];
  failures: Failure[];
}

const sourceName = /\.([cm]?[jt]sx?|vue|svelte|astro)$/u;
const declarationName = /\.d\.[cm]?ts$/u;
/** Never walked into, whether git ignores them or not: what they hold is installed or generated. */
const skippedFolders: ReadonlySet<string> = new Set([
  ".git",
  "node_modules",
  "dist",
  "build",
  "coverage",
]);

/**
 * Lists the source files under `paths` (the working directory when there are none) in a fixed order. A file or folder
 * that is named is always read, ignored or not; below a folder, `.gitignore` files are honoured. Symbolic links are
 * followed only where they are named, so a walk cannot loop or leave the folder it was given.
 */
export function listSources(paths: readonly string[], cwd: string): Listing {
  const walk = new Walk(cwd);
  for (const path of paths.length > 0 ? paths : ["."]) walk.visitNamed(resolve(cwd, path));
  return walk;
}

/** The names of a file or folder. */
interface Place {
  /** Absolute. */
  path: string;
  /** Absolute and without symbolic links. */
  realPath: string;
  /** As reports show it. */
  shown: string;
}

class Walk implements Listing {
  readonly files: SourceFile[] = [];
  readonly failures: Failure[] = [];
  readonly #seen = new Set<string>();
  readonly #cwd: string;

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  visitNamed(path: string): void {
    const shown = displayPath(path, this.#cwd);
    try {
      const stats = statSync(path);
      const place = { path, realPath: realpathSync(path), shown };
      if (stats.isDirectory()) this.#visitNamedFolder(place);
      else if (stats.isFile()) this.#add(place);
      else this.#fail(shown, "is neither a file nor a directory");
    } catch (error) {
      this.#fail(shown, fileSystemMessage(error));
    }
  }

  #visitNamedFolder(folder: Place): void {
    const outer = rulesAbove(folder.realPath);
    // Who names an ignored folder wants what is in it, so the rules that ignore it are put aside.
    this.#visit(folder, isIgnored(outer, folder.realPath, "folder") ? [] : outer);
  }

  #visit(folder: Place, outer: IgnoreRules): void {
    const entries = this.#entriesOf(folder);
    const names = new Set(entries.map((entry) => entry.name));
    // A repository inside another one does not inherit the ignore rules around it.
    const inherited = names.has(".git") ? [] : outer;
    const rules = names.has(".gitignore") ? withRulesOf(inherited, folder.realPath) : inherited;
    for (const entry of entries) {
      if (entry.isDirectory()) {
        if (skippedFolders.has(entry.name)) continue;
        const inner = placeIn(folder, entry.name);
        if (!isIgnored(rules, inner.realPath, "folder")) this.#visit(inner, rules);
      } else if (entry.isFile() && isSourceName(entry.name)) {
        const file = placeIn(folder, entry.name);
        if (!isIgnored(rules, file.realPath, "file")) this.#add(file);
      }
    }
  }

  #entriesOf(folder: Place): Dirent[] {
    try {
      const entries = readdirSync(folder.realPath, { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      this.#fail(folder.shown, fileSystemMessage(error));
      return [];
    }
  }

  #add({ path, realPath, shown }: Place): void {
    if (this.#seen.has(realPath)) return;
    this.#seen.add(realPath);
    this.files.push({ path, file: shown });
  }

  #fail(file: string, message: string): void {
    this.failures.push({ file, message });
  }
}

function placeIn(folder: Place, name: string): Place {
  return {
    path: below(folder.path, sep, name),
    realPath: below(folder.realPath, sep, name),
    shown: folder.shown === "." ? name : below(folder.shown, "/", name),
  };
}

/** `join` for a name that `readdir` gave, which needs no normalising. */
function below(folder: string, separator: string, name: string): string {
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

function isSourceName(name: string): boolean {
  return sourceName.test(name) && !declarationName.test(name);
}
