import type { ScopeManager, Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Modules } from "./modules.js";
import { isInTemplate } from "./syntax.js";
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
  /** The project's other files, where the host reads them. */
  modules?: Modules | undefined;
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
  if (!known) bindings.set(source.ast, (known = indexBindings(source)));
  return known.get(identifier) ?? bindingOfType(source, identifier);
}

/** Babel's scopes do not tie types to their declarations; those of the top level can be told by name. */
function bindingOfType(source: SourceFile, node: TSESTree.Node): Variable | undefined {
  const parent = node.parent?.type;
  const isType = parent === AST_NODE_TYPES.TSTypeReference || parent === AST_NODE_TYPES.TSTypeQuery;
  if (!isType || node.type !== AST_NODE_TYPES.Identifier) return undefined;
  const top = source.scopes.scopes.find(({ type }) => (type as string) === "module");
  const variable = top?.set.get(node.name);
  return variable && variable.defs.length > 0 ? variable : undefined;
}

/** Whether anything is written to a variable after its declaration. */
export function isRewritten({ references }: Variable): boolean {
  return references.some((reference) => reference.isWrite() && !reference.init);
}

type Definition = Variable["defs"][number];

/** Whether a definition of a variable is an import. */
export function isImport({ node }: Definition): boolean {
  return node.parent.type === AST_NODE_TYPES.ImportDeclaration;
}

function indexBindings({ ast, scopes }: SourceFile): Map<TSESTree.Node, Variable> {
  const index = new Map<TSESTree.Node, Variable>();
  const known = ast.body.some(isMarkup) ? asWritten() : (variable: Variable) => variable;
  for (const scope of scopes.scopes) {
    for (const declared of scope.variables) {
      if (declared.defs.length === 0) continue;
      const variable = known(declared);
      for (const name of variable.identifiers) index.set(name, variable);
      // A script's top-level references stay unresolved until a host ties them up; references does hold them.
      for (const { identifier } of variable.references) index.set(identifier, variable);
    }
    for (const { identifier, resolved } of scope.references) {
      const variable = resolved ?? scopes.globalScope?.set.get(identifier.name);
      // Svelte's parser lets `$users` read the variable `users`, whose value it is not.
      if (variable?.name !== identifier.name) continue;
      if (variable.defs.length > 0) index.set(identifier, known(variable));
    }
  }
  return index;
}

/** Svelte's and Astro's parsers put the template among the statements, or the statements into it. */
function isMarkup({ type }: TSESTree.Node): boolean {
  return /^(Svelte|Astro)/.test(type);
}

/**
 * Shows variables with those references alone that the code of scripts makes: some hosts see templates too, or add
 * what a compiler would, and what is found must not depend on the host. The host's own variables are not touched.
 */
function asWritten(): (variable: Variable) => Variable {
  const views = new Map<Variable, Variable>();
  return (variable) => {
    const seen = views.get(variable);
    if (seen) return seen;
    const view = Object.create(variable) as Variable;
    const references = variable.references.filter(
      ({ identifier }) =>
        identifier.name === variable.name && !isAdded(identifier) && !isInTemplate(identifier),
    );
    Object.defineProperty(view, "references", { value: references });
    views.set(variable, view);
    return view;
  };
}

/** Whether an identifier stands for no place in the code: a real one is never a statement. */
function isAdded({ parent }: TSESTree.Node): boolean {
  const type: string | undefined = parent?.type;
  return type === AST_NODE_TYPES.Program || type === "SvelteScriptElement";
}
