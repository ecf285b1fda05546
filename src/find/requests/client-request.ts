import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  isFunction,
  staticName,
  unwrap,
  wrapped,
} from "../../source/syntax.js";
import { baseIn, type ClientName, type HttpClient, httpClient, joined } from "./http-client.js";
import { constantValue, propertyValue, staticTexts, unknownPart } from "../values/static-text.js";
import type { Route } from "./halo-request.js";

/** A POST request, as a call of a client other than `fetch` makes it. */
export interface ClientRequest {
  /** `own`: a function or client of the project, which is handed URL and body. */
  client: ClientName | "own";
  call: TSESTree.CallExpression;
  url: TSESTree.Node;
  /** What the whole URL can be, a base URL included. */
  urls: readonly string[];
  /** The object of options, before it is resolved. */
  options?: TSESTree.Node | undefined;
  /** The expression that is sent, before it is resolved. */
  body: TSESTree.Node | undefined;
}

type Arguments = readonly (TSESTree.Node | undefined)[];
type Reader = (
  source: SourceFile,
  call: TSESTree.CallExpression,
  client: HttpClient,
) => Read | undefined;

interface Read {
  url: TSESTree.Node | undefined;
  options?: TSESTree.Node | undefined;
  body: TSESTree.Node | undefined;
  /** `true` where the function posts by its name. */
  method: TSESTree.Node | true | undefined;
}

const readers: Record<ClientName, Reader> = {
  axios: (source, { arguments: [first, second, third] }, { path: [name] }) => {
    if (name === undefined && second) return configured(source, first, second, ["data"]);
    if (name === undefined || name === "request")
      return configured(source, undefined, first, ["data"]);
    const posts = /^post(Form)?$/.test(name);
    return posts ? { url: first, options: third, body: second, method: true } : undefined;
  },
  got: (source, call, client) =>
    optionsLast(source, call.arguments, client, ["json", "body", "form"]),
  ky: (source, call, client) => optionsLast(source, call.arguments, client, ["json", "body"]),
  ofetch: (source, call, { path }) =>
    /^(raw|native)?$/.test(path.join("."))
      ? configured(source, call.arguments[0], call.arguments[1], ["body"])
      : undefined,
  undici: (source, call, { path }) =>
    path.join(".") === "request"
      ? configured(source, call.arguments[0], call.arguments[1], ["body"])
      : undefined,
  request: (source, call, client) =>
    optionsLast(source, call.arguments, client, ["json", "body", "form"]),
  superagent: (_source, call, { path: [name] }) => {
    const isPost = name === "post";
    return isPost ? { url: call.arguments[0], body: sentBy(call), method: true } : undefined;
  },
  "node:http": nodeRequest,
};

/** `got.post(url, options)`, `got(url, options)`, `got({ url, … })`. */
function optionsLast(
  source: SourceFile,
  [first, second]: Arguments,
  { path: [name] }: HttpClient,
  bodies: readonly string[],
): Read | undefined {
  const isConfig =
    first !== undefined && resolved(source, first).type === AST_NODE_TYPES.ObjectExpression;
  const read = isConfig
    ? configured(source, undefined, first, bodies)
    : configured(source, first, second, bodies);
  if (name === undefined) return read;
  return name === "post" ? { ...read, method: true } : undefined;
}

/** Reads URL, method and body off an object of options; a URL in front of it goes first. */
function configured(
  source: SourceFile,
  url: TSESTree.Node | undefined,
  options: TSESTree.Node | undefined,
  bodies: readonly string[],
): Read {
  const object = options && resolved(source, options);
  const read = (name: string): TSESTree.Node | undefined => object && propertyValue(object, [name]);
  const body = bodies.map(read).find((value) => value?.type !== AST_NODE_TYPES.Literal && value);
  return { url: url ?? read("url") ?? read("uri"), options, body, method: read("method") };
}

/** `https.request({ path, method }, onResponse)`, whose body is written to the request afterwards. */
function nodeRequest(
  source: SourceFile,
  call: TSESTree.CallExpression,
  { path }: HttpClient,
): Read | undefined {
  if (path.join(".") !== "request") return undefined;
  const [first, second] = call.arguments;
  const isConfig =
    first !== undefined && resolved(source, first).type === AST_NODE_TYPES.ObjectExpression;
  const object = isConfig ? first : second;
  const options = object && !isFunction(object) ? resolved(source, object) : undefined;
  const read = (name: string): TSESTree.Node | undefined =>
    options && propertyValue(options, [name]);
  return {
    url: isConfig ? (read("path") ?? read("pathname")) : first,
    body: writtenTo(source, call),
    method: read("method"),
  };
}

