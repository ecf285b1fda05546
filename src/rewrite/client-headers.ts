import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantValue, staticTexts } from "../find/values/static-text.js";
import type { SourceFile } from "../source/source-file.js";
import { staticName, unwrap } from "../source/syntax.js";
import {
  bearerFromEnvironment,
  composed,
  contentType,
  type CopiedCode,
  textRecord,
  typeOf,
} from "./copied-code.js";
import { expandedObject, indentationAt, reindent } from "./layout.js";
import type { FileStyle } from "./style.js";

/** A member of an object of headers, as it can be copied. */
export interface HeaderMember {
  text: string;
  /** The headers that it sets, in small letters; more than one where it is spread. */
  names: readonly string[];
  /** The code that is copied. */
  node: TSESTree.Node;
}

/** The headers of an object; `undefined` where one of them cannot be read off, or need not be a text. */
export function headerMembers(
  source: SourceFile,
  headers: TSESTree.Node,
): HeaderMember[] | undefined {
  if (headers.type === AST_NODE_TYPES.ObjectExpression)
    return whole(headers.properties.map((property) => headerMember(source, property)));
  const spread = spreadMember(source, headers, `...${source.text.slice(...headers.range)}`);
  return spread && [spread];
}

function headerMember(
  source: SourceFile,
  property: TSESTree.ObjectLiteralElement,
): HeaderMember | undefined {
  const text = source.text.slice(...property.range);
  if (property.type === AST_NODE_TYPES.SpreadElement)
    return spreadMember(source, property.argument, text);
  const name = staticName(property);
  const isRead =
    name !== undefined && !property.computed && isHeaderValue(source, name, property.value);
  return isRead ? { text, names: [name.toLowerCase()], node: property.value } : undefined;
}

function spreadMember(
  source: SourceFile,
  node: TSESTree.Node,
  text: string,
): HeaderMember | undefined {
  const object = unwrap(constantValue(source, node) ?? node);
  if (object.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  const members = headerMembers(source, object);
  return members && { text, names: members.flatMap(({ names }) => names), node };
}

/** `.set("X-Source", "backfill")` of superagent. */
export function namedHeader(
  source: SourceFile,
  name: TSESTree.Node,
  value: TSESTree.Node,
): HeaderMember | undefined {
  if (name.type !== AST_NODE_TYPES.Literal || typeof name.value !== "string") return undefined;
  if (!isHeaderValue(source, name.value, value)) return undefined;
  const key = /^[a-z]\w*$/i.test(name.value) ? name.value : name.raw;
  const text = `${key}: ${source.text.slice(...value.range)}`;
  return { text, names: [name.value.toLowerCase()], node: value };
}

/** Whether a value is a text, and that of JSON: clients leave out a header that is `undefined`, as `fetch` does not. */
function isHeaderValue(source: SourceFile, name: string, value: TSESTree.Node): boolean {
  const isForm =
    name.toLowerCase() === "content-type" &&
    !staticTexts(source, value).every((text) => text.includes("json"));
  return !isForm && typeOf(unwrap(constantValue(source, value) ?? value)) === "string";
}

function whole<T>(parts: readonly (T | undefined)[]): T[] | undefined {
  const read = parts.filter((part) => part !== undefined);
  return read.length === parts.length ? read : undefined;
}

/**
 * The object of headers that a client sends JSON with: later members take the place of earlier ones.
 * `undefined` where they would meet in one that is spread.
 */
export function mergedHeaders(
  source: SourceFile,
  members: readonly HeaderMember[],
  style: FileStyle,
): CopiedCode | undefined {
  const kept: HeaderMember[] = [];
  for (const member of members) {
    const met = kept.filter(({ names }) => names.some((name) => member.names.includes(name)));
    if (met.some(({ names }) => names.length + member.names.length > 2)) return undefined;
    for (const earlier of met) kept.splice(kept.indexOf(earlier), 1);
    kept.push(member);
  }
  const has = (name: string): boolean => kept.some(({ names }) => names.includes(name));
  const added = [
    ...(has("content-type") ? [] : [contentType(style)]),
    ...(has("authorization") ? [] : [`Authorization: ${bearerFromEnvironment}`]),
  ];
  const [only, another] = kept;
  const nodes = kept.map(({ node }) => node);
  const text =
    added.length === 0 && only && !another && only.text.startsWith("...")
      ? only.text.slice("...".length)
      : expandedObject([...added, ...kept.map((each) => memberText(source, each, style))], style);
  return composed(source, nodes, text, textRecord);
}

function memberText(source: SourceFile, { node, text }: HeaderMember, style: FileStyle): string {
  return reindent(text, indentationAt(source.text, node.range[0]), style.indent);
}
