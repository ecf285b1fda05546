import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeOf, staticName, unwrap } from "../../source/syntax.js";
import { importedValue } from "../values/imported-value.js";
import { membersNamed, partsOf } from "../values/class-members.js";
import { classOf } from "../values/definition.js";
import { originOf } from "../values/origin.js";
import { constantValue, propertyValue, staticTexts } from "../values/static-text.js";
import { constantSource } from "../values/value-sources.js";

/** The clients whose requests are read. */
export type ClientName =
  "axios" | "got" | "ky" | "node:http" | "ofetch" | "request" | "superagent" | "undici";

/** A client, or one of its functions: `axios.create({ baseURL }).post` has the base and the path `["post"]`. */
export interface HttpClient {
  name: ClientName;
  /** The texts that its base URL can be; `[""]` where it has none. */
  bases: readonly string[];
  path: readonly string[];
}

/** The packages of each client, and the names of its global where scripts or frameworks have one. */
const packages: Record<ClientName, { modules: RegExp; global?: string; exported?: RegExp }> = {
  axios: { modules: /^axios$/, global: "axios", exported: /^axios$/ },
  got: { modules: /^(got|got-cjs|got-scraping)$/, exported: /^got$/ },
  ky: { modules: /^(ky|ky-universal)$/, global: "ky" },
  "node:http": { modules: /^(https?|http2|follow-redirects)$/, exported: /^https?$/ },
  ofetch: {
    modules: /^(ofetch|ohmyfetch)(\/node)?$/,
    global: "$fetch",
    exported: /^(\$fetch|ofetch)$/,
  },
  request: { modules: /^(request|request-promise(-native)?|@cypress\/request|postman-request)$/ },
  superagent: { modules: /^superagent$/, global: "superagent" },
  undici: { modules: /^undici$/ },
};

const instanceMakers = /^(create|defaults|extend|instance)$/;
const baseOptions = ["baseURL", "prefixUrl", "prefix", "baseUrl"];

// Longer chains of names and instances are not followed; it also ends `const a = b, b = a`.
const maxDepth = 12;

/** The client that an expression is, or is a function of; `undefined` for everything else. */
export function httpClient(
  source: SourceFile,
  expression: TSESTree.Node,
  depth = 0,
): HttpClient | undefined {
  if (depth > maxDepth) return undefined;
  const node = unwrap(expression);
  const imported = importedValue(source, node);
  if (imported)
    return ofPackage(imported.module, imported.path) ?? ofOtherFile(source, node, depth);
  switch (node.type) {
    case AST_NODE_TYPES.AwaitExpression:
      return httpClient(source, node.argument, depth + 1);
    case AST_NODE_TYPES.CallExpression:
      return ofInstance(source, node, depth);
    case AST_NODE_TYPES.Identifier:
      return ofName(source, node, depth);
    case AST_NODE_TYPES.MemberExpression: {
      const name = staticName(node);
      const owner = name === undefined ? undefined : httpClient(source, node.object, depth + 1);
      if (owner && name !== undefined) return { ...owner, path: [...owner.path, name] };
      return name === undefined ? undefined : ofField(source, node.object, name, depth);
    }
    default:
      return undefined;
  }
}

function ofPackage(module: string, path: readonly string[]): HttpClient | undefined {
  for (const [name, { modules, exported }] of Object.entries(packages)) {
    if (!modules.test(module)) continue;
    const [first, ...rest] = path;
    const isWhole = first !== undefined && exported?.test(first) === true;
    return { name: name as ClientName, bases: [""], path: isWhole ? rest : path };
  }
  return undefined;
}

/** Whether a module is the package of a client. */
export function isClientPackage(module: string): boolean {
  return ofPackage(module, []) !== undefined;
}

/** An instance, or a field of a client, that another file of the project exports. */
function ofOtherFile(
  source: SourceFile,
  node: TSESTree.Node,
  depth: number,
): HttpClient | undefined {
  const origin = originOf(source, node);
  const client = origin && httpClient(origin.source, origin.node, depth + 1);
  return client && { ...client, path: [...client.path, ...origin.path] };
}

function ofName(
  source: SourceFile,
  node: TSESTree.Identifier,
  depth: number,
): HttpClient | undefined {
  const variable = bindingOf(source, node);
  if (!variable) {
    const found = Object.entries(packages).find(([, { global }]) => global === node.name);
    return found && { name: found[0] as ClientName, bases: [""], path: [] };
  }
  const origin = constantSource(variable);
  const client = origin && httpClient(source, origin.expression, depth + 1);
  return client && { ...client, path: [...client.path, ...origin.path] };
}

/** `axios.create({ baseURL })`, `got.extend({ prefixUrl })`. */
function ofInstance(
  source: SourceFile,
  call: TSESTree.CallExpression,
  depth: number,
): HttpClient | undefined {
  const maker = httpClient(source, calleeOf(call), depth + 1);
  if (!maker || !instanceMakers.test(maker.path.at(-1) ?? "")) return undefined;
  const [options] = call.arguments;
  const base = options && baseIn(source, options);
  return {
    ...maker,
    bases: base ? joined(maker.bases, staticTexts(source, base)) : maker.bases,
    path: [],
  };
}

/** The base URL that options give. */
export function baseIn(source: SourceFile, options: TSESTree.Node): TSESTree.Node | undefined {
  const object = constantValue(source, options) ?? options;
  for (const name of baseOptions) {
    const value = propertyValue(object, [name]);
    if (value) return value;
  }
  return undefined;
}

/** A path after a base, as clients join them; a whole URL stands for itself. */
export function joined(bases: readonly string[], paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    bases.map((base) =>
      base === "" || /^[a-z]+:\/\//i.test(path)
        ? path
        : `${base.replace(/\/$/, "")}/${path.replace(/^\//, "")}`,
    ),
  );
}

/** `this.http`, for a field that the class sets to a client. */
function ofField(
  source: SourceFile,
  object: TSESTree.Node,
  name: string,
  depth: number,
): HttpClient | undefined {
  const owner = classOf(source, object);
  const [member, another] = owner ? membersNamed(owner, name) : [];
  const fields = [member, another].flatMap((each) => (each ? [partsOf(each).value] : []));
  for (const value of fields) {
    const client = value && owner ? httpClient(owner.source, value, depth + 1) : undefined;
    if (client) return client;
  }
  return undefined;
}
