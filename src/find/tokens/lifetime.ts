import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { clockNumbers, type ClockNumber } from "../tracing/clock-number.js";
import type { Field, Traced } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { staticTexts, unknownPart } from "../values/static-text.js";
import { secondsIn } from "./duration-text.js";

/** What code says of when a token expires. */
export interface Lifetime {
  /** The expression that says it, as it is written. */
  value: Traced;
  /** What a number in its place counts: seconds or milliseconds from now on, or seconds since 1970. */
  counts: "epoch" | "milliseconds" | "seconds";
  /** The ends that it can say; none where they cannot be known. */
  ends: readonly TokenEnd[];
}

/**
 * When a token expires:
 * - `age`: so many seconds after it was signed
 * - `fixed`: at the same time whenever it is signed
 * - `milliseconds`: at a time since 1970 in milliseconds, which readers take for seconds: in thousands of years
 */
export type TokenEnd =
  | { kind: "age"; seconds: number; isBareText: boolean }
  | { kind: "fixed" }
  | { kind: "milliseconds" };

/** The lifetimes that the values of a field say. */
export function lifetimesOf(
  tracer: Tracer,
  { values }: Field,
  counts: Lifetime["counts"],
): Lifetime[] {
  return values.map((value) => ({ value, counts, ends: endsOf(tracer, value, counts) }));
}

function endsOf(tracer: Tracer, value: Traced, counts: Lifetime["counts"]): TokenEnd[] {
  const ends = tracer.alternatives(value).map((each) => endOf(tracer, each, counts));
  return ends.every((end) => end !== undefined) ? ends : [];
}

function endOf(tracer: Tracer, value: Traced, counts: Lifetime["counts"]): TokenEnd | undefined {
  const text = textOf(value);
  if (text !== undefined) {
    const seconds = secondsIn(text);
    const isBareText = !/[a-z]/i.test(text);
    // What reads points in time throws at a number in quotes.
    if (seconds === undefined || (isBareText && counts === "epoch")) return undefined;
    return { kind: "age", seconds, isBareText };
  }
  const [number, another] = clockNumbers(tracer, value);
  if (!number || another) return undefined;
  if (counts === "epoch") return endAt(number, isDate(value) ? 1000 : 1);
  if (number.now !== 0) return undefined;
  const seconds = counts === "seconds" ? number.plus : number.plus / 1000;
  return { kind: "age", seconds, isBareText: false };
}

/** The end that a point in time says, which counts seconds; or so many times as many, where it is a Date. */
function endAt({ now, plus }: ClockNumber, perSecond: number): TokenEnd | undefined {
  const perMillisecond = (now * 1000) / perSecond;
  if (now === 0) return { kind: "fixed" };
  // Dividing by a thousand is not exact.
  if (Math.abs(perMillisecond - 1) < 1e-6)
    return { kind: "age", seconds: plus / perSecond, isBareText: false };
  return perSecond === 1 && now === 1 ? { kind: "milliseconds" } : undefined;
}

function isDate({ node }: Traced): boolean {
  return node.type === AST_NODE_TYPES.NewExpression;
}

function textOf({ source, node }: Traced): string | undefined {
  const isText =
    node.type === AST_NODE_TYPES.TemplateLiteral ||
    (node.type === AST_NODE_TYPES.Literal && typeof node.value === "string");
  const [text, another] = isText ? staticTexts(source, node) : [];
  return another !== undefined || text?.includes(unknownPart) === true ? undefined : text;
}
