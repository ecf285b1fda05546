import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "./source-file.js";

/**
 * The other files of a project, under one set of settings and for as long as none of them changes: a host that sees a
 * change makes a new one, so that answers may be remembered by it.
 */
export interface Modules {
  /** The file that a specifier leads to; `undefined` for packages, and for what cannot be read or parsed. */
  fileOf: (specifier: string, from: SourceFile) => SourceFile | undefined;
  /** The file at an absolute path, under the same conditions. */
  fileAt: (path: string) => SourceFile | undefined;
  /** The files that lead to identify by themselves or by what they import: who sets the SDK up for others is among them. */
  leadingFiles: () => readonly SourceFile[];
  /** Whether a file's content has a name by which another file hands on what leads to identify. */
  mayLead: (content: Buffer | string) => boolean;
  /** The same of a file as it is on disk, of which that is known already as a rule. */
  mayFileLead: (path: string) => boolean;
}

/** A file that a person wrote is shorter: in bundles and data, in characters, functions are not followed. */
export const longestSource = 400_000;

/**
 * Makes a function that looks at each file once for as long as no file of its project changes: for answers that rest on
 * other files, too. What else it is given must be the same for all files of the project, as settings are.
 */
export function oncePerState<T, More extends readonly unknown[]>(
  look: (source: SourceFile, ...more: More) => T,
): (source: SourceFile, ...more: More) => T {
  const storeOf = sharedStore(() => new Map<TSESTree.Program, { seen: T }>());
  return (source, ...more) => {
    const store = storeOf(source);
    let entry = store.get(source.ast);
    if (!entry) store.set(source.ast, (entry = { seen: look(source, ...more) }));
    return entry.seen;
  };
}

/** Makes a store that a project's files share for as long as none of them changes; a file alone has its own. */
export function sharedStore<T>(make: () => T): (source: SourceFile) => T {
  const stores = new WeakMap<Modules | TSESTree.Program, T>();
  return ({ modules, ast }) => {
    const key = modules ?? ast;
    let store = stores.get(key);
    if (!store) stores.set(key, (store = make()));
    return store;
  };
}
