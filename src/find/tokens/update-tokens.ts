import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf } from "../../source/source-file.js";
import { calleeOf, isFunction, isWithin, wrapped } from "../../source/syntax.js";
import type { Traced } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { promiseOf } from "../values/promised-value.js";
import { byFastJwt } from "./fast-jwt.js";
import { byHand } from "./hand-written.js";
import { byJose } from "./jose.js";
import { byJsonwebtoken, isSign } from "./jsonwebtoken.js";
import { secretIn } from "./secret-flow.js";
import type { SignedToken, TokenReader } from "./signed-token.js";

/** What a value that is sent as a token is. */
export type SentToken =
  | { kind: "signed"; token: SignedToken }
  | { kind: "secret"; at: Traced }
  | { kind: "written"; at: Traced }
  | { kind: "unknown" };

const readers: readonly TokenReader[] = [byJsonwebtoken, byJose, byFastJwt, byHand];

/** A whole token, as somebody pasted it. */
const tokenText = /^eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}$/;

// A promise in a callback of a promise is as deep as code goes.
const maxDepth = 4;

/** What a value that is sent as a token can be. */
export function sentTokens(tracer: Tracer, value: Traced, depth = 0): readonly SentToken[] {
  if (secretIn(tracer, value)) return [{ kind: "secret", at: value }];
  return tracer.alternatives(value).flatMap((each): readonly SentToken[] => {
    const token = readers.map((read) => read(tracer, each)).find((read) => read !== undefined);
    if (token) return [{ kind: "signed", token }];
    if (each.node.type === AST_NODE_TYPES.Literal && tokenText.test(String(each.node.value)))
      return [{ kind: "written", at: each }];
    const inner = depth < maxDepth ? handedBack(tracer, each) : [];
    return inner.length > 0
      ? inner.flatMap((next) => sentTokens(tracer, next, depth + 1))
      : [{ kind: "unknown" }];
  });
}

/** The values that a callback or a promise brings. */
function handedBack(tracer: Tracer, value: Traced): readonly Traced[] {
  const { node, source, given } = value;
  if (node.type === AST_NODE_TYPES.NewExpression)
    return resolvedWith(value, node).map((each) => ({ source, node: each, given }));
  if (node.type !== AST_NODE_TYPES.Identifier) return [];
  const definition = bindingOf(source, node)?.defs[0];
  const promise =
    isFunction(definition?.node) && definition.node.params[0] === definition.name
      ? promiseOf(definition.node)
      : undefined;
  if (promise) return [{ source, node: promise, given }];
  const call = callBackTo(value, node);
  return call && isSign(tracer, value, call) ? [{ source, node: call, given }] : [];
}

/** The call whose callback is given a value after an error: of `jwt.sign(…, (error, token) => …)`. */
function callBackTo(
  { source }: Traced,
  name: TSESTree.Identifier,
): TSESTree.CallExpression | undefined {
  const definition = bindingOf(source, name)?.defs[0];
  if (!definition || !isFunction(definition.node)) return undefined;
  const { params } = definition.node;
  const callback = wrapped(definition.node);
  const isResult = params[1] !== undefined && isWithin(definition.name, params[1]);
  const { parent } = callback;
  return isResult &&
    parent?.type === AST_NODE_TYPES.CallExpression &&
    parent.arguments.at(-1) === callback
    ? parent
    : undefined;
}

/** What a promise is resolved with: `token` of `new Promise((resolve) => sign((error, token) => resolve(token)))`. */
function resolvedWith({ source }: Traced, made: TSESTree.NewExpression): TSESTree.Node[] {
  const [executor] = made.arguments;
  const callee = calleeOf(made);
  const isPromise = callee.type === AST_NODE_TYPES.Identifier && callee.name === "Promise";
  const resolve = isPromise && isFunction(executor) ? executor.params[0] : undefined;
  const references = resolve ? (bindingOf(source, resolve)?.references ?? []) : [];
  return references.flatMap(({ identifier }) => {
    const { parent } = identifier;
    const isCalled =
      parent.type === AST_NODE_TYPES.CallExpression && calleeOf(parent) === identifier;
    return isCalled && parent.arguments[0] ? [parent.arguments[0]] : [];
  });
}
