import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantValue } from "../find/values/static-text.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeName, staticName, unwrap } from "../source/syntax.js";
import { contentType, copied, type CopiedCode, ours, textRecord, typeOf } from "./copied-code.js";
import { expandedObject, quoted } from "./layout.js";
import type { FileStyle } from "./style.js";

/** The headers of a call of `fetch`, with a `Content-Type` where they have none: Halo takes no update without it. */
export function fetchHeaders(
  source: SourceFile,
  headers: TSESTree.Node | undefined,
  style: FileStyle,
): CopiedCode {
  if (!headers) return ours(`{ ${contentType(style)} }`, textRecord);
  const code = copied(source, headers, source.text.slice(...headers.range));
  const type = contentTypeOf(source, headers);
  if (type === "unknown") return withOwnType(code, style);
  if (headers.type === AST_NODE_TYPES.ObjectExpression)
    return ofLiteral(source, headers, code, type === "missing" ? [contentType(style)] : [], style);
  if (type === "given") return code;
  return { ...code, text: expandedObject([contentType(style), `...${code.text}`], style) };
}

function ofLiteral(
  source: SourceFile,
  { properties }: TSESTree.ObjectExpression,
  code: CopiedCode,
  added: readonly string[],
  style: FileStyle,
): CopiedCode {
  const type = properties.every(
    (property) => "value" in property && typeOf(property.value) === "string",
  )
    ? textRecord
    : "";
  const { text } = code;
  if (/\n|\/\*/.test(text)) {
    const opened = text.replace(/^\{(\s*)/, (brace, space: string) =>
      [brace, ...added.map((member) => `${member},${space || " "}`)].join(""),
    );
    return { ...code, text: opened, type };
  }
  const members = properties.map((property) => source.text.slice(...property.range));
  return { ...code, text: expandedObject([...added, ...members], style), type };
}

/** Headers of any kind, whose own `Content-Type` goes before ours however they spell it. */
function withOwnType(code: CopiedCode, style: FileStyle): CopiedCode {
  const members = [
    `${quoted("content-type", style)}: ${quoted("application/json", style)}`,
    `...Object.fromEntries(new Headers(${code.text}))`,
  ];
  return { ...code, text: expandedObject(members, style), type: textRecord };
}

type Presence = "given" | "missing" | "unknown";

/** Whether headers have a `Content-Type`. */
function contentTypeOf(source: SourceFile, headers: TSESTree.Node): Presence {
  const node = unwrap(headers);
  if (node.type === AST_NODE_TYPES.ObjectExpression) {
    const all = node.properties.map((property) => ofProperty(source, property));
    return (
      all.find((each) => each === "given") ?? all.find((each) => each === "unknown") ?? "missing"
    );
  }
  const value = constantValue(source, node);
  const changed = changesTo(source, node);
  if (changed.some((code) => /content-type/i.test(code))) return "given";
  if (!value || value === node || changed.length > 0) return "unknown";
  // What is no object literal has nothing to spread.
  const isLiteral = value.type === AST_NODE_TYPES.ObjectExpression;
  const [given] = isMadeOfHeaders(value) ? value.arguments : [];
  const presence = contentTypeOf(source, given ?? value);
  return isLiteral || presence === "given" ? presence : "unknown";
}

function ofProperty(source: SourceFile, property: TSESTree.ObjectLiteralElement): Presence {
  if (property.type === AST_NODE_TYPES.SpreadElement)
    return contentTypeOf(source, property.argument);
  const name = property.computed ? undefined : staticName(property);
  if (name === undefined) return "unknown";
  return name.toLowerCase() === "content-type" ? "given" : "missing";
}

/** The code that sets single headers of an object: `headers.set("X-Source", "crm")`, `headers["X-Source"] = "crm"`. */
function changesTo(source: SourceFile, headers: TSESTree.Node): string[] {
  return (bindingOf(source, headers)?.references ?? []).flatMap(({ identifier }) => {
    const member = identifier.parent;
    const isChanged =
      member.type === AST_NODE_TYPES.MemberExpression && member.object === identifier;
    return isChanged ? [source.text.slice(...member.parent.range)] : [];
  });
}

/** `new Headers({ … })`. */
function isMadeOfHeaders(node: TSESTree.Node): node is TSESTree.NewExpression {
  return node.type === AST_NODE_TYPES.NewExpression && calleeName(node) === "Headers";
}
