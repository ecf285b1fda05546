import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { IdentifyCall, RestIdentify } from "../find/identify-call.js";
import type { Settings } from "../find/settings.js";
import { defaultBaseUrl, updatePath } from "../halo/endpoints.js";
import { apiKeyVariable } from "../halo/environment.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeOf, staticName } from "../source/syntax.js";
import { propertyValue } from "../find/values/static-text.js";
import { clientConnection } from "./client-connection.js";
import {
  contentType,
  copied,
  type CopiedCode,
  globalFetch,
  ours,
  textRecord,
  typeOf,
  variableNames,
} from "./copied-code.js";
import { initKey } from "./init-key.js";
import { expandedObject, holdsLines, quoted } from "./layout.js";
import type { RefusalReason } from "./refusals.js";
import { hoistable, isModuleWide } from "./scope-check.js";
import type { FileStyle } from "./style.js";
import { updateUrl } from "./update-url.js";

/** How a call site talks to Halo, and so the update calls in its place. */
export interface Connection {
  /** The function that sends: `fetch`, or what the site calls it. */
  client: CopiedCode;
  url: CopiedCode;
  headers: CopiedCode;
  /** Further options of the request, each `name: value`. */
  options: readonly CopiedCode[];
}

/** Reads off how a call site talks to Halo; `loop` is what the request must not depend on. */
export function connectionOf(
  source: SourceFile,
  settings: Settings,
  style: FileStyle,
  identify: IdentifyCall,
  loop: TSESTree.Node,
): Connection | RefusalReason {
  if (identify.reach === "rest") {
    const connect = identify.client === "fetch" ? fetchConnection : clientConnection;
    return connect(source, style, identify, loop);
  }
  const key = initKey(source, settings, loop);
  return {
    client: globalFetch(source),
    url: ours(quoted(defaultBaseUrl + updatePath, style)),
    headers: {
      text: expandedObject(
        [contentType(style), `Authorization: ${bearer(source, style, key)}`],
        style,
      ),
      moduleWide: !key || isModuleWide(source, key),
      names: key ? variableNames(key) : [],
      type: textRecord,
    },
    options: [],
  };
}

function bearer(source: SourceFile, style: FileStyle, key: TSESTree.Node | undefined): string {
  if (key?.type === AST_NODE_TYPES.Literal) return quoted(`Bearer ${String(key.value)}`, style);
  const expression = key ? source.text.slice(...key.range) : `process.env.${apiKeyVariable}`;
  return `\`Bearer \${${expression}}\``;
}

function fetchConnection(
  source: SourceFile,
  style: FileStyle,
  identify: RestIdentify,
  loop: TSESTree.Node,
): Connection | RefusalReason {
  const { request } = identify;
  if (request?.type !== AST_NODE_TYPES.ObjectExpression) return "dynamic-arguments";
  const options: CopiedCode[] = [];
  for (const property of request.properties) {
    if (property.type !== AST_NODE_TYPES.Property || property.computed) return "dynamic-arguments";
    const name = staticName(property) ?? "";
    if (["method", "headers", "body"].includes(name)) continue;
    if (!isModuleWide(source, property.value)) return "per-user-request";
    options.push(copied(source, property.value, source.text.slice(...property.range)));
  }
  const url = hoistable(source, identify.url, loop);
  const given = propertyValue(request, ["headers"]);
  const headers = given && hoistable(source, given, loop);
  const callee = calleeOf(identify.call);
  if ((given && holdsLines(given)) || holdsLines(identify.url)) return "dynamic-arguments";
  if (!url || (given && !headers) || !isModuleWide(source, callee)) return "per-user-request";
  return {
    client: copied(source, callee, source.text.slice(...callee.range)),
    url: updateUrl(source, url, style),
    headers: headers
      ? copiedHeaders(source, headers, style)
      : ours(`{ ${contentType(style)} }`, textRecord),
    options,
  };
}

/** The site's own headers, with a `Content-Type` where they have none. */
function copiedHeaders(source: SourceFile, headers: TSESTree.Node, style: FileStyle): CopiedCode {
  const code = copied(source, headers, source.text.slice(...headers.range));
  if (headers.type !== AST_NODE_TYPES.ObjectExpression) return code;
  const { properties } = headers;
  const type = properties.every(
    (property) => "value" in property && typeOf(property.value) === "string",
  )
    ? textRecord
    : "";
  const isNamed = properties.some(
    (property) =>
      property.type !== AST_NODE_TYPES.Property ||
      staticName(property)?.toLowerCase() === "content-type",
  );
  const added = isNamed ? [] : [contentType(style)];
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
