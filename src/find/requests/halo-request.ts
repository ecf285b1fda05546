import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { identifyPath, updatePath } from "../../halo/endpoints.js";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, importedName } from "../../source/syntax.js";
import type { Settings } from "../settings.js";
import { globalName, isGlobalObject } from "../values/global-name.js";
import { requiredModule } from "../values/required-module.js";
import { constantValue, propertyValue, staticTexts, unknownPart } from "../values/static-text.js";
import { constantSource } from "../values/value-sources.js";
import { type ClientRequest, clientRequest, unstringified } from "./client-request.js";

/** A POST request to one of Halo's routes: `fetch(url, { headers, body })`, `axios.post(url, body)`. */
export interface HaloRequest {
  /** What makes the request; `own`: a function of the project that is handed URL and body. */
  client: ClientRequest["client"] | "fetch";
  call: TSESTree.CallExpression;
  url: TSESTree.Node;
  /** The second argument of `fetch`, resolved to its object literal where there is one; of other clients none is read. */
  request: TSESTree.Node | undefined;
  /** What is sent, as the call has it: `JSON.stringify(payload)`, `payload` for clients that make JSON of it. */
  sent: TSESTree.Node | undefined;
  /** What is sent, resolved to its object literal where there is one. */
  body: TSESTree.Node | undefined;
}

/** One of Halo's routes, and the keys by one of which a body for it is known where a function of the project sends it. */
export interface Route {
  path: string;
  bodyKeys: readonly string[];
}

/** The route of identify. */
export const identifyRoute: Route = { path: identifyPath, bodyKeys: ["user_id"] };

/** The route of update. */
export const updateRoute: Route = { path: updatePath, bodyKeys: ["users", "user_token"] };

/** The request to a route that a call makes; `undefined` for every other call. */
export function haloRequest(
  source: SourceFile,
  call: TSESTree.CallExpression,
  route: Route,
  settings: Settings,
): HaloRequest | undefined {
  const isRoute = (text: string): boolean => isRouteUrl(text, route.path, settings);
  if (isFetch(source, calleeOf(call))) return byFetch(source, call, isRoute);
  const made = clientRequest(source, call, route);
  if (!made?.urls.some(isRoute)) return undefined;
  const { client, url, body: sent } = made;
  const body = sent && unstringified(source, sent);
  return { client, call, url, request: undefined, sent, body };
}

function byFetch(
  source: SourceFile,
  call: TSESTree.CallExpression,
  isRoute: (text: string) => boolean,
): HaloRequest | undefined {
  const [url, options] = requestArguments(source, call);
  if (!url) return undefined;
  if (!staticTexts(source, url).some(isRoute)) return undefined;
  const request = options && (constantValue(source, options) ?? options);
  const method = request && propertyValue(request, ["method"]);
  if (method && !staticTexts(source, method).some((text) => /^(post|\0)$/i.test(text)))
    return undefined;
  // Without options fetch sends a GET, which changes nobody.
  if (!request) return undefined;
  const sent = propertyValue(request, ["body"]);
  const body = sent && unstringified(source, sent);
  return { client: "fetch", call, url, request, sent, body };
}

/** The URL and the options: of `fetch(url, options)`, or of `fetch(new Request(url, options))`. */
function requestArguments(
  source: SourceFile,
  call: TSESTree.CallExpression,
): readonly TSESTree.Node[] {
  const [first, ...rest] = call.arguments;
  const made = first && rest.length === 0 ? constantValue(source, first) : undefined;
  return made?.type === AST_NODE_TYPES.NewExpression && calleeName(made) === "Request"
    ? made.arguments
    : call.arguments;
}

/** Packages whose default export is `fetch`, whatever a file calls it. */
const fetchPackages = new Set([
  "cross-fetch",
  "isomorphic-fetch",
  "node-fetch",
  "node-fetch-native",
]);

/** `fetch`, `globalThis.fetch`, an alias, or a `fetch` of a package; not a method or a function of the project. */
export function isFetch(source: SourceFile, callee: TSESTree.Node): boolean {
  if (globalName(source, callee) === "fetch") return true;
  if (callee.type !== AST_NODE_TYPES.Identifier) return false;
  const variable = bindingOf(source, callee);
  const definition = variable?.defs[0];
  if (!definition) return false;
  const declaration = definition.node.parent;
  if (declaration.type === AST_NODE_TYPES.ImportDeclaration)
    return isFetchOf(
      declaration.source.value,
      importedName(definition.node) ?? "default",
      callee.name,
    );
  const origin = constantSource(variable);
  if (!origin) return false;
  const module = requiredModule(source, origin.expression);
  if (module !== undefined) return isFetchOf(module, origin.path[0] ?? "default", callee.name);
  return origin.path.length === 0
    ? origin.expression !== callee && isFetch(source, origin.expression)
    : origin.path.join() === "fetch" && isGlobalObject(source, origin.expression);
}

function isFetchOf(module: string, exported: string, local: string): boolean {
  if (/^[./]/.test(module)) return false;
  if (exported !== "default") return exported === "fetch";
  return local === "fetch" || fetchPackages.has(module);
}

/** The route after any base: self-hosters have their own, and some a proxy of which the settings tell. */
function isRouteUrl(text: string, route: string, { baseUrls }: Settings): boolean {
  const path = text.replace(/[?#].*$/s, "").replace(/\/$/, "");
  if (path === route) return true;
  const base = path.endsWith(route) ? path.slice(0, -route.length) : undefined;
  return (
    base !== undefined && (isBase(base) || baseUrls.some((own) => own.replace(/\/$/, "") === base))
  );
}

function isBase(text: string): boolean {
  return text.startsWith(unknownPart) || /^https?:\/\/[^/]/i.test(text);
}
