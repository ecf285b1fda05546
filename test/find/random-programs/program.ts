import { calls } from "./calls.js";
import { deferrals } from "./deferrals.js";
import { frames } from "./frames.js";
import { guards } from "./guards.js";
import { leavings } from "./leavings.js";
import { loops } from "./loops.js";
import { repeats } from "./repeats.js";
import { type Callable, decoySinks, sinks } from "./sinks.js";
import { type Construct, type Data, type Scope, withUser } from "./scope.js";
import { derivations } from "./subjects.js";
import { type Wrapper, wrappers } from "./wrappers.js";

/** Everything that code can stand in, by its kind. */
export const constructs = {
  loop: loops,
  repeat: repeats,
  guard: guards,
  deferral: deferrals,
  leaving: leavings,
};

/** One construct around the call. */
export type Layer = {
  [Kind in keyof typeof constructs]: {
    kind: Kind;
    id: keyof (typeof constructs)[Kind];
    naming: number;
  };
}[keyof typeof constructs];

/** One identify, and all that stands around it; what cannot stand where it is, is left out. */
export interface Part {
  frame: keyof typeof frames;
  /** What stands around the call, from the outside in. */
  layers: readonly Layer[];
  call: keyof typeof calls;
  /** Who is identified: counted from the innermost outwards. */
  whom: number;
  derivation: keyof typeof derivations;
  /** The functions between the call and the identify, the one next to identify first. */
  wrappers: readonly (keyof typeof wrappers)[];
  sink: keyof typeof decoySinks | keyof typeof sinks;
}

/** A random program. */
export type Program = readonly Part[];

/** A program as text. */
export interface PrintedProgram {
  text: string;
  parts: readonly PrintedPart[];
}

/** Where a part of a program stands, and where in it a finding is expected: ranges in the text. */
export interface PrintedPart {
  data: Data;
  range: readonly [number, number];
  sites: readonly (readonly [number, number])[];
  /** The calls of functions around it, which are said instead where the loop stands around these. */
  leads: readonly (readonly [number, number])[];
}

const data: readonly Data[] = [
  { list: "users", one: "me" },
  { list: "members", one: "owner" },
  { list: "customers", one: "guest" },
];

/** Prints a program, and says where its calls stand. */
export function print(program: Program): PrintedProgram {
  const counts = new Map<string, number>();
  const fresh = (base: string): string => {
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return count === 1 ? base : `${base}${count}`;
  };
  let text = "";
  const parts: PrintedPart[] = [];
  program.forEach((part, index) => {
    const own = data[index];
    if (!own) throw new Error("a program has more parts than there are lists of users");
    const start = text.length;
    const printed = unmarked(printPart(part, own, fresh), start);
    text += `${printed.text}\n`;
    parts.push({
      data: own,
      range: [start, text.length],
      sites: printed.sites,
      leads: printed.leads,
    });
  });
  return { text, parts };
}

function printPart(part: Part, own: Data, fresh: Scope["fresh"]): string {
  const callable = callableOf(part, fresh);
  const declared: string[] = [];
  const scope: Scope = {
    data: own,
    subjects: [],
    canAwait: true,
    inLoop: false,
    inFunction: false,
    canReturnAnything: false,
    skip: undefined,
    canThrow: false,
    isDead: false,
    labels: [],
    declare: (declaration) => void declared.push(declaration),
    fresh,
  };
  const inner = (inside: Scope): string => printLayers(part, part.layers, callable, inside);
  const frame: Construct = frames[part.frame];
  const code = frame(withUser(scope, own.one), inner, 0);
  return [callable.declaration, ...declared, code].filter(Boolean).join("\n");
}

/** The identify with its functions around it. */
function callableOf(part: Part, fresh: Scope["fresh"]): Callable {
  const sink = { ...sinks, ...decoySinks }[part.sink];
  return part.wrappers.reduce(
    (inner, id) => {
      const wrapper: Wrapper = wrappers[id];
      const outer = wrapper(inner, fresh("send"));
      if (!outer) return inner;
      const declaration = [inner.declaration, outer.declaration].filter(Boolean).join("\n");
      return { ...outer, declaration };
    },
    sink(fresh("") || "1"),
  );
}

function printLayers(part: Part, layers: Part["layers"], callable: Callable, scope: Scope): string {
  const [layer, ...rest] = layers;
  if (!layer) return printCall(part, callable, scope);
  const inner = (inside: Scope): string => printLayers(part, rest, callable, inside);
  // What never runs identifies nobody, though it were a loop.
  if (layer.kind === "loop" && scope.isDead) return inner(scope);
  const construct = (constructs[layer.kind] as Record<string, Construct>)[layer.id];
  return construct?.(scope, inner, layer.naming) ?? inner(scope);
}

function printCall(part: Part, callable: Callable, scope: Scope): string {
  const { subjects } = scope;
  const subject = subjects[subjects.length - 1 - (part.whom % subjects.length)] ?? {
    user: scope.data.one,
    id: `${scope.data.one}.id`,
    names: [],
  };
  const derived = derivations[part.derivation](subject, scope) ?? {};
  const meant = { ...subject, ...derived };
  const before = "before" in derived ? derived.before : undefined;
  const statement = calls[part.call](callable, meant, scope) ?? calls.plain(callable, meant, scope);
  return [before, statement].filter(Boolean).join("\n");
}

function unmarked(
  marked: string,
  offset: number,
): Pick<PrintedPart, "leads" | "sites"> & { text: string } {
  const sites: [number, number][] = [];
  const leads: [number, number][] = [];
  let text = "";
  let start = 0;
  for (const piece of marked.split(/([«»‹›])/)) {
    const here = offset + text.length;
    if (piece === "«" || piece === "‹") start = here;
    else if (piece === "»") sites.push([start, here]);
    else if (piece === "›") leads.push([start, here]);
    else text += piece;
  }
  return { text, sites, leads };
}
