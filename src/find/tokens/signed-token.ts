import type { TSESTree } from "@typescript-eslint/types";
import { absent, type Field, type Traced } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import type { Lifetime } from "./lifetime.js";

/** A token, as the code that signs it has it. */
export interface SignedToken {
  /** The call that signs it, or the text that is put together of its parts. */
  at: Traced;
  /** The object of its claims. */
  payload: Traced | undefined;
  /** What says by which algorithm it is signed; absent where that is HS256 by default. */
  algorithm: Field;
  /** The algorithm of a signature that is made by hand. */
  mac?: Field;
  /** What its claim of a name is, as it is written. */
  claim: (name: string) => Field;
  /** What says when it expires, each with what it says: `undefined` where that cannot be known. */
  lifetimes: readonly Lifetime[];
  /** Whether nothing says that it expires. */
  neverExpires: boolean;
}

/** Reads how a value is signed by one library. */
export type TokenReader = (tracer: Tracer, value: Traced) => SignedToken | undefined;

/** What an argument of a call, an object, says of a property. */
export function argumentField(
  tracer: Tracer,
  call: Traced,
  argument: TSESTree.Node | undefined,
  name: string,
): Field {
  return argument
    ? writtenField(tracer, { ...call, node: argument, holder: undefined }, name)
    : absent;
}

/** What an object says of a property, as it is written; what a call of the function around leaves out is absent. */
export function writtenField(tracer: Tracer, object: Traced, name: string): Field {
  const field = tracer.field(object, name);
  const values = field.values.filter((each) => tracer.alternatives(each).length > 0);
  return {
    ...field,
    values,
    mayBeAbsent: field.mayBeAbsent || values.length < field.values.length,
  };
}

/** The fields of which either may say a thing. */
export function either(...fields: readonly Field[]): Field {
  return {
    values: fields.flatMap(({ values }) => values),
    mayBeAbsent: fields.every(({ mayBeAbsent }) => mayBeAbsent),
    isUnknown: fields.some(({ isUnknown }) => isUnknown),
  };
}
