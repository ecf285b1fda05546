import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, isFunction, lastName, staticName } from "../../source/syntax.js";
import { absent, type Traced, unknown } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { isAbsent } from "../tracing/traced.js";
import { importedValue } from "../values/imported-value.js";
import { lifetimesOf } from "./lifetime.js";
import { argumentField, either, type SignedToken } from "./signed-token.js";

/** What a call that signs is given besides the claims. */
interface Signing {
  options: TSESTree.Node | undefined;
  /** Whether the application may set options for all calls. */
  hasDefaults: boolean;
}

/** `jwt.sign(payload, secret, options)`, promisified too, or with a callback; `jwtService.signAsync(payload, options)` of NestJS. */
export function byJsonwebtoken(tracer: Tracer, value: Traced): SignedToken | undefined {
  const { source, node } = value;
  const signing = signingOf(tracer, value);
  if (node.type !== AST_NODE_TYPES.CallExpression || !signing) return undefined;
  const { options, hasDefaults } = signing;
  const [payload] = node.arguments;
  const option = (name: string) => argumentField(tracer, value, options, name);
  const claim = (name: string) => (payload ? argumentField(tracer, value, payload, name) : unknown);
  const expiresIn = option("expiresIn");
  const [header] = option("header").values;
  const headerAlgorithm = header ? argumentField(tracer, header, header.node, "alg") : absent;
  return {
    at: value,
    payload: payload && { source, node: payload, given: value.given },
    algorithm: headerAlgorithm.values.length > 0 ? headerAlgorithm : option("algorithm"),
    claim: (name) => (name === "sub" ? either(claim("sub"), option("subject")) : claim(name)),
    lifetimes: [
      ...lifetimesOf(tracer, expiresIn, "seconds"),
      ...lifetimesOf(tracer, claim("exp"), "epoch"),
    ],
    neverExpires: !hasDefaults && isAbsent(expiresIn) && isAbsent(claim("exp")),
  };
}

function signingOf(tracer: Tracer, value: Traced): Signing | undefined {
  const { node, source } = value;
  if (node.type !== AST_NODE_TYPES.CallExpression) return undefined;
  if (node.arguments.some(({ type }) => type === AST_NODE_TYPES.SpreadElement)) return undefined;
  const [, second, third] = node.arguments;
  if (isSign(tracer, value, node))
    return { options: isFunction(third) ? undefined : third, hasDefaults: false };
  return isServiceSign(source, calleeOf(node)) ? { options: second, hasDefaults: true } : undefined;
}

/** `this.jwtService.signAsync` in a file that imports NestJS' service. */
function isServiceSign({ text }: SourceFile, callee: TSESTree.Node): boolean {
  return (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    /^sign(Async)?$/.test(staticName(callee) ?? "") &&
    /jwt/i.test(lastName(callee.object) ?? "") &&
    text.includes("@nestjs/jwt")
  );
}

/** Whether a call calls jsonwebtoken's `sign`, or what `promisify` makes of it. */
export function isSign(
  tracer: Tracer,
  { given, source }: Traced,
  call: TSESTree.CallExpression,
): boolean {
  const callee = calleeOf(call);
  if (isSignItself(source, callee)) return true;
  const [signer] = tracer.alternatives({ source, node: callee, given });
  if (!signer) return false;
  if (signer.node.type !== AST_NODE_TYPES.CallExpression)
    return isSignItself(signer.source, signer.node);
  const [promisified] = signer.node.arguments;
  return (
    calleeName(signer.node) === "promisify" &&
    promisified !== undefined &&
    isSignItself(signer.source, promisified)
  );
}

function isSignItself(source: SourceFile, expression: TSESTree.Node): boolean {
  const imported = importedValue(source, expression);
  return imported?.module === "jsonwebtoken" && imported.path.join() === "sign";
}
