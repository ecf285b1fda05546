import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { clientRequest } from "../find/requests/client-request.js";
import type { RestIdentify } from "../find/identify-call.js";
import { identifyRoute } from "../find/requests/halo-request.js";
import { propertyValue } from "../find/values/static-text.js";
import type { SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  descendants,
  isWithin,
  lastName,
  staticName,
  wrapped,
} from "../source/syntax.js";
import { headerMembers, type HeaderMember, mergedHeaders, namedHeader } from "./client-headers.js";
import type { Connection } from "./connection.js";
import { type CopiedCode, globalFetch } from "./copied-code.js";
import { type KnownClient, knownClientOf } from "./known-clients.js";
import { holdsLines } from "./layout.js";
import type { RefusalReason } from "./refusals.js";
import { chainAfter } from "./request-call.js";
import { freeVariables, hoistable } from "./scope-check.js";
import type { FileStyle } from "./style.js";
import { isAbsolute, joinedUpdateUrl, updateUrl } from "./update-url.js";
import { optionsObject, visibleClient } from "./visible-client.js";

/** An object of headers, or the value of the one with this name. */
interface GivenHeaders {
  name: TSESTree.Node | undefined;
  value: TSESTree.Node;
}

/** The expressions that a request is made of, besides its body. */
interface RequestParts {
  url: TSESTree.Node;
  base: TSESTree.Node | undefined;
  /** Later ones go before earlier ones. */
  headers: readonly GivenHeaders[];
}

/** How `fetch` sends what another client would have sent; `loop` is what the request must not depend on. */
export function clientConnection(
  source: SourceFile,
  style: FileStyle,
  identify: RestIdentify,
  loop: TSESTree.Node,
): Connection | RefusalReason {
  const known = knownClientOf(identify);
  const parts = known && requestParts(source, identify, known);
  if (!parts) return "other-client";
  if (asksClientsError(identify.call)) return "uses-result";
  const shared = hoisted(source, parts, loop);
  if (!shared) return "per-user-request";
  const url = urlOf(source, shared, style);
  const headers = headersOf(source, shared, style);
  if (!url || !headers) return "other-client";
  return { client: globalFetch(source), url, headers, options: [] };
}

/** Reads all that goes into a request; `undefined` where something is not understood. */
function requestParts(
  source: SourceFile,
  identify: RestIdentify,
  known: KnownClient,
): RequestParts | undefined {
  const client = visibleClient(source, calleeOf(identify.call), known);
  const made = clientRequest(source, identify.call, identifyRoute);
  const options = made?.options && optionsObject(source, made.options);
  if (!client || (made?.options && !options)) return undefined;
  if (known.forms?.test(calleeName(identify.call) ?? "")) return undefined;
  const given = [client.options, options].filter((each) => each !== undefined);
  if (!given.every((each) => hasOnly(each, known))) return undefined;
  if (client.options && !isSettled(source, client.options)) return undefined;
  const chained = identify.client === "superagent" ? chainedHeaders(chainAfter(identify)) : [];
  const { base } = known;
  return (
    chained && {
      url: identify.url,
      base:
        base === undefined
          ? undefined
          : given.map((each) => propertyValue(each, [base])).findLast(Boolean),
      headers: [...given.flatMap(headersIn), ...chained],
    }
  );
}

function headersIn(options: TSESTree.Node): GivenHeaders[] {
  const value = propertyValue(options, ["headers"]);
  return value ? [{ name: undefined, value }] : [];
}

/** Whether an object literal has no other keys than a client's known options. */
function hasOnly(
  object: TSESTree.Node,
  { options, retriesNoPost }: Pick<KnownClient, "options" | "retriesNoPost">,
): boolean {
  return (
    object.type === AST_NODE_TYPES.ObjectExpression &&
    object.properties.every(
      (property) =>
        property.type === AST_NODE_TYPES.Property &&
        !property.computed &&
        (options.test(staticName(property) ?? "") ||
          (retriesNoPost === true && isIdleRetry(property))),
    )
  );
}

/** `retry: { limit: 3 }`, which got and ky do for no POST, if `methods` does not say so. */
function isIdleRetry(property: TSESTree.Property): boolean {
  const { value } = property;
  if (staticName(property) !== "retry") return false;
  return value.type === AST_NODE_TYPES.Literal || hasOnly(value, { options: /^limit$/ });
}

/** Whether an expression gives later what it gave where it stands: nothing that it reads is written again. */
function isSettled(source: SourceFile, expression: TSESTree.Node): boolean {
  return freeVariables(source, expression).every(
    ({ references }) => references.filter((reference) => reference.isWrite()).length <= 1,
  );
}

