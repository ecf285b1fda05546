import type { Field, Traced } from "../tracing/traced.js";
import { Tracer } from "../tracing/tracer.js";
import { asked, bodyOf, type UpdateCall } from "./update-call.js";

/** A user as an update call sends it. */
export interface SentUser {
  /** The object `{ user_id, traits }`. */
  user: Traced;
  /** The objects that its traits can be; none where they cannot be read. */
  traits: readonly Traced[];
}

/** The users that an update call sends: those of its list, or the one that its body is. */
export interface SentUsers {
  users: readonly SentUser[];
  /** Whether there may be others, which cannot be read. */
  isUnknown: boolean;
}

/**
 * The users that an update call sends.
 *
 * @returns `undefined` where they are the same whatever the call of the function around the request gives
 */
export function sentUsers(call: UpdateCall): SentUsers | undefined {
  return asked(call, (tracer, given) => {
    const body = bodyOf(call, tracer, given);
    if (!body) return { users: [], isUnknown: true };
    const { values, isUnknown } = tracer.field(body, "users");
    if (values.length === 0 && tracer.field(body, "user_id").values.length > 0)
      return { users: [sentUser(tracer, body)], isUnknown: false };
    const lists = values.map((each) => tracer.elements(each));
    return {
      users: lists.flatMap((list) =>
        list.values
          .flatMap((each) => tracer.alternatives(each))
          .map((each) => sentUser(tracer, each)),
      ),
      isUnknown: isUnknown || lists.some((list) => list.isUnknown),
    };
  });
}

function sentUser(tracer: Tracer, user: Traced): SentUser {
  const { values } = tracer.field(user, "traits");
  return { user, traits: values.flatMap((each) => tracer.alternatives(each)) };
}

/** What traits say of one of their keys. */
export function traitField(traits: Traced, name: string): Field {
  return new Tracer().resolvedField(traits, name);
}
