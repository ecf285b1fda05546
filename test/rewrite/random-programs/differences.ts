import { isDeepStrictEqual } from "node:util";
import { checkFile, migrateFile, type MigratedSite } from "../../../src/engine.js";
import { defaultSettings } from "../../../src/find/settings.js";
import type { Data } from "../../find/random-programs/scope.js";
import type { PrintedPart, PrintedProgram } from "./program.js";
import { type Outcome, runProgram } from "./run-program.js";
import type { Circumstances } from "./world.js";

/** What came of comparing a program with its rewrite. */
export interface Comparison {
  rewritten: boolean;
  output: string;
  /** A line for each way in which the two differ that they should not. */
  differences: string[];
}

const settings = { ...defaultSettings, otherFiles: false };

/** Rewrites a program, and compares what the two do. */
export function compare(program: PrintedProgram, circumstances: Circumstances): Comparison {
  const { path, text, typescript, parts } = program;
  const result = migrateFile(path, text, { settings });
  if (result.kind !== "migrated")
    return { rewritten: false, output: text, differences: [`does not parse: ${result.message}`] };
  const { output, sites } = result;
  const count = sites.filter(({ status }) => status === "rewritten").length;
  const data = parts.map((part) => part.data);
  if (count === 0) {
    const differences = output === text ? [] : ["changed without a site that is rewritten"];
    return { rewritten: false, output, differences };
  }
  // Among updates that are under way at once, the one that is sent again comes last.
  const faults = isConcurrent(text) ? [] : circumstances.faults;
  const world = { ...circumstances, faults };
  const before = runProgram({ text, typescript }, data, world);
  // A program that a Halo refuses says nothing of what its rewrite should do, nor does one of which chance decides.
  if (before.mistakes.length > 0 || isLeftToChance(program, data, world, before))
    return { rewritten: true, output, differences: [] };
  const after = runProgram({ text: output, typescript }, data, world);
  const differences = [
    ...ofText(path, output, sites),
    ...ofOutcome(text, before, after),
    ...ofActivity(program, sites, before, after),
    ...ofRequests(program, sites, before, after, world),
  ];
  return { rewritten: true, output, differences };
}

/** Whether it decides what a program comes to which of its requests is answered first. */
function isLeftToChance(
  { text, typescript }: PrintedProgram,
  data: readonly Data[],
  world: Circumstances,
  before: Outcome,
): boolean {
  if (!isConcurrent(text) || !text.includes("fetch(")) return false;
  const uneven = runProgram({ text, typescript }, data, { ...world, isUneven: true });
  return ofOutcome(text, before, uneven).length > 0;
}

/** What the rewritten file must look like. */
function ofText(path: string, output: string, sites: readonly MigratedSite[]): string[] {
  const again = migrateFile(path, output, { settings });
  if (again.kind !== "migrated") return [`the output does not parse: ${again.message}`];
  const refused = sites.filter(({ status }) => status === "refused").length;
  const check = checkFile(path, output, { settings });
  const found = check.kind === "checked" ? check.findings.length : -1;
  return [
    ...(again.output === output ? [] : ["a second run changes the file again"]),
    ...(found === refused ? [] : [`${found} findings are left, ${refused} sites were refused`]),
  ];
}

/** Whether turns may run side by side, so that who comes first is not the program's to say. */
function isConcurrent(text: string): boolean {
  return /\basync \(\w|\.then\(|\.catch\(\(|setTimeout|queueMicrotask|Promise\.|limit\(|pMap/.test(
    text,
  );
}

function ofOutcome(text: string, before: Outcome, after: Outcome): string[] {
  const order = isConcurrent(text) ? byUser : (effects: readonly string[]) => effects;
  return [
    ...differs("the end", before.ending, after.ending),
    ...differs("other work", order(before.effects), order(after.effects)),
    ...differs("traits", before.traits, after.traits),
    ...differs("mistakes", [], after.mistakes),
  ];
}

/** Where turns run side by side, what counts is the order of what is done for each user. */
function byUser(effects: readonly string[]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const effect of effects) (all[/\w+-\w+/.exec(effect)?.[0] ?? effect] ??= []).push(effect);
  return all;
}

/** Nobody may be identified whose part has no site left; the others are, as before. */
function ofActivity(
  { parts }: PrintedProgram,
  sites: readonly MigratedSite[],
  before: Outcome,
  after: Outcome,
): string[] {
  return parts.flatMap(({ data }, index) => {
    const own = sitesOf(parts, index, sites);
    const [was, is] = [before, after].map(({ identified }) =>
      identified.filter((id) => belongsTo(data, id)),
    );
    if (own.every(({ status }) => status === "refused"))
      return differs(`who is identified of ${data.list}`, was, is);
    const isDone = own.every(({ status }) => status === "rewritten");
    return isDone ? differs(`who is identified of ${data.list}`, [], is) : [];
  });
}

function belongsTo({ list, one }: Data, id: string): boolean {
  return id === one || id.startsWith(`${list}-`);
}

/** Every part sends with its own key; full batches, but for the last of each list; and no more often than it must. */
function ofRequests(
  { parts }: PrintedProgram,
  sites: readonly MigratedSite[],
  before: Outcome,
  after: Outcome,
  { faults }: Circumstances,
): string[] {
  const sent = after.updates.filter(({ fault }) => fault === undefined);
  const retried = after.updates.filter(({ fault }) => fault !== undefined).length;
  const problems = sent.flatMap(({ users, authorization }) => {
    const [first = ""] = users;
    const part = parts.find(({ data }) => belongsTo(data, first));
    const allowed = [`Bearer ${part?.key ?? ""}`, "Bearer ab_live_sdk", "Bearer ab_live_env"];
    return allowed.includes(authorization) ? [] : [`${first} was sent with ${authorization}`];
  });
  const isTooOften = parts.flatMap(({ data, isOneList, line }, index) => {
    const small = sent.filter(({ users }) => users.length < 500 && belongsTo(data, users[0] ?? ""));
    const own = sitesOf(parts, index, sites).filter(({ status }) => status === "rewritten");
    const said = before.identified.filter((id) => belongsTo(data, id));
    // One and the same user again and again is no list.
    const allowed = isOneList && new Set(said).size > 1 ? own.length : said.length;
    return small.length > allowed
      ? [`${small.length} small batches of the part at line ${line}`]
      : [];
  });
  return [
    ...problems,
    ...isTooOften,
    ...(retried <= faults.length ? [] : [`${retried} requests after ${faults.length} faults`]),
  ];
}

function sitesOf(
  parts: readonly PrintedPart[],
  index: number,
  sites: readonly MigratedSite[],
): MigratedSite[] {
  const start = parts[index]?.line ?? 0;
  const end = parts[index + 1]?.line ?? Infinity;
  return sites.filter(({ line }) => line >= start && line < end);
}

function differs(what: string, before: unknown, after: unknown): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  return [`${what} differs:\n  ${excerpt(before)}\n  ${excerpt(after)}`];
}

function excerpt(value: unknown): string {
  return JSON.stringify(value).slice(0, 1500);
}
