import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { apiKeyVariable } from "../halo/environment.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeName, descendants } from "../source/syntax.js";
import { indentationAt, quoted, reindent } from "./layout.js";
import { isModuleWide } from "./scope-check.js";
import type { FileStyle } from "./style.js";

/** A piece of code that is copied from a call site. */
export interface CopiedCode {
  /** Its text; lines after the first are indented relative to the line that the text starts in. */
  text: string;
  /** Whether it means the same anywhere in the module. */
  moduleWide: boolean;
  /** The variables that it reads, globals included. */
  names: readonly string[];
  /** Its type in TypeScript, where the code shows it; else empty. */
  type: string;
}

/** The type of headers that the code shows to be texts. */
export const textRecord = "Record<string, string>";

/** Code that is made of a node's, as `text` has it. */
export function copied(source: SourceFile, node: TSESTree.Node, text: string): CopiedCode {
  const from = indentationAt(source.text, node.range[0]);
  return {
    text: reindent(text, from, ""),
    moduleWide: isModuleWide(source, node),
    names: variableNames(node),
    type: typeOf(node),
  };
}

/** Code that is put together from several nodes' code. */
export function composed(
  source: SourceFile,
  nodes: readonly TSESTree.Node[],
  text: string,
  type: string,
): CopiedCode {
  return {
    text,
    moduleWide: nodes.every((node) => isModuleWide(source, node)),
    names: nodes.flatMap(variableNames),
    type,
  };
}

/** Code that reads no variable of the file. */
export function ours(text: string, type = ""): CopiedCode {
  return { text, moduleWide: true, names: [], type };
}

/** The global `fetch`, also where the file calls something else so. */
export function globalFetch({ scopes }: SourceFile): CopiedCode {
  const isHidden = scopes.scopes.some(({ set }) => (set.get("fetch")?.defs.length ?? 0) > 0);
  return ours(isHidden ? "globalThis.fetch" : "fetch");
}

/** The header that says that the body is JSON, as a member of an object literal. */
export function contentType(style: FileStyle): string {
  return `${quoted("Content-Type", style)}: ${quoted("application/json", style)}`;
}

/** What authorizes a request where no key is to be seen. */
export const bearerFromEnvironment = `\`Bearer \${process.env.${apiKeyVariable}}\``;

/** The type of a URL where its syntax shows it: a text, `base + "/path"`, `new URL("/path", base)`. */
export function typeOf(node: TSESTree.Node): string {
  if (isText(node)) return "string";
  if (node.type === AST_NODE_TYPES.NewExpression) return calleeName(node) === "URL" ? "URL" : "";
  const isSum = node.type === AST_NODE_TYPES.BinaryExpression && node.operator === "+";
  return isSum && (typeOf(node.left) === "string" || typeOf(node.right) === "string")
    ? "string"
    : "";
}

/** Whether an expression is a string, as its syntax shows. */
export function isText(
  node: TSESTree.Node,
): node is TSESTree.StringLiteral | TSESTree.TemplateLiteral {
  return (
    node.type === AST_NODE_TYPES.TemplateLiteral ||
    (node.type === AST_NODE_TYPES.Literal && typeof node.value === "string")
  );
}

/** The names in an expression, globals included. */
export function variableNames(expression: TSESTree.Node): string[] {
  return [...descendants(expression)].flatMap((node) =>
    node.type === AST_NODE_TYPES.Identifier ? [node.name] : [],
  );
}
