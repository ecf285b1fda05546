import type { ScopeManager, Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { TypeInformation } from "./type-information.js";

/** A parsed file: what ESLint holds already, and what `parse` gives outside it. Every node has its `parent`. */
export interface SourceFile {
  /** Absolute, as the host knows the file; for a fragment of a Vue file, the path of the fragment. */
  path: string;
  /** The folder that evidence drawn from `path` is relative to. */
  root: string;
  text: string;
  ast: TSESTree.Program;
  scopes: ScopeManager;
  comments: readonly TSESTree.Comment[];
  /** Types, where the host has them. */
  types?: TypeInformation | undefined;
  /** What starts the file, as files beside it say, where the host can look; it reads them when it is called. */
  launchers?: (() => readonly Launcher[]) | undefined;
}

/** Something that starts a file by hand or by the clock. */
export interface Launcher {
  by: "bin" | "npm-script" | "vercel-cron";
  /** As the end of a sentence: `the npm script "backfill" runs the file`. */
  says: string;
}

const bindings = new WeakMap<TSESTree.Program, Map<TSESTree.Node, Variable>>();

/**
 * The variable that an identifier reads or writes, or declares.
 * `undefined` where nothing in the file declares it: a global, or a name that is no reference.
 */
export function bindingOf(source: SourceFile, identifier: TSESTree.Node): Variable | undefined {
  let known = bindings.get(source.ast);
  if (!known) bindings.set(source.ast, (known = indexBindings(source.scopes)));
  return known.get(identifier);
}

type Definition = Variable["defs"][number];

/** Whether a definition of a variable is an import. */
export function isImport({ node }: Definition): boolean {
  return node.parent.type === AST_NODE_TYPES.ImportDeclaration;
}

function indexBindings(scopes: ScopeManager): Map<TSESTree.Node, Variable> {
  const index = new Map<TSESTree.Node, Variable>();
  for (const scope of scopes.scopes) {
    for (const variable of scope.variables) {
      if (variable.defs.length === 0) continue;
      for (const name of variable.identifiers) index.set(name, variable);
      // A script's top-level references stay unresolved until a host ties them up; references does hold them.
      for (const { identifier } of variable.references) index.set(identifier, variable);
    }
    for (const { identifier, resolved } of scope.references) {
      const variable = resolved ?? scopes.globalScope?.set.get(identifier.name);
      if (variable && variable.defs.length > 0) index.set(identifier, variable);
    }
  }
  return index;
}