/** What `request.write(body)` or `request.end(body)` sends, in a chain or by the request's name. */
function writtenTo(source: SourceFile, call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const parent = wrapped(call).parent;
  const references =
    parent?.type === AST_NODE_TYPES.VariableDeclarator
      ? (bindingOf(source, parent.id)?.references.map(({ identifier }) => identifier) ?? [])
      : [wrapped(call)];
  for (const reference of references) {
    const member = reference.parent;
    if (member?.type !== AST_NODE_TYPES.MemberExpression) continue;
    if (!/^(end|write)$/.test(staticName(member) ?? "")) continue;
    const written =
      member.parent.type === AST_NODE_TYPES.CallExpression && member.parent.arguments[0];
    if (written && !isFunction(written)) return written;
  }
  return undefined;
}

/** What `.send(body)` sends, further on in a chain of calls. */
function sentBy(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  let node = wrapped(call);
  for (;;) {
    const member = node.parent;
    const next = member?.parent;
    if (
      member?.type !== AST_NODE_TYPES.MemberExpression ||
      next?.type !== AST_NODE_TYPES.CallExpression
    )
      return undefined;
    if (staticName(member) === "send") return next.arguments[0];
    node = wrapped(next);
  }
}

/** Says what a call of a known client requests, if it posts; or what a call of the project's own posts to a route. */
export function clientRequest(
  source: SourceFile,
  call: TSESTree.CallExpression,
  route: Route,
): ClientRequest | undefined {
  const client = call.arguments.length > 0 ? httpClient(source, calleeOf(call)) : undefined;
  if (!client) return handedOn(source, call, route);
  const read = readers[client.name](source, call, client);
  if (!read?.url || !posts(source, read.method)) return undefined;
  const base = read.options && baseIn(source, read.options);
  const bases = base ? joined(client.bases, staticTexts(source, base)) : client.bases;
  const urls = joined(bases, staticTexts(source, read.url));
  const { url, options, body } = read;
  return { client: client.name, call, url, urls, options, body };
}

function posts(source: SourceFile, method: Read["method"]): boolean {
  if (method === undefined || method === true) return method === true;
  return staticTexts(source, method).some((text) => text === unknownPart || /^post$/i.test(text));
}

/** A call of the project's own that is handed a URL, and an object with the route's key or options that hold one. */
function handedOn(
  source: SourceFile,
  call: TSESTree.CallExpression,
  { path, bodyKeys }: Route,
): ClientRequest | undefined {
  if (/^(get|head|delete|log|debug|info|warn|error)$/.test(calleeName(call) ?? ""))
    return undefined;
  const ending = path.slice(path.lastIndexOf("/"));
  for (const argument of call.arguments) {
    const object = resolved(source, argument);
    if (object.type !== AST_NODE_TYPES.ObjectExpression) continue;
    const body = ["body", "data", "json", "payload"]
      .map((name) => propertyValue(object, [name]))
      .find((value) => value !== undefined && hasKey(source, value, bodyKeys));
    const sent = hasKey(source, object, bodyKeys) ? object : body;
    if (!sent) continue;
    const named = propertyValue(object, ["url"]) ?? propertyValue(object, ["path"]);
    const url = [...call.arguments, ...(named ? [named] : [])].find((other) =>
      staticTexts(source, other).some((text) => text.endsWith(ending)),
    );
    if (url) return { client: "own", call, url, urls: staticTexts(source, url), body: sent };
  }
  return undefined;
}

function hasKey(source: SourceFile, value: TSESTree.Node, keys: readonly string[]): boolean {
  const sent = unstringified(source, value);
  return sent !== undefined && keys.some((key) => propertyValue(sent, [key]));
}

function resolved(source: SourceFile, node: TSESTree.Node): TSESTree.Node {
  return unwrap(constantValue(source, node) ?? node);
}

/** What is sent: `x` of `JSON.stringify(x)`, resolved to its object literal where there is one. */
export function unstringified(source: SourceFile, body: TSESTree.Node): TSESTree.Node | undefined {
  const value = constantValue(source, body) ?? body;
  if (value.type !== AST_NODE_TYPES.CallExpression || calleeName(value) !== "stringify")
    return value;
  const sent = value.arguments.length === 1 ? value.arguments[0] : undefined;
  return sent && (constantValue(source, sent) ?? unwrap(sent));
}
