import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { oncePerState } from "../source/modules.js";
import type { SourceFile } from "../source/source-file.js";
import { identifyCall, type IdentifyCall } from "./identify-call.js";
import type { Settings } from "./settings.js";
import type { Given, Traced } from "./tracing/traced.js";
import { Tracer } from "./tracing/tracer.js";
import { sentUsers } from "./updates/sent-users.js";
import { updateCallsOf } from "./updates/update-call.js";
import { mayUpdate } from "./updates/update-candidate.js";
import { type ReachedCall, reachedCalls } from "./uses/reached-calls.js";
import { haloValues } from "./values/halo-value.js";

/** The traits of one user, as a call of identify or update sends them. */
export interface SentTraits {
  by: "identify" | "update";
  /** The call in the file that is looked at. */
  site: ReachedCall<unknown>["site"];
  /** Whether the site calls a function of the project that sends them. */
  isIndirect: boolean;
  /** The object that they are. */
  traits: Traced;
  /** Whether the object is what the site hands to a function. */
  isGiven: boolean;
}

/** A call of identify, itself or through functions of the project, and the traits that it sends. */
export interface IdentifyTraits extends ReachedCall<IdentifyCall> {
  /** The objects that they can be; none where they cannot be read. */
  traits: readonly Traced[];
  /** Whether the call certainly sends none. */
  hasNone: boolean;
  isGiven: boolean;
}

/** The calls of a file that identify, and the traits that they send, in the order of the source. */
export const identifyTraits = oncePerState(
  (source, settings: Settings): readonly IdentifyTraits[] =>
    reachedCalls(source, {
      mayHold: (text) => mayIdentify(text, settings),
      read: (file, call) =>
        call.type === AST_NODE_TYPES.CallExpression
          ? identifyCall(file, haloValues(file, settings), call, settings)
          : undefined,
    }).map(withTraits),
);

/** Whether a file's text can hold a call that identifies. */
export function mayIdentify(text: string, { wrappers }: Settings): boolean {
  return /identify|halo/i.test(text) || wrappers.some(({ name }) => text.includes(name));
}

/** Whether a file's text can hold traits that are sent. */
export function maySendTraits(text: string, settings: Settings): boolean {
  return mayIdentify(text, settings) || mayUpdate(text);
}

function withTraits(call: ReachedCall<IdentifyCall>): IdentifyTraits {
  const tracer = new Tracer();
  const given = call.given ?? new Map();
  const { values, hasNone } = traitsOf(call, tracer, given);
  const traits = values.flatMap((each) => tracer.alternatives(each));
  // A parameter that the call leaves out leads to nothing.
  const isLeftOut = values.length > 0 && traits.length === 0;
  return { ...call, traits, hasNone: hasNone || isLeftOut, isGiven: tracer.usedGiven };
}

function traitsOf(
  { source, reached }: ReachedCall<IdentifyCall>,
  tracer: Tracer,
  given: Given,
): { values: readonly Traced[]; hasNone: boolean } {
  const at = (node: TSESTree.Node): Traced => ({ source, node, given });
  if (reached.reach !== "rest") {
    const hasNone = reached.id !== undefined && reached.traits === undefined;
    return { values: reached.traits ? [at(reached.traits)] : [], hasNone };
  }
  const field = reached.body && tracer.field(at(reached.body), "traits");
  if (!field) return { values: [], hasNone: false };
  const { values, isUnknown, mayBeAbsent } = field;
  return { values, hasNone: values.length === 0 && mayBeAbsent && !isUnknown };
}

/** The traits that the calls of a file send, by identify and by update, where they can be read. */
export function sentTraits(source: SourceFile, settings: Settings): SentTraits[] {
  const identified = identifyTraits(source, settings).flatMap(({ site, given, traits, isGiven }) =>
    traits.map((each): SentTraits => {
      return { by: "identify", site, isIndirect: given !== undefined, traits: each, isGiven };
    }),
  );
  const updated = updateCallsOf(source, settings).flatMap((call) =>
    (sentUsers(call)?.users ?? []).flatMap(({ traits }) =>
      traits.map((each): SentTraits => {
        const isIndirect = call.given !== undefined;
        return { by: "update", site: call.site, isIndirect, traits: each, isGiven: true };
      }),
    ),
  );
  return [...identified, ...updated];
}
