import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeOf, descendants, isFunction, unwrap } from "../source/syntax.js";
import {
  type BatchEvidence,
  batchEvidence,
  isLiveDelivery,
} from "./batch-evidence/batch-evidence.js";
import { mayContainFinding } from "./candidate.js";
import type { PlacedFunction } from "./values/definition.js";
import { isFunctionUse } from "./uses/function-uses.js";
import { haloValues } from "./values/halo-value.js";
import { identifyCall, type IdentifyCall, subjectsOf } from "./identify-call.js";
import { iterationAt } from "./iterations/iterations.js";
import { outwardFrom, type Repetition } from "./repetition/repetition.js";
import type { Settings } from "./settings.js";
import { isTestFile } from "./test-files.js";
import { varies } from "./repetition/variation.js";
import { calledFunction, wrapperCall, wrapperSummary } from "./repetition/wrapper-call.js";

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
  const values = haloValues(source, settings);
  const findings: Finding[] = [];
  const others: TSESTree.CallExpression[] = [];
  for (const node of descendants(source.ast)) {
    if (node.type !== AST_NODE_TYPES.CallExpression) continue;
    const identify = identifyCall(source, values, node, settings);
    if (identify) findings.push(...judge(source, settings, identify));
    else others.push(node);
  }
  for (const call of others) findings.push(...throughFunction(source, settings, call));
  return oncePerSite(findings).toSorted((a, b) => siteOf(a).range[0] - siteOf(b).range[0]);
}

/** What is to say of a call that leads to an identify through a function of this file or another. */
function throughFunction(
  source: SourceFile,
  settings: Settings,
  call: TSESTree.CallExpression,
): Finding[] {
  const handed = call.arguments.flatMap((argument) =>
    isName(argument) ? handedOver(source, settings, call, argument) : [],
  );
  if (handed.length > 0) return handed;
  const fn = unseenFunction(source, calleeOf(call));
  const identify = fn && wrapperCall(fn, call, settings);
  if (!identify) return [];
  return fn.source.ast === source.ast
    ? loopFindings(source, settings, identify)
    : judge(source, settings, identify);
}

/** `users.forEach(syncUser)`, for a function that identifies whom it is given. */
function handedOver(
  source: SourceFile,
  settings: Settings,
  call: TSESTree.CallExpression,
  argument: TSESTree.Node,
): Finding[] {
  const fn = unseenFunction(source, argument);
  const summary = fn && wrapperSummary(fn, settings);
  const iteration = summary && iterationAt(call, argument, source);
  if (!iteration) return [];
  const turn = { node: fn.node, body: fn.node, elements: fn.node.params, counted: true };
  if (!summary.subjects.some((subject) => varies(fn.source, subject, turn))) return [];
  const { leadsTo } = summary;
  const nothing = { id: undefined, traits: undefined, subjects: [] };
  const repetition = { site: call, iterations: [iteration], throughFunction: true } as const;
  return [{ kind: "loop", identify: { reach: "wrapper", call, leadsTo, ...nothing }, repetition }];
}

/**
 * The function that an expression is, where the walk outwards from an identify does not come by the expression: in
 * another file, or made by a function that returns it.
 */
function unseenFunction(source: SourceFile, expression: TSESTree.Node): PlacedFunction | undefined {
  // What a function is given is judged where it is given: `eachUser(send)`, not `fn(user)` in eachUser.
  if (isParameter(source, expression)) return undefined;
  const fn = calledFunction(source, expression);
  if (fn?.source.ast !== source.ast) return fn;
  return isFunctionUse(source, fn.node, expression) ? undefined : fn;
}

function isParameter(source: SourceFile, expression: TSESTree.Node): boolean {
  const definition = bindingOf(source, unwrap(expression))?.defs[0];
  return isFunction(definition?.node) && definition.node.id !== definition.name;
}

function isName(node: TSESTree.Node): boolean {
  const { type } = unwrap(node);
  return type === AST_NODE_TYPES.Identifier || type === AST_NODE_TYPES.MemberExpression;
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
