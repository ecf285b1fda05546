import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { RestIdentify } from "../find/identify-call.js";
import type { Settings } from "../find/settings.js";
import { defaultBaseUrl, updatePath } from "../halo/endpoints.js";
import { apiKeyVariable } from "../halo/environment.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeOf, staticName } from "../source/syntax.js";
import { constantValue, propertyValue } from "../find/values/static-text.js";
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
import { atSite, type IdentifySite } from "./identify-site.js";
import { initKey } from "./init-key.js";
import { expandedObject, holdsLines, quoted } from "./layout.js";
import type { RefusalReason } from "./refusals.js";
import { meansTheSame } from "./same-meaning.js";
import { hoistable, isModuleWide } from "./scope-check.js";
import { argumentUses } from "./site-expression.js";
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

/** That of code that talks to nobody. */
export const noConnection: Connection = {
  client: ours(""),
  url: ours(""),
  headers: ours(""),
  options: [],
};

/** Reads off how a call site talks to Halo; `loop` is what the request must not depend on. */
export function connectionOf(
  site: IdentifySite,
  settings: Settings,
  style: FileStyle,
  loop: TSESTree.Node,
): Connection | RefusalReason {
  const { identify } = site;
  if (identify.reach === "rest") {
    if (identify.client === "fetch") return fetchConnection(site, style, identify, loop);
    return site.wrapper ? "other-client" : clientConnection(site.source, style, identify, loop);
  }
  const found = keyOf(site, settings, loop);
  if (found === "wrapper-scope") return found;
  const { key, source } = found;
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

/** The key of the SDK that makes the call, and the file that it stands in. */
function keyOf(
  site: IdentifySite,
  settings: Settings,
  loop: TSESTree.Node,
): "wrapper-scope" | { key: TSESTree.Node | undefined; source: SourceFile } {
  const { source, wrapper, identify } = site;
  const own = wrapper && initKey(wrapper.source, settings, identify.call);
  if (!own) return { key: initKey(source, settings, loop), source };
  const key = shared(site, own, loop);
  return key ? { key, source: wrapper.source } : "wrapper-scope";
}

function bearer(source: SourceFile, style: FileStyle, key: TSESTree.Node | undefined): string {
  if (key?.type === AST_NODE_TYPES.Literal) return quoted(`Bearer ${String(key.value)}`, style);
  const expression = key ? source.text.slice(...key.range) : `process.env.${apiKeyVariable}`;
  return `\`Bearer \${${expression}}\``;
}

/** Whether an expression of a wrapper means the same at the call, in its loop, and in the whole module. */
function isShared(site: IdentifySite, node: TSESTree.Node, loop: TSESTree.Node): boolean {
  const { wrapper } = site;
  if (!wrapper) return true;
  if (!meansTheSame(site, node) || !isModuleWide(wrapper.source, node)) return false;
  return wrapper.source.ast !== site.source.ast || hoistable(site.source, node, loop) === node;
}

/** The expression, or the constant that it names, where all turns of a loop share it. */
function shared(
  site: IdentifySite,
  node: TSESTree.Node,
  loop: TSESTree.Node,
): TSESTree.Node | undefined {
  if (!site.wrapper) return hoistable(site.source, node, loop);
  return [node, constantValue(site.wrapper.source, node)].find(
    (each) => each !== undefined && isShared(site, each, loop),
  );
}

function fetchConnection(
  site: IdentifySite,
  style: FileStyle,
  identify: RestIdentify,
  loop: TSESTree.Node,
): Connection | RefusalReason {
  const { request } = identify;
  const source = site.wrapper?.source ?? site.source;
  // What a wrapper makes of its parameters is made anew for each user; what else it has of its own stays its own.
  const refusal = (node: TSESTree.Node): RefusalReason =>
    site.wrapper && argumentUses(atSite(site, node)).length === 0
      ? "wrapper-scope"
      : "per-user-request";
  if (request?.type !== AST_NODE_TYPES.ObjectExpression) return "dynamic-arguments";
  const options: CopiedCode[] = [];
  for (const property of request.properties) {
    if (property.type !== AST_NODE_TYPES.Property || property.computed) return "dynamic-arguments";
    const name = staticName(property) ?? "";
    if (["method", "headers", "body"].includes(name)) continue;
    const { value } = property;
    if (!isModuleWide(source, value) || !isShared(site, value, loop)) return refusal(value);
    options.push(copied(source, property.value, source.text.slice(...property.range)));
  }
  const url = shared(site, identify.url, loop);
  const given = propertyValue(request, ["headers"]);
  const headers = given && shared(site, given, loop);
  const callee = calleeOf(identify.call);
  if ((given && holdsLines(given)) || holdsLines(identify.url)) return "dynamic-arguments";
  if (!url) return refusal(identify.url);
  if (given && !headers) return refusal(given);
  if (!isModuleWide(source, callee) || !isShared(site, callee, loop)) return refusal(callee);
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
