import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { identifyPath } from "../halo/endpoints.js";
import { sdk } from "../halo/sdk.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeName, calleeOf, importedName, isFunction } from "../source/syntax.js";
import { type ClientRequest, clientRequest, unstringified } from "./requests/client-request.js";
import { globalName, isGlobalObject } from "./values/global-name.js";
import type { haloValues } from "./values/halo-value.js";
import { importedValue } from "./values/imported-value.js";
import { iterationAt } from "./iterations/iterations.js";
import { requiredModule } from "./values/required-module.js";
import type { Settings } from "./settings.js";
import { constantValue, propertyValue, staticTexts, unknownPart } from "./values/static-text.js";
import { constantSource } from "./values/value-sources.js";

/** A call of the browser SDK: `ha.identify(id, traits, identity)`, or one that makes such a call. */
export interface SdkIdentify {
  reach: "sdk";
  /**
   * - `method`: `ha.identify(id, traits)`, also by `call`, `apply` and `bind`
   * - `init`: `HaloAgents.init({ userId, userTraits })`
   * - `reference`: `ids.forEach(ha.identify)`, `setTimeout(ha.identify, 10, id)`
   */
  by: "init" | "method" | "reference";
  call: TSESTree.CallExpression;
  /** Whom the call identifies; `undefined` where an argument is spread. */
  id: TSESTree.Node | undefined;
  traits: TSESTree.Node | undefined;
}

/** A request to the identify route: `fetch(url, { headers, body })`, `axios.post(url, body)`. */
export interface RestIdentify {
  reach: "rest";
  /** What makes the request; `own`: a function of the project that is handed URL and body. */
  client: ClientRequest["client"] | "fetch";
  call: TSESTree.CallExpression;
  /** The `user_id` of the body; `undefined` where the body cannot be read off. */
  id: TSESTree.Node | undefined;
  url: TSESTree.Node;
  /** The second argument of `fetch`, resolved to its object literal where there is one; of other clients none is read. */
  request: TSESTree.Node | undefined;
  /** What is sent, as the call has it: `JSON.stringify(payload)`, `payload` for clients that make JSON of it. */
  sent: TSESTree.Node | undefined;
  /** What is sent, resolved to its object literal where there is one. */
  body: TSESTree.Node | undefined;
}

/** A call of a function that identifies: one that the settings name, or one that data flow sees into. */
export interface WrapperIdentify {
  reach: "wrapper";
  call: TSESTree.CallExpression | TSESTree.NewExpression;
  /** The argument that says who is identified. */
  id: TSESTree.Node | undefined;
  /** The argument that holds the traits. */
  traits: TSESTree.Node | undefined;
  /** What says who is identified: arguments, the object that a method is called on, or the call as a whole. */
  subjects: readonly TSESTree.Node[];
  /** The identify that the function leads to, where data flow has found it. */
  leadsTo?: { source: SourceFile; call: WrapperIdentify["call"] };
}

/** A call that tells Halo "this user is here now". */
export type IdentifyCall = RestIdentify | SdkIdentify | WrapperIdentify;

/** What says who is identified; where the id cannot be read off, all that the call sends. */
export function subjectsOf(identify: IdentifyCall): readonly TSESTree.Node[] {
  if (identify.reach === "wrapper") return identify.subjects;
  if (identify.id) return [identify.id];
  return identify.reach === "rest"
    ? [identify.sent ?? identify.request ?? identify.call]
    : [identify.call];
}

/** Says whether a call is an identify, and of whom. `undefined` for every other call. */
export function identifyCall(
  source: SourceFile,
  values: ReturnType<typeof haloValues>,
  call: TSESTree.CallExpression,
  settings: Settings,
): IdentifyCall | undefined {
  return (
    sdkIdentify(source, values, call) ??
    restIdentify(source, call, settings) ??
    wrapperIdentify(source, settings, call)
  );
}

function sdkIdentify(
  source: SourceFile,
  values: ReturnType<typeof haloValues>,
  call: TSESTree.CallExpression,
): SdkIdentify | undefined {
  switch (values.of(call.callee)) {
    case "identify":
      return withArguments(call, call.arguments);
    case "caller":
      return withArguments(call, isSpread(call.arguments[0]) ? undefined : call.arguments.slice(1));
    case "applier": {
      const list = call.arguments[1];
      return withArguments(
        call,
        list?.type === AST_NODE_TYPES.ArrayExpression ? list.elements : undefined,
      );
    }
    case "factory":
      return initIdentify(source, call);
    default:
      return handsOver(source, values, call)
        ? { reach: "sdk", by: "reference", call, id: undefined, traits: undefined }
        : undefined;
  }
}

function withArguments(
  call: TSESTree.CallExpression,
  list: readonly (TSESTree.Node | null)[] | undefined,
): SdkIdentify {
  const [id, traits] = list?.some(isSpread) === false ? list : [];
  return { reach: "sdk", by: "method", call, id: id ?? undefined, traits: traits ?? undefined };
}

function isSpread(node: TSESTree.Node | null | undefined): boolean {
  return node?.type === AST_NODE_TYPES.SpreadElement;
}

