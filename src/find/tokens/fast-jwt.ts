import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { calleeOf } from "../../source/syntax.js";
import { isAbsent, type Traced, unknown } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { importedValue } from "../values/imported-value.js";
import { lifetimesOf } from "./lifetime.js";
import { argumentField, either, type SignedToken } from "./signed-token.js";

/** `sign(payload)`, for `const sign = createSigner({ key, algorithm, expiresIn })`. */
export function byFastJwt(tracer: Tracer, value: Traced): SignedToken | undefined {
  const { source, node, given } = value;
  if (node.type !== AST_NODE_TYPES.CallExpression) return undefined;
  const [signer] = tracer.alternatives({ source, node: calleeOf(node), given });
  if (signer?.node.type !== AST_NODE_TYPES.CallExpression) return undefined;
  const imported = importedValue(signer.source, calleeOf(signer.node));
  if (imported?.module !== "fast-jwt" || imported.path.join() !== "createSigner") return undefined;
  const [options] = signer.node.arguments;
  const [payload] = node.arguments;
  const option = (name: string) => argumentField(tracer, signer, options, name);
  const claim = (name: string) => (payload ? argumentField(tracer, value, payload, name) : unknown);
  const expiresIn = option("expiresIn");
  return {
    at: value,
    payload: payload && { source, node: payload, given },
    algorithm: option("algorithm"),
    claim: (name) => (name === "sub" ? either(claim("sub"), option("sub")) : claim(name)),
    lifetimes: [
      ...lifetimesOf(tracer, expiresIn, "milliseconds"),
      ...lifetimesOf(tracer, claim("exp"), "epoch"),
    ],
    neverExpires: isAbsent(expiresIn) && isAbsent(claim("exp")),
  };
}
