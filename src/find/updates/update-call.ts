import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { oncePerState } from "../../source/modules.js";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName } from "../../source/syntax.js";
import { type HaloRequest, haloRequest, updateRoute } from "../requests/halo-request.js";
import type { Settings } from "../settings.js";
import type { Field, Given, Traced } from "../tracing/traced.js";
import { Tracer } from "../tracing/tracer.js";
import { type ReachedCall, reachedCalls } from "../uses/reached-calls.js";
import { mayUpdate } from "./update-candidate.js";

/** A call that sends users to the update route, itself or through functions of the project. */
export type UpdateCall = ReachedCall<HaloRequest>;

/**
 * The update calls of a file, in the order of the source: its requests, and its calls of functions of this file or
 * another that make one. What a function decides by itself is told at its request, by {@link bodyField} and the like.
 */
export const updateCallsOf = oncePerState((source, settings: Settings): readonly UpdateCall[] =>
  reachedCalls(source, {
    mayHold: mayUpdate,
    read: (file, call) =>
      call.type === AST_NODE_TYPES.CallExpression
        ? haloRequest(file, call, updateRoute, settings)
        : undefined,
  }),
);

/** An answer about a call; `undefined` where it is given already at the call that a function of the project makes. */
export function asked<T>(
  call: Pick<ReachedCall<unknown>, "given">,
  question: (tracer: Tracer, given: Given) => T,
): T | undefined {
  const tracer = new Tracer();
  const answer = question(tracer, call.given ?? new Map());
  return call.given && !tracer.usedGiven ? undefined : answer;
}

/**
 * What an update call's body says of one of its keys.
 *
 * @returns `undefined` where the body says it whatever the call of the function around the request gives
 */
export function bodyField(call: UpdateCall, name: string): Field | undefined {
  return asked(call, (tracer, given) => fieldOf(call, name, tracer, given));
}

/** The same, whoever decides it: the call or the function around the request. */
export function settledBodyField(call: UpdateCall, name: string): Field {
  return fieldOf(call, name, new Tracer(), call.given ?? new Map());
}

function fieldOf(call: UpdateCall, name: string, tracer: Tracer, given: Given): Field {
  const body = bodyOf(call, tracer, given);
  return body
    ? tracer.resolvedField(body, name)
    : { values: [], mayBeAbsent: true, isUnknown: true };
}

/** The object that is sent, before it is made JSON of. */
export function bodyOf(
  { source, reached: { sent, call } }: UpdateCall,
  tracer: Tracer,
  given: Given,
): Traced | undefined {
  const options = call.arguments[1];
  const written = sent
    ? [{ source, node: sent, given }]
    : options
      ? tracer.field({ source, node: options, given }, "body").values
      : [];
  const [text] = written.flatMap((each) => tracer.alternatives(each));
  if (text?.node.type !== AST_NODE_TYPES.CallExpression) return text ?? undefined;
  const [object] = text.node.arguments;
  return calleeName(text.node) === "stringify" && object ? { ...text, node: object } : text;
}

/** The object literal of a file that is sent, where there is just one. */
export function bodyLiteral(
  source: SourceFile,
  call: UpdateCall,
): TSESTree.ObjectExpression | undefined {
  const tracer = new Tracer();
  const body = bodyOf(call, tracer, call.given ?? new Map());
  const [literal, another] = body ? tracer.alternatives(body) : [];
  return literal?.node.type === AST_NODE_TYPES.ObjectExpression &&
    literal.source.ast === source.ast &&
    !another
    ? literal.node
    : undefined;
}
