import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { httpClient, isClientPackage } from "../find/requests/http-client.js";
import { importedValue } from "../find/values/imported-value.js";
import { constantValue } from "../find/values/static-text.js";
import { constantSource } from "../find/values/value-sources.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeName, calleeOf, staticName, unwrap } from "../source/syntax.js";
import type { KnownClient } from "./known-clients.js";

/** A client of which this file shows all that it adds to a request. */
export interface VisibleClient {
  /** The options that an instance was made with; `undefined` for the package itself. */
  options: TSESTree.ObjectExpression | undefined;
}

/** The client that a callee is, or is a function of; `undefined` where other code may add to its requests. */
export function visibleClient(
  source: SourceFile,
  callee: TSESTree.Node,
  known: KnownClient,
): VisibleClient | undefined {
  const owner = ownerOf(source, callee);
  if (owner.type !== AST_NODE_TYPES.Identifier) return undefined;
  const variable = bindingOf(source, owner);
  if (variable && isSetUpElsewhere(variable)) return undefined;
  if (isPackage(source, owner)) return { options: undefined };
  const made = variable && constantSource(variable);
  return made?.path.length === 0 && made.expression.type === AST_NODE_TYPES.CallExpression
    ? instanceMadeBy(source, made.expression, known)
    : undefined;
}

/** `api` of `api.post`; a callee that is called by its own name, as `got(url)` and undici's `request(url)`, is its own. */
function ownerOf(source: SourceFile, callee: TSESTree.Node): TSESTree.Node {
  const isMember = callee.type === AST_NODE_TYPES.MemberExpression;
  const object = isMember ? unwrap(callee.object) : callee;
  return isMember && httpClient(source, object) ? object : callee;
}

function isPackage(source: SourceFile, name: TSESTree.Identifier): boolean {
  const imported = importedValue(source, name);
  return imported ? isClientPackage(imported.module) : !bindingOf(source, name);
}

/** `axios.create({ baseURL, headers })`, of the package itself. */
function instanceMadeBy(
  source: SourceFile,
  call: TSESTree.CallExpression,
  known: KnownClient,
): VisibleClient | undefined {
  const callee = calleeOf(call);
  const isMaker =
    callee.type === AST_NODE_TYPES.MemberExpression && calleeName(call) === known.maker;
  const maker = isMaker ? visibleClient(source, unwrap(callee.object), known) : undefined;
  const [options, another] = call.arguments;
  if (!maker || maker.options || another) return undefined;
  const object = options && optionsObject(source, options);
  return options && !object ? undefined : { options: object };
}

/** The object literal that options are, where nothing can add to it: its name is only handed to calls. */
export function optionsObject(
  source: SourceFile,
  options: TSESTree.Node,
): TSESTree.ObjectExpression | undefined {
  const object = unwrap(constantValue(source, options) ?? options);
  if (object.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  const references = bindingOf(source, unwrap(options))?.references ?? [];
  const isWhole = references.every(
    ({ identifier: { parent }, init }) => init ?? parent.type === AST_NODE_TYPES.CallExpression,
  );
  return isWhole ? object : undefined;
}

/**
 * Whether a client is used for anything but calls of it and its functions: `axios.defaults.timeout = 1`,
 * `api.interceptors.request.use(…)`, `addRetries(api)`, `export default api`.
 */
function isSetUpElsewhere({ defs, references }: Variable): boolean {
  const declaration = defs[0]?.node.parent;
  if (declaration?.parent?.type === AST_NODE_TYPES.ExportNamedDeclaration) return true;
  return references.some(({ identifier, init }) => {
    if (init) return false;
    const { parent } = identifier;
    const used =
      parent.type === AST_NODE_TYPES.MemberExpression && staticName(parent) !== "use"
        ? parent
        : identifier;
    return used.parent.type !== AST_NODE_TYPES.CallExpression || calleeOf(used.parent) !== used;
  });
}
