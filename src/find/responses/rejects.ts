import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeOf, unwrap } from "../../source/syntax.js";
import { Tracer } from "../tracing/tracer.js";
import type { Traced } from "../tracing/traced.js";
import type { UpdateCall } from "../updates/update-call.js";
import { functionOf } from "../values/definition.js";
import { returnedBy } from "../values/returned-by.js";

/**
 * Whether the promise of a request is rejected where the answer is no success: by axios, got, ky, ofetch and superagent, unless
 * they are told otherwise. fetch never does, undici where it is told to.
 *
 * @returns `undefined` where nothing is known of the client
 */
export function rejects({ source, reached }: UpdateCall): boolean | undefined {
  switch (reached.client) {
    case "fetch":
      return false;
    case "undici":
      return mayThrow(source, reached.call) ? undefined : false;
    case "axios":
    case "got":
    case "ky":
    case "ofetch":
    case "superagent":
      return !optionsOf(source, reached.call).some(acceptsFailures);
    default:
      return undefined;
  }
}

/** Whether undici may have been told to throw: by the option for it, or by a dispatcher, which may hold an interceptor. */
function mayThrow(source: SourceFile, call: TSESTree.CallExpression): boolean {
  return optionsOf(source, call).some((options) =>
    ["dispatcher", "throwOnError"].some((name) => {
      const { values } = new Tracer().resolvedField(options, name);
      return values.some(({ node }) => !isLiteral(node, false));
    }),
  );
}

/** The objects of options: those of the call, and those of the instance that makes it. */
function optionsOf(source: SourceFile, call: TSESTree.CallExpression): Traced[] {
  const at = (node: TSESTree.Node): Traced => ({ source, node, given: new Map() });
  const callee = calleeOf(call);
  const client = callee.type === AST_NODE_TYPES.MemberExpression ? callee.object : callee;
  const instances = new Tracer().alternatives(at(client)).flatMap((each) => {
    const made = unwrap(each.node);
    return made.type === AST_NODE_TYPES.CallExpression
      ? made.arguments.map((node): Traced => ({ ...each, node }))
      : [];
  });
  return [...call.arguments.map(at), ...instances];
}

function acceptsFailures(options: Traced): boolean {
  const tracer = new Tracer();
  const valuesOf = (name: string): readonly Traced[] => tracer.resolvedField(options, name).values;
  return (
    valuesOf("throwHttpErrors").some(({ node }) => isLiteral(node, false)) ||
    valuesOf("ignoreResponseError").some(({ node }) => isLiteral(node, true)) ||
    valuesOf("validateStatus").some(isAlwaysValid)
  );
}

/** `null`, `() => true`, `(status) => status < 500`. */
function isAlwaysValid({ source, node }: Traced): boolean {
  if (isLiteral(node, null)) return true;
  const fn = functionOf(source, node);
  return (fn ? returnedBy(fn.node) : []).some((result) => {
    const value = unwrap(result);
    if (value.type !== AST_NODE_TYPES.BinaryExpression) return isLiteral(value, true);
    const limit = unwrap(value.right);
    return (
      /^<=?$/.test(value.operator) &&
      limit.type === AST_NODE_TYPES.Literal &&
      Number(limit.value) >= 400
    );
  });
}

function isLiteral(node: TSESTree.Node, value: unknown): boolean {
  const literal = unwrap(node);
  return literal.type === AST_NODE_TYPES.Literal && literal.value === value && literal.raw !== "";
}