/** `HaloAgents.init({ userId, userTraits })`. */
function initIdentify(source: SourceFile, call: TSESTree.CallExpression): SdkIdentify | undefined {
  const [first] = call.arguments;
  const options = first && (constantValue(source, first) ?? first);
  const id = options && propertyValue(options, ["userId"]);
  if (!id || calleeName(call) !== sdk.initMethod) return undefined;
  const traits = propertyValue(options, ["userTraits"]);
  return { reach: "sdk", by: "init", call, id, traits };
}

// What is known to call a function that it is handed with what it has; anything else may only mention it.
const runners = /^(limit|setImmediate|setTimeout|then)$/;

/** `ids.forEach(ha.identify)`, `limit(ha.identify, id)`. */
function handsOver(
  source: SourceFile,
  values: ReturnType<typeof haloValues>,
  call: TSESTree.CallExpression,
): boolean {
  return call.arguments.some(
    (argument) =>
      !isFunction(argument) &&
      values.of(argument) === "identify" &&
      (runners.test(calleeName(call) ?? "") || iterationAt(call, argument, source) !== undefined),
  );
}

function wrapperIdentify(
  source: SourceFile,
  { wrappers }: Settings,
  call: TSESTree.CallExpression,
): WrapperIdentify | undefined {
  const name = wrappers.length > 0 ? calleeName(call) : undefined;
  if (name === undefined) return undefined;
  for (const { name: wanted, module, id, traits } of wrappers) {
    const imported = module === undefined ? undefined : importedValue(source, call.callee);
    const isCalled =
      module === undefined
        ? name === wanted
        : imported?.module === module && (imported.path.at(-1) ?? name) === wanted;
    if (!isCalled) continue;
    const isDynamic = call.arguments.some(isSpread);
    const at = (index: number | undefined): TSESTree.Node | undefined =>
      isDynamic || index === undefined ? undefined : call.arguments[index];
    const given = at(id);
    const who = given && namedUser(given);
    return { reach: "wrapper", call, id: who, traits: at(traits), subjects: [who ?? call] };
  }
  return undefined;
}

/** The keys under which an object says whom it is about, the plainest first. */
const idKeys = [
  "userId",
  "user_id",
  "distinctId",
  "distinct_id",
  "externalId",
  "external_id",
  "id",
];

/** `user.id` of `{ userId: user.id, traits }`; whatever else is handed over says by itself who is meant. */
function namedUser(given: TSESTree.Node): TSESTree.Node {
  for (const key of idKeys) {
    const id = propertyValue(given, [key]);
    if (id) return id;
  }
  return given;
}

function restIdentify(
  source: SourceFile,
  call: TSESTree.CallExpression,
  settings: Settings,
): RestIdentify | undefined {
  const isRoute = (text: string): boolean => isIdentifyUrl(text, settings);
  return isFetch(source, calleeOf(call))
    ? byFetch(source, call, isRoute)
    : byClient(source, call, isRoute);
}

function byClient(
  source: SourceFile,
  call: TSESTree.CallExpression,
  isRoute: (text: string) => boolean,
): RestIdentify | undefined {
  const made = clientRequest(source, call);
  if (!made?.urls.some(isRoute)) return undefined;
  const { client, url, body: sent } = made;
  const body = sent && unstringified(source, sent);
  const id = body && propertyValue(body, ["user_id"]);
  return { reach: "rest", client, call, id, url, request: undefined, sent, body };
}

function byFetch(
  source: SourceFile,
  call: TSESTree.CallExpression,
  isRoute: (text: string) => boolean,
): RestIdentify | undefined {
  const [url, options] = requestArguments(source, call);
  if (!url) return undefined;
  if (!staticTexts(source, url).some(isRoute)) return undefined;
  const request = options && (constantValue(source, options) ?? options);
  const method = request && propertyValue(request, ["method"]);
  if (method && !staticTexts(source, method).some((text) => /^(post|\0)$/i.test(text)))
    return undefined;
  // Without options fetch sends a GET, which identifies nobody.
  if (!request) return undefined;
  const sent = propertyValue(request, ["body"]);
  const body = sent && unstringified(source, sent);
  const id = body && propertyValue(body, ["user_id"]);
  return { reach: "rest", client: "fetch", call, id, url, request, sent, body };
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
function isFetch(source: SourceFile, callee: TSESTree.Node): boolean {
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

/** The identify route after any base: self-hosters have their own, and some a proxy of which the settings tell. */
function isIdentifyUrl(text: string, { baseUrls }: Settings): boolean {
  const path = text.replace(/[?#].*$/s, "").replace(/\/$/, "");
  if (path === identifyPath) return true;
  const base = path.endsWith(identifyPath) ? path.slice(0, -identifyPath.length) : undefined;
  return (
    base !== undefined && (isBase(base) || baseUrls.some((own) => own.replace(/\/$/, "") === base))
  );
}

function isBase(text: string): boolean {
  return text.startsWith(unknownPart) || /^https?:\/\/[^/]/i.test(text);
}