/** What `.set(…)` sets in a chain of superagent's; `undefined` where the chain does anything else but send once. */
function chainedHeaders(
  chain: readonly TSESTree.CallExpression[],
): RequestParts["headers"] | undefined {
  const sets = chain.filter((call) => calleeName(call) === "set");
  const sends = chain.filter((call) => calleeName(call) === "send");
  if (sends.length !== 1 || sets.length + sends.length !== chain.length) return undefined;
  const headers = sets.flatMap(({ arguments: [first, second] }): GivenHeaders[] => {
    if (!first) return [];
    return second ? [{ name: first, value: second }] : [{ name: undefined, value: first }];
  });
  return headers.length === sets.length ? headers : undefined;
}

/** The parts as they may stand outside a loop; `undefined` where one depends on its turns. */
function hoisted(
  source: SourceFile,
  { url, base, headers }: RequestParts,
  loop: TSESTree.Node,
): RequestParts | undefined {
  const shared = (node: TSESTree.Node): TSESTree.Node | undefined => hoistable(source, node, loop);
  const own = headers.flatMap(({ name, value }): GivenHeaders[] => {
    const outside = shared(value);
    return outside ? [{ name, value: outside }] : [];
  });
  const [sharedUrl, sharedBase] = [shared(url), base && shared(base)];
  const isWhole = sharedUrl && (!base || sharedBase) && own.length === headers.length;
  return isWhole ? { url: sharedUrl, base: sharedBase, headers: own } : undefined;
}

function urlOf(
  source: SourceFile,
  { url, base }: RequestParts,
  style: FileStyle,
): CopiedCode | undefined {
  if (holdsLines(url) || (base && holdsLines(base))) return undefined;
  const absolute = isAbsolute(source, url);
  if (absolute === false) return base && joinedUpdateUrl(source, base, url, style);
  // A base may or may not belong in front of what nobody can tell.
  return absolute || !base ? updateUrl(source, url, style) : undefined;
}

/** The headers; with the key from the environment where none is to be seen, as for the SDK. */
function headersOf(
  source: SourceFile,
  { headers }: RequestParts,
  style: FileStyle,
): CopiedCode | undefined {
  const members: HeaderMember[] = [];
  for (const { name, value } of headers) {
    const read = name ? [namedHeader(source, name, value)] : headerMembers(source, value);
    for (const member of read ?? [undefined]) {
      if (!member || holdsLines(member.node)) return undefined;
      members.push(member);
    }
  }
  return mergedHeaders(source, members, style);
}

/** Whether code has something else to tell of an error without a response: `error.response?.data ?? error`. */
function hasFallback(name: TSESTree.Node): boolean {
  const response = name.parent;
  if (response?.type !== AST_NODE_TYPES.MemberExpression || response.property !== name)
    return false;
  let read: TSESTree.Node = response;
  while (read.parent.type === AST_NODE_TYPES.MemberExpression && read.parent.object === read) {
    if (read === response && !read.parent.optional) return false;
    read = read.parent;
  }
  const whole = wrapped(read);
  const { parent } = whole;
  if (parent?.type !== AST_NODE_TYPES.LogicalExpression || parent.operator === "&&") return false;
  const error = lastName(response.object);
  return (
    parent.left === whole &&
    [...descendants(parent.right)].some(
      (node) => node.type === AST_NODE_TYPES.Identifier && node.name === error,
    )
  );
}

const errorNames =
  /^(response|isAxiosError|AxiosError|HTTPError|FetchError|RequestError|ResponseError)$/;

/** The `catch` around a call: the clause, or what `.catch(…)` is given. */
function handlerIn(around: TSESTree.Node, call: TSESTree.Node): TSESTree.Node | undefined {
  if (around.type === AST_NODE_TYPES.TryStatement)
    return isWithin(call, around.block) ? (around.handler ?? undefined) : undefined;
  const isCaught =
    around.type === AST_NODE_TYPES.CallExpression &&
    calleeName(around) === "catch" &&
    isWithin(call, around.callee);
  return isCaught ? around.arguments[0] : undefined;
}

/** Whether a `catch` around a call reads what only the client's own errors have: `error.response`, `isAxiosError(error)`. */
function asksClientsError(call: TSESTree.CallExpression): boolean {
  for (const around of ancestors(call)) {
    const handler = handlerIn(around, call);
    for (const node of handler ? descendants(handler) : []) {
      const isNamed = node.type === AST_NODE_TYPES.Identifier && errorNames.test(node.name);
      if (isNamed && !hasFallback(node)) return true;
    }
  }
  return false;
}
