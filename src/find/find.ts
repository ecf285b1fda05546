import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { longestSource } from "../source/modules.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeName, isFunction, unwrap } from "../source/syntax.js";
import {
  type BatchEvidence,
  batchEvidence,
  isLiveDelivery,
} from "./batch-evidence/batch-evidence.js";
import { calledFunctions, functionsRunBy } from "./uses/called-function.js";
import { mayContainFinding } from "./candidate.js";
import type { PlacedFunction } from "./values/definition.js";
import { isFunctionUse } from "./uses/function-uses.js";
import { ranBy } from "./uses/given-arguments.js";
import { type IdentifyCall, subjectsOf } from "./identify-call.js";
import { callsOf } from "./identify-calls.js";
import { iterationAt } from "./iterations/iterations.js";
import { outwardFrom, type Repetition } from "./repetition/repetition.js";
import type { Settings } from "./settings.js";
import { isTestFile } from "./test-files.js";
import { promiseOf } from "./values/promised-value.js";
import { varies } from "./repetition/variation.js";
import { wrapperCall, wrapperSummary } from "./repetition/wrapper-call.js";

/** An identify that runs once per user. */
export interface LoopFinding {
  kind: "loop";
  identify: IdentifyCall;
  repetition: Repetition;
}

/** An identify outside any loop, in a server-side batch. */
export interface BatchFinding {
  kind: "batch";
  identify: IdentifyCall;
  /** What says that the code is a batch, and what says that it is not. */
  evidence: BatchEvidence;
}

/** A call of identify that marks users active who are not there. */
export type Finding = BatchFinding | LoopFinding;

/** Finds every call of identify in a file that marks users active who are not there, in the order of the source. */
export function find(source: SourceFile, settings: Settings): Finding[] {
  if (!mayContainFinding(source.text, settings, source.modules)) return [];
  if (!settings.checkTests && isTestFile(source)) return [];
  const { identifying, others } = callsOf(source, settings);
  const findings = identifying.flatMap((identify) => judge(source, settings, identify));
  for (const call of source.text.length > longestSource ? [] : others)
    findings.push(...throughFunction(source, settings, call));
  return oncePerSite(findings).toSorted((a, b) => siteOf(a).range[0] - siteOf(b).range[0]);
}

/** What is to say of a call that leads to an identify through a function of this file or another. */
function throughFunction(
  source: SourceFile,
  settings: Settings,
  call: Repetition["site"],
): Finding[] {
  const handed = call.arguments.flatMap((argument) =>
    call.type === AST_NODE_TYPES.CallExpression && isName(argument)
      ? handedOver(source, settings, call, argument)
      : [],
  );
  if (handed.length > 0) return handed;
  for (const fn of unseenFunctions(source, call)) {
    const identify = wrapperCall(source, fn, call, settings);
    if (!identify) continue;
    return fn.source.ast === source.ast
      ? loopFindings(source, settings, identify)
      : judge(source, settings, identify);
  }
  return [];
}

/** `users.forEach(syncUser)`, for a function that identifies whom it is given. */
function handedOver(
  source: SourceFile,
  settings: Settings,
  call: TSESTree.CallExpression,
  argument: TSESTree.Node,
): Finding[] {
  const iteration = iterationAt(call, argument, source);
  const fn =
    iteration &&
    firstWrapper(unseenOf(source, calledFunctions(source, argument), argument), settings);
  const summary = fn && wrapperSummary(fn, settings);
  if (!summary) return [];
  const turn = { node: fn.node, body: fn.node, elements: fn.node.params, counted: true };
  if (!summary.subjects.some((subject) => varies(fn.source, subject, turn))) return [];
  const { leadsTo } = summary;
  const nothing = { id: undefined, traits: undefined, subjects: [] };
  const repetition = { site: call, iterations: [iteration], throughFunction: true } as const;
  return [{ kind: "loop", identify: { reach: "wrapper", call, leadsTo, ...nothing }, repetition }];
}

/** The functions that a call runs, as far as the walk outwards from an identify does not come by the call. */
function unseenFunctions(source: SourceFile, call: Repetition["site"]): PlacedFunction[] {
  const callee = ranBy(call);
  // What a function is given is judged where it is given: `eachUser(send)`, not `fn(user)` in eachUser.
  return isGiven(source, callee) ? [] : unseenOf(source, functionsRunBy(source, call), callee);
}

/** Those in another file, and those made by a function that returns them. */
function unseenOf(
  source: SourceFile,
  functions: Iterable<PlacedFunction>,
  expression: TSESTree.Node,
): PlacedFunction[] {
  return [...functions].filter(
    (fn) => fn.source.ast !== source.ast || !isFunctionUse(source, fn.node, expression),
  );
}

function firstWrapper(
  functions: readonly PlacedFunction[],
  settings: Settings,
): PlacedFunction | undefined {
  return functions.find((fn) => wrapperSummary(fn, settings));
}

/** Whether an expression names what callers hand to the function around; what a promise resolves to is none of it. */
function isGiven(source: SourceFile, expression: TSESTree.Node): boolean {
  const definition = bindingOf(source, unwrap(expression))?.defs[0];
  const fn = definition?.node;
  return isFunction(fn) && fn.id !== definition?.name && !promiseOf(fn);
}

/** `syncUser`, `halo.syncUser`, `syncUser.bind(null, "nightly")`. */
function isName(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return (
    node.type === AST_NODE_TYPES.Identifier ||
    node.type === AST_NODE_TYPES.MemberExpression ||
    (node.type === AST_NODE_TYPES.CallExpression && /^(bind|partial)$/.test(calleeName(node) ?? ""))
  );
}

/** One call in a loop may lead to several identify calls, or to one in several ways; there is one thing to say of it. */
function oncePerSite(findings: readonly Finding[]): Finding[] {
  const sites = new Set<TSESTree.Node>();
  return findings.filter((finding) => {
    const site = siteOf(finding);
    return !sites.has(site) && sites.add(site);
  });
}

function judge(source: SourceFile, settings: Settings, identify: IdentifyCall): Finding[] {
  if (identify.reach === "sdk" && identify.by === "reference") {
    const repetition = referenceRepetition(source, identify.call);
    if (repetition) return [{ kind: "loop", identify, repetition }];
  }
  const repeated = loopFindings(source, settings, identify);
  if (repeated.length > 0) return repeated;
  // Once in a script, `init` is no more than the SDK's set-up, and who is meant by a reference is not said.
  if (identify.reach === "sdk" && identify.by !== "method") return [];
  const evidence = batchEvidence(source, identify.call, settings);
  return evidence ? [{ kind: "batch", identify, evidence }] : [];
}

function loopFindings(source: SourceFile, settings: Settings, identify: IdentifyCall): Finding[] {
  return outwardFrom(source, identify.call, subjectsOf(identify)).repetitions.flatMap(
    (repetition) =>
      isLiveDelivery(source, repetition.site, repetition.iterations, settings)
        ? []
        : [{ kind: "loop", identify, repetition }],
  );
}

/** `ids.forEach(ha.identify)`: whatever the iteration hands over is identified. */
function referenceRepetition(
  source: SourceFile,
  call: TSESTree.CallExpression,
): Repetition | undefined {
  for (const argument of call.arguments) {
    const iteration = iterationAt(call, argument, source);
    if (iteration) return { site: call, iterations: [iteration], throughFunction: false };
  }
  return undefined;
}

/** The call that a finding is reported at. */
export function siteOf(finding: Finding): Repetition["site"] {
  return finding.kind === "loop" ? finding.repetition.site : finding.identify.call;
}
