import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName, calleeOf, staticName } from "../../source/syntax.js";
import { absent, type Field, isAbsent, type Traced } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { lifetimesOf } from "./lifetime.js";
import { type SignedToken, writtenField } from "./signed-token.js";

// Encoders wrap each other a few times: base64url(Buffer.from(JSON.stringify(payload))).
const maxDepth = 12;

/** Methods that make another text of the one that they are called on. */
const textMethods = /^(digest|replace|replaceAll|slice|substring|toString|trim|update)$/;

/** A token that is put together of its three parts: `${header}.${payload}.${signature}`. */
export function byHand(tracer: Tracer, value: Traced): SignedToken | undefined {
  const [header, payload, signature, more] = partsOf(tracer, value) ?? [];
  if (!header || !payload || !signature || more) return undefined;
  const head = objectIn(tracer, header);
  const algorithm = head ? writtenField(tracer, head, "alg") : absent;
  if (algorithm.values.length === 0) return undefined;
  const body = objectIn(tracer, payload);
  const claim = (name: string): Field =>
    body ? writtenField(tracer, body, name) : { values: [], mayBeAbsent: true, isUnknown: true };
  return {
    ...{ at: value, payload: body, algorithm, claim },
    mac: hashOf(tracer, signature),
    lifetimes: lifetimesOf(tracer, claim("exp"), "epoch"),
    neverExpires: isAbsent(claim("exp")),
  };
}

/** The parts of a text that dots hold together; `undefined` where there is anything else between them. */
function partsOf(tracer: Tracer, value: Traced, depth = 0): readonly Traced[] | undefined {
  const [only, another] = tracer.alternatives(value);
  if (!only || another || depth > maxDepth) return undefined;
  const at = (node: TSESTree.Node): Traced => ({ ...only, node, holder: undefined });
  const join = (nodes: readonly TSESTree.Node[]): readonly Traced[] | undefined => {
    const parts = nodes.map((node) => partsOf(tracer, at(node), depth + 1));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  };
  const { node } = only;
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return node.value === "." ? [] : undefined;
    case AST_NODE_TYPES.TemplateLiteral:
      return node.quasis.every(({ value: { raw } }) => /^\.?$/.test(raw))
        ? join(node.expressions)
        : undefined;
    case AST_NODE_TYPES.BinaryExpression:
      return node.operator === "+" ? join([node.left, node.right]) : undefined;
    case AST_NODE_TYPES.CallExpression: {
      const callee = calleeOf(node);
      if (callee.type !== AST_NODE_TYPES.MemberExpression || staticName(callee) !== "join")
        return [only];
      return joinedList(tracer, at(callee.object));
    }
    default:
      return [only];
  }
}

/** The elements of `[header, payload].join(".")`, before `map` encodes each of them. */
function joinedList(tracer: Tracer, value: Traced): readonly Traced[] | undefined {
  const [list] = tracer.alternatives(value);
  if (list?.node.type === AST_NODE_TYPES.CallExpression && calleeName(list.node) === "map") {
    const callee = calleeOf(list.node);
    return callee.type === AST_NODE_TYPES.MemberExpression
      ? joinedList(tracer, { ...list, node: callee.object, holder: undefined })
      : undefined;
  }
  if (list?.node.type !== AST_NODE_TYPES.ArrayExpression) return undefined;
  const { source, given } = list;
  return list.node.elements.flatMap((node) => (node ? [{ source, node, given }] : []));
}

/** The object that is encoded in a part of a token: of `base64url(JSON.stringify(payload))`. */
function objectIn(tracer: Tracer, value: Traced, depth = 0): Traced | undefined {
  const [only, another] = tracer.alternatives(value);
  if (!only || another || depth > maxDepth) return undefined;
  if (only.node.type === AST_NODE_TYPES.ObjectExpression) return only;
  const inner = encodedBy(only.node);
  return inner && objectIn(tracer, { ...only, node: inner, holder: undefined }, depth + 1);
}

/** What a call encodes, its argument or what it is called on. */
function encodedBy(node: TSESTree.Node): TSESTree.Node | undefined {
  // btoa(String.fromCharCode(...new Uint8Array(bytes)))
  if (node.type === AST_NODE_TYPES.SpreadElement) return node.argument;
  if (node.type === AST_NODE_TYPES.NewExpression) return node.arguments[0];
  if (node.type !== AST_NODE_TYPES.CallExpression) return undefined;
  const callee = calleeOf(node);
  return callee.type === AST_NODE_TYPES.MemberExpression &&
    textMethods.test(staticName(callee) ?? "")
    ? callee.object
    : node.arguments[0];
}

/** The name of the hash that a signature is made with: of `createHmac("sha256", secret).update(…).digest(…)`. */
function hashOf(tracer: Tracer, value: Traced, depth = 0): Field {
  const [only, another] = tracer.alternatives(value);
  if (only?.node.type !== AST_NODE_TYPES.CallExpression || another || depth > maxDepth)
    return absent;
  const { source, given, node } = only;
  const [first] = node.arguments;
  if (calleeName(node) === "createHmac")
    return first
      ? { values: [{ source, node: first, given }], mayBeAbsent: false, isUnknown: false }
      : absent;
  const inner = encodedBy(node);
  return inner ? hashOf(tracer, { source, node: inner, given }, depth + 1) : absent;
}
