import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantValue, staticTexts, unknownPart } from "../find/values/static-text.js";
import { identifyPath, updatePath } from "../halo/endpoints.js";
import type { SourceFile } from "../source/source-file.js";
import { composed, copied, type CopiedCode, isText } from "./copied-code.js";
import { quoted } from "./layout.js";
import { isModuleWide } from "./scope-check.js";
import type { FileStyle } from "./style.js";

const [identifyEnd, updateEnd] = [identifyPath, updatePath].map((path) =>
  path.split("/").slice(-2).join("/"),
) as [string, string];

/** The site's own URL expression, with `users/update` where it says `users/identify`. */
export function updateUrl(source: SourceFile, url: TSESTree.Node, style: FileStyle): CopiedCode {
  const value = constantValue(source, url);
  for (const node of [url, value && isModuleWide(source, value) ? value : url]) {
    const text = source.text.slice(...node.range);
    if (text.includes(identifyEnd)) {
      return copied(source, node, text.replace(identifyEnd, updateEnd));
    }
  }
  const text = source.text.slice(...url.range);
  return copied(source, url, `String(${text})${replacement(style)}`);
}

function replacement(style: FileStyle): string {
  return `.replace(${quoted(identifyEnd, style)}, ${quoted(updateEnd, style)})`;
}

/**
 * The URL that a client makes of its base and a path, with one slash between them.
 * `undefined` where the path cannot be read off.
 */
export function joinedUpdateUrl(
  source: SourceFile,
  base: TSESTree.Node,
  path: TSESTree.Node,
  style: FileStyle,
): CopiedCode | undefined {
  const route = isText(path) ? path : constantValue(source, path);
  if (!route || !isText(route) || !isModuleWide(source, route)) return undefined;
  const joined = `${baseContent(source, base, style)}/${content(source, route).replace(/^\/+/, "")}`;
  const isFixed = !joined.includes("${");
  // What needs escapes in one kind of quotes and not in another is no URL.
  if (/[\\`'"\n]/.test(isFixed ? joined : content(source, route))) return undefined;
  const written = (text: string): string => (isFixed ? quoted(text, style) : `\`${text}\``);
  const text = joined.includes(identifyEnd)
    ? written(joined.replace(identifyEnd, updateEnd))
    : written(joined) + replacement(style);
  return composed(source, [base, route], text, "string");
}

/** What stands between the quotes. */
function content(
  source: SourceFile,
  { range }: TSESTree.StringLiteral | TSESTree.TemplateLiteral,
): string {
  return source.text.slice(range[0] + 1, range[1] - 1);
}

/** The base as a part of a template literal, without a slash at its end. */
function baseContent(source: SourceFile, base: TSESTree.Node, style: FileStyle): string {
  const code = source.text.slice(...base.range).replace(/\s*\n\s*/g, " ");
  const endsKnown = staticTexts(source, base).every((text) => !/[/\0]$/.test(text));
  const isString = isText(constantValue(source, base) ?? base);
  if (base.type === AST_NODE_TYPES.Literal)
    return content(source, base as TSESTree.StringLiteral).replace(/\/$/, "");
  if (!endsKnown || !isString) return `\${String(${code}).replace(/\\/$/, ${quoted("", style)})}`;
  return isText(base) ? content(source, base) : `\${${code}}`;
}

/** Whether a URL needs no base, or cannot do without one; `undefined` where either may be so. */
export function isAbsolute(source: SourceFile, url: TSESTree.Node): boolean | undefined {
  const kinds = new Set(
    staticTexts(source, url).map((text) =>
      text.startsWith(unknownPart) ? undefined : /^[a-z]+:\/\//i.test(text),
    ),
  );
  return kinds.size === 1 ? [...kinds][0] : undefined;
}
