import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { sdk } from "../halo/sdk.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeName, isFunction } from "../source/syntax.js";
import { type HaloRequest, haloRequest, identifyRoute } from "./requests/halo-request.js";
import type { haloValues } from "./values/halo-value.js";
import { importedValue } from "./values/imported-value.js";
import { iterationAt } from "./iterations/iterations.js";
import type { Settings } from "./settings.js";
import { constantValue, propertyValue } from "./values/static-text.js";

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

/** A request to the identify route. */
export interface RestIdentify extends HaloRequest {
  reach: "rest";
  /** The `user_id` of the body; `undefined` where the body cannot be read off. */
  id: TSESTree.Node | undefined;
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
  const request = haloRequest(source, call, identifyRoute, settings);
  if (!request) return undefined;
  const id = request.body && propertyValue(request.body, ["user_id"]);
  return { reach: "rest", ...request, id };
}
