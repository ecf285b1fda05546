import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeOf, staticName, unwrap, wrapped } from "../../source/syntax.js";
import { absent, type Field, isAbsent, type Traced, unknown } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { importedValue } from "../values/imported-value.js";
import { constantSource } from "../values/value-sources.js";
import { lifetimesOf } from "./lifetime.js";
import { argumentField, either, type SignedToken } from "./signed-token.js";

/** A builder, and what each of its methods is given. */
interface Builder {
  made: TSESTree.NewExpression;
  given: ReadonlyMap<string, TSESTree.Node | undefined>;
}

/** `new SignJWT(payload).setProtectedHeader({ alg }).setExpirationTime("5m").sign(key)` */
export function byJose(tracer: Tracer, value: Traced): SignedToken | undefined {
  const { source, node } = value;
  const builder = builderOf(source, node);
  if (!builder?.given.has("sign")) return undefined;
  const [payload] = builder.made.arguments;
  const claim = (name: string): Field =>
    payload ? argumentField(tracer, value, payload, name) : absent;
  const set = (method: string): Field => {
    if (!builder.given.has(method)) return absent;
    const argument = builder.given.get(method);
    if (!argument) return unknown;
    return {
      values: [{ source, node: argument, given: value.given }],
      mayBeAbsent: false,
      isUnknown: false,
    };
  };
  const expiry = either(set("setExpirationTime"), claim("exp"));
  return {
    at: value,
    payload: payload && { source, node: payload, given: value.given },
    algorithm: argumentField(tracer, value, builder.given.get("setProtectedHeader"), "alg"),
    claim: (name) => (name === "sub" ? either(claim("sub"), set("setSubject")) : claim(name)),
    lifetimes: lifetimesOf(tracer, expiry, "epoch"),
    neverExpires: isAbsent(expiry),
  };
}

/** Reads a chain of calls from its end, on through the name that may hold its beginning. */
function builderOf(source: SourceFile, end: TSESTree.Node): Builder | undefined {
  const given = new Map<string, TSESTree.Node | undefined>();
  let node = unwrap(end);
  while (node.type === AST_NODE_TYPES.CallExpression) {
    const callee = calleeOf(node);
    if (callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
    given.set(staticName(callee) ?? "", node.arguments[0]);
    node = unwrap(callee.object);
    if (node.type === AST_NODE_TYPES.Identifier) node = heldBuilder(source, node, given);
  }
  if (node.type !== AST_NODE_TYPES.NewExpression) return undefined;
  const imported = importedValue(source, calleeOf(node));
  const isBuilder =
    imported !== undefined &&
    /^jose(\/|$)/.test(imported.module) &&
    imported.path.at(-1) === "SignJWT";
  return isBuilder ? { made: node, given } : undefined;
}

/** What a name holds, its methods that are called elsewhere noted: `builder.setExpirationTime("5m");` */
function heldBuilder(
  source: SourceFile,
  name: TSESTree.Identifier,
  given: Map<string, TSESTree.Node | undefined>,
): TSESTree.Node {
  const variable = bindingOf(source, name);
  const held = variable && constantSource(variable);
  if (held?.path.length !== 0) return name;
  for (const { identifier } of variable?.references ?? []) {
    let member = wrapped(identifier).parent;
    while (member?.type === AST_NODE_TYPES.MemberExpression) {
      const call = wrapped(member).parent;
      if (call?.type !== AST_NODE_TYPES.CallExpression || calleeOf(call) !== member) break;
      given.set(staticName(member) ?? "", call.arguments[0]);
      member = wrapped(call).parent;
    }
  }
  return unwrap(held.expression);
}
