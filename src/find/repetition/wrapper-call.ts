import type { TSESTree } from "@typescript-eslint/types";
import { sharedStore } from "../../source/modules.js";
import type { SourceFile } from "../../source/source-file.js";
import { enclosingFunction, type FunctionNode } from "../../source/syntax.js";
import { mayContainFinding } from "../candidate.js";
import { functionsRunBy } from "../uses/called-function.js";
import type { PlacedFunction } from "../values/definition.js";
import { givenBy } from "../uses/given-arguments.js";
import { type IdentifyCall, subjectsOf, type WrapperIdentify } from "../identify-call.js";
import { callsOf } from "../identify-calls.js";
import { dependsOnCall, outwardFrom } from "./repetition.js";
import type { Settings } from "../settings.js";
import { varies } from "./variation.js";

/** What a call of a function does, if it identifies: whom, as expressions in the function's own file. */
export interface WrapperSummary {
  /** The expressions that say who is identified. */
  subjects: readonly TSESTree.Node[];
  /** Whether each call is for another user by itself: the function takes its user off a queue. */
  advances: boolean;
  /** The traits, where the function itself makes the call. */
  traits: TSESTree.Node | undefined;
  leadsTo: NonNullable<WrapperIdentify["leadsTo"]>;
}

/** What a call of a function is that identifies; `undefined` where it does not. */
export function wrapperCall(
  source: SourceFile,
  fn: PlacedFunction,
  call: WrapperIdentify["call"],
  settings: Settings,
): WrapperIdentify | undefined {
  const summary = wrapperSummary(fn, settings);
  if (!summary) return undefined;
  const { leadsTo } = summary;
  const given = (subjects: readonly TSESTree.Node[]): TSESTree.Node[] =>
    givenBy(source, call, fn, subjects);
  const who = given(summary.subjects);
  const [traits] = summary.traits ? given([summary.traits]) : [];
  const subjects = summary.advances ? [...who, call] : who;
  return { reach: "wrapper", call, id: who[0], traits, subjects, leadsTo };
}

/** What a call of a function does; `undefined` where it identifies nobody. */
export function wrapperSummary(
  { source, node }: PlacedFunction,
  settings: Settings,
): WrapperSummary | undefined {
  return wrappersOf(source).in(source, settings).get(node);
}

type Summaries = Map<FunctionNode, WrapperSummary>;

/** The functions that identify, by file. Files may import each other in circles. */
class Wrappers {
  readonly #known = new Map<TSESTree.Program, Summaries>();
  readonly #running: TSESTree.Program[] = [];
  /** Files that were asked about while a file that they depend on was not yet done. */
  readonly #provisional = new Set<TSESTree.Program>();

  in(source: SourceFile, settings: Settings): Summaries {
    const { ast } = source;
    const known = this.#known.get(ast);
    if (known) {
      const at = this.#running.indexOf(ast);
      if (at !== -1) for (const later of this.#running.slice(at + 1)) this.#provisional.add(later);
      return known;
    }
    const summaries: Summaries = new Map();
    this.#known.set(ast, summaries);
    this.#running.push(ast);
    summarize(source, settings, summaries);
    this.#running.pop();
    if (this.#running.length === 0) {
      // What was missed in a circle is found when somebody asks again, with the others done.
      for (const each of this.#provisional) this.#known.delete(each);
      this.#provisional.clear();
    }
    return summaries;
  }
}

const wrappersOf = sharedStore(() => new Wrappers());

/** Adds the functions of a file that identify, those first that do it themselves. */
function summarize(source: SourceFile, settings: Settings, summaries: Summaries): void {
  if (!mayContainFinding(source.text, settings, source.modules)) return;
  const { identifying, others } = callsOf(source, settings);
  for (const identify of identifying) {
    const { call } = identify;
    addArrivals(source, summaries, call, subjectsOf(identify), traitsOf(identify), {
      source,
      call,
    });
  }
  for (const call of others) {
    for (const fn of functionsRunBy(source, call)) {
      const wrapper = wrapperCall(source, fn, call, settings);
      if (!wrapper?.leadsTo) continue;
      addArrivals(source, summaries, call, subjectsOf(wrapper), wrapper.traits, wrapper.leadsTo);
      break;
    }
  }
}

function traitsOf(identify: IdentifyCall): TSESTree.Node | undefined {
  return identify.reach === "rest" ? identify.body : identify.traits;
}

function addArrivals(
  source: SourceFile,
  summaries: Summaries,
  call: WrapperIdentify["call"],
  who: readonly TSESTree.Node[],
  traits: TSESTree.Node | undefined,
  leadsTo: WrapperSummary["leadsTo"],
): void {
  for (const { fn, subjects } of outwardFrom(source, call, who).arrivals) {
    if (summaries.has(fn)) continue;
    const isOwn = enclosingFunction(call) === fn;
    const turn = { node: fn, body: fn, elements: [], counted: true };
    const advances = subjects.some((subject) => varies(source, subject, turn));
    // Who is identified is known inside, the user of the session for one: its callers have no say in it.
    if (!advances && !dependsOnCall({ source, node: fn }, subjects)) continue;
    summaries.set(fn, { subjects, advances, traits: isOwn ? traits : undefined, leadsTo });
  }
}
