import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { oncePerFile } from "../source/once-per-file.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { ancestors, childrenOf, descendants, staticName } from "../source/syntax.js";

const browserGlobals = new Set([
  ...["window", "document", "localStorage", "sessionStorage", "navigator", "location", "history"],
  ...["XMLHttpRequest", "customElements", "requestAnimationFrame", "alert"],
]);

const clientPackages =
  /^(react|react-dom|preact|vue|svelte|solid-js|lit|@angular\/core|jquery|next\/(navigation|router|link)|react-router(-dom)?|@tanstack\/react-.+)(\/.*)?$/;

/** The names of variables that bundlers put into the code for browsers. */
export const publicVariable = /^(NEXT_PUBLIC_|VITE_|PUBLIC_|REACT_APP_|NUXT_PUBLIC_)/;

// Astro runs the frontmatter of `page.astro` on the server, and its scripts, `page.astro/0_script.ts`, in the browser.
const clientComponent = /\.(vue|svelte)([\\/]|$)|\.astro[\\/]/i;

/**
 * Why a file's code reaches a browser, where nothing may be signed; `undefined` where nothing says so.
 * A hashbang or an import of a Node built-in says that it runs on a server, whatever globals it touches.
 */
export const clientEvidence = oncePerFile((source): string | undefined => {
  const evidence = ofFile(source);
  if (evidence !== undefined) return evidence;
  if (runsOnServer(source)) return undefined;
  for (const node of descendants(source.ast)) {
    const evidence = ofNode(source, node);
    if (evidence) return evidence;
  }
  return undefined;
});

/**
 * Why all of a file's code surely reaches a browser. Code that renders JSX, imports a framework or reads a public
 * variable may run on a server, and so may code that asks where it runs.
 */
export const browserEvidence = oncePerFile((source): string | undefined => {
  const evidence = ofFile(source);
  if (evidence !== undefined) return evidence;
  if (runsOnServer(source) || /typeof\s+(window|document)\b/.test(source.text)) return undefined;
  for (const node of descendants(source.ast)) {
    const used = ofGlobal(source, node);
    if (used) return used;
  }
  return undefined;
});

function ofFile({ ast, path }: SourceFile): string | undefined {
  for (const statement of ast.body) {
    if (
      statement.type === AST_NODE_TYPES.ExpressionStatement &&
      statement.directive === "use client"
    ) {
      return 'the file says "use client"';
    }
  }
  return clientComponent.test(path) ? "it is part of a component" : undefined;
}

function runsOnServer(source: SourceFile): boolean {
  if (source.text.startsWith("#!")) return true;
  for (const node of childrenOf(source.ast).flatMap((statement) => [...descendants(statement)])) {
    if (moduleName(node)?.startsWith("node:")) return true;
    const memberOfProcess =
      node.type === AST_NODE_TYPES.MemberExpression &&
      node.object.type === AST_NODE_TYPES.Identifier &&
      node.object.name === "process" &&
      ["argv", "exit", "exitCode", "stdout", "stdin"].includes(staticName(node) ?? "");
    if (memberOfProcess) return true;
  }
  return false;
}

function ofNode(source: SourceFile, node: TSESTree.Node): string | undefined {
  if (node.type === AST_NODE_TYPES.JSXElement || node.type === AST_NODE_TYPES.JSXFragment) {
    return "it renders JSX";
  }
  const module = moduleName(node);
  if (module !== undefined && clientPackages.test(module)) return `it imports ${module}`;
  if (node.type === AST_NODE_TYPES.MemberExpression) {
    const name = staticName(node) ?? "";
    return publicVariable.test(name) ? `it reads the browser's variable ${name}` : undefined;
  }
  return ofGlobal(source, node);
}

function ofGlobal(source: SourceFile, node: TSESTree.Node): string | undefined {
  if (node.type !== AST_NODE_TYPES.Identifier || !browserGlobals.has(node.name)) return undefined;
  const isGlobal = !bindingOf(source, node) && isReference(node) && !isProbed(node);
  return isGlobal ? `it uses the browser's ${node.name}` : undefined;
}

/** The module that a node imports or requires. */
function moduleName(node: TSESTree.Node): string | undefined {
  if (node.type === AST_NODE_TYPES.ImportDeclaration) return node.source.value;
  if (node.type !== AST_NODE_TYPES.CallExpression || node.callee.type !== AST_NODE_TYPES.Identifier)
    return undefined;
  const [argument] = node.arguments;
  const required = node.callee.name === "require" && argument?.type === AST_NODE_TYPES.Literal;
  return required ? String(argument.value) : undefined;
}

/** Whether an identifier is read as a variable, and is not a property's name or a type. */
function isReference(node: TSESTree.Identifier): boolean {
  const parent = node.parent;
  if (parent.type === AST_NODE_TYPES.MemberExpression)
    return parent.object === node || parent.computed;
  if (
    parent.type === AST_NODE_TYPES.Property ||
    parent.type === AST_NODE_TYPES.PropertyDefinition ||
    parent.type === AST_NODE_TYPES.MethodDefinition
  ) {
    return parent.value === node;
  }
  return (
    !/^(TS|Import|Export|JSX)/.test(parent.type) ||
    /^TS(As|NonNull|Satisfies)Expression$/.test(parent.type)
  );
}

/** `typeof window === "undefined"` asks where the code runs; `global.window = …` makes a stand-in. */
function isProbed(node: TSESTree.Node): boolean {
  for (const up of ancestors(node)) {
    if (up.type === AST_NODE_TYPES.UnaryExpression) return up.operator === "typeof";
    if (up.type !== AST_NODE_TYPES.MemberExpression) return false;
  }
  return false;
}
