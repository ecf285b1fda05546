import { calls as plainCalls, type CallStatement } from "../../find/random-programs/calls.js";
import { frames } from "../../find/random-programs/frames.js";
import { constructs as findConstructs } from "../../find/random-programs/program.js";
import {
  type Construct,
  type Data,
  type Scope,
  type Subject,
  withUser,
} from "../../find/random-programs/scope.js";
import { derivations } from "../../find/random-programs/subjects.js";
import type { Callable } from "../../find/random-programs/sinks.js";
import { type Wrapper, wrappers } from "../../find/random-programs/wrappers.js";
import { checkedCalls } from "./checked-calls.js";
import { type IdentifyWay, type Sink, sinks } from "./sinks.js";
import { type Style, styled } from "./styles.js";
import { plainTraits, type Said, statedTraits } from "./traits.js";
import { works } from "./works.js";

/** Everything that an identify can stand in, by its kind. */
export const constructs = { ...findConstructs, work: works };

/** All ways to write the call down. */
export const calls = { ...plainCalls, ...checkedCalls };

/** One construct around the call. */
export type Layer = {
  [Kind in keyof typeof constructs]: {
    kind: Kind;
    id: keyof (typeof constructs)[Kind];
    naming: number;
  };
}[keyof typeof constructs];

/** One identify and all that stands around it; what cannot stand where it is, is left out. */
export interface Part {
  frame: keyof typeof frames;
  layers: readonly Layer[];
  call: keyof typeof calls;
  /** Who is identified: counted from the innermost outwards. */
  whom: number;
  derivation: keyof typeof derivations;
  traits: keyof typeof plainTraits | keyof typeof statedTraits;
  wrappers: readonly (keyof typeof wrappers)[];
  sink: keyof typeof sinks;
}

/** A random program. */
export interface Program {
  parts: readonly Part[];
  style: Style;
}

/** A program as text. */
export interface PrintedProgram {
  path: string;
  text: string;
  typescript: boolean;
  parts: readonly PrintedPart[];
}

/** A part of a program, in the file. */
export interface PrintedPart {
  data: Data;
  /** The line that it begins at, counted from 1. */
  line: number;
  /** The key that its requests carry. */
  key: string;
  /**
   * Whether its users make one list, so that no more than the last batch of them is a small one; pages that a function
   * asks itself for are lists of their own.
   */
  isOneList: boolean;
}

const data: readonly Data[] = [
  { list: "users", one: "me" },
  { list: "members", one: "owner" },
];

/** Prints a program. */
export function print({ parts, style }: Program): PrintedProgram {
  const counts = new Map<string, number>();
  const fresh = (base: string): string => {
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return count === 1 ? base : `${base}${count}`;
  };
  const printed = parts.map((part, index) => {
    const own = data[index];
    if (!own) throw new Error("a program has more parts than there are lists of users");
    const key = `ab_live_${own.list}`;
    const loops = part.layers.filter(({ kind }) => kind !== "guard" && kind !== "work");
    return {
      data: own,
      key,
      isOneList: loops.length === 1 && loops[0]?.id !== "recursion over pages",
      text: printPart(part, own, key, fresh),
    };
  });
  return styled(printed, style);
}

function printPart(part: Part, own: Data, key: string, fresh: Scope["fresh"]): string {
  const sink: Sink = sinks[part.sink];
  const way = sink(fresh("") || "1", key);
  const declared: string[] = [];
  const scope: Scope = {
    data: own,
    subjects: [],
    canAwait: true,
    inLoop: false,
    inFunction: false,
    canReturnAnything: false,
    skip: undefined,
    canThrow: true,
    isDead: false,
    labels: [],
    declare: (declaration) => void declared.push(declaration),
    fresh,
  };
  const wrapped = part.wrappers.length > 0 ? wrap(part, way, fresh) : undefined;
  const inner = (inside: Scope): string =>
    printLayers(part.layers, inside, (at) => printCall(part, way, wrapped, at));
  const frame: Construct = frames[part.frame];
  const code = frame(withUser(scope, own.one), inner, 0);
  const declaration = wrapped?.declaration ?? way.declaration;
  return [declaration, ...declared, code]
    .filter(Boolean)
    .join("\n")
    .replaceAll(/[«»‹›]/g, "");
}

/** The identify with functions of the program around it: its traits are said inside them. */
function wrap({ traits, wrappers: ids }: Part, way: IdentifyWay, fresh: Scope["fresh"]): Callable {
  const say = traits in plainTraits ? plainTraits[traits as keyof typeof plainTraits] : undefined;
  const innermost: Callable = {
    declaration: way.declaration,
    call: (subject) => way.call(subject, say?.(subject)),
  };
  return ids.reduce((inner, id) => {
    const wrapper: Wrapper = wrappers[id];
    const outer = wrapper(inner, fresh("send"));
    if (!outer) return inner;
    const declaration = [inner.declaration, outer.declaration].filter(Boolean).join("\n");
    return { ...outer, declaration };
  }, innermost);
}

function printLayers(
  layers: readonly Layer[],
  scope: Scope,
  printInnermost: (scope: Scope) => string,
): string {
  const [layer, ...rest] = layers;
  if (!layer) return printInnermost(scope);
  const inner = (inside: Scope): string => printLayers(rest, inside, printInnermost);
  const construct = (constructs[layer.kind] as Record<string, Construct>)[layer.id];
  return construct?.(scope, inner, layer.naming) ?? inner(scope);
}

function printCall(
  part: Part,
  way: IdentifyWay,
  wrapped: Callable | undefined,
  scope: Scope,
): string {
  const { subjects } = scope;
  const subject: Subject = subjects[subjects.length - 1 - (part.whom % subjects.length)] ?? {
    user: scope.data.one,
    id: `${scope.data.one}.id`,
    names: [],
  };
  const derived = derivations[part.derivation](subject, scope) ?? {};
  const meant = { ...subject, ...derived };
  const said = wrapped ? {} : say(part, meant, scope);
  const callable = wrapped ?? {
    declaration: "",
    call: (of: Subject) => way.call(of, said.traits),
  };
  const write: CallStatement = calls[part.call];
  const responds = wrapped === undefined && way.responds === true;
  const written =
    part.call in checkedCalls && !responds ? undefined : write(callable, meant, scope);
  return [
    "before" in derived ? derived.before : undefined,
    said.before,
    written ?? calls.plain(callable, meant, scope),
    said.after,
  ]
    .filter(Boolean)
    .join("\n");
}

function say({ traits }: Part, subject: Subject, scope: Scope): Said {
  if (traits in statedTraits)
    return statedTraits[traits as keyof typeof statedTraits](subject, scope);
  return { traits: plainTraits[traits as keyof typeof plainTraits](subject) };
}
