import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { descendants } from "../source/syntax.js";
import { batchEvidence } from "./batch-context.js";
import { mayContainFinding } from "./candidate.js";
import { haloValues } from "./halo-value.js";
import { identifyCall, type IdentifyCall } from "./identify-call.js";
import { iterationAt } from "./iterations/iterations.js";
import { type Repetition, repetitions } from "./repetition.js";
import type { Settings } from "./settings.js";
import { isTestFile } from "./test-files.js";

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
  /** What says that the code is a batch. */
  evidence: readonly [string, ...string[]];
}

/** A call of identify that marks users active who are not there. */
export type Finding = BatchFinding | LoopFinding;

/** Finds every call of identify in a file that marks users active who are not there, in the order of the source. */
export function find(source: SourceFile, settings: Settings): Finding[] {
  if (!mayContainFinding(source.text, settings)) return [];
  if (!settings.checkTests && isTestFile(source)) return [];
  const values = haloValues(source, settings);
  const findings: Finding[] = [];
  for (const node of descendants(source.ast)) {
    const identify =
      node.type === AST_NODE_TYPES.CallExpression && identifyCall(source, values, node, settings);
    if (identify) findings.push(...judge(source, settings, identify));
  }
  return oncePerSite(findings).toSorted((a, b) => siteOf(a).range[0] - siteOf(b).range[0]);
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
  const repeated = repetitions(source, identify.call, subjectOf(identify));
  if (repeated.length > 0) {
    return repeated.map((repetition) => ({ kind: "loop", identify, repetition }));
  }
  // Once in a script, `init` is no more than the SDK's set-up, and who is meant by a reference is not said.
  if (identify.reach === "sdk" && identify.by !== "method") return [];
  const evidence = batchEvidence(source, identify.call, settings);
  return evidence ? [{ kind: "batch", identify, evidence }] : [];
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

/** What says who is identified; where the id cannot be read off, all that the call sends. */
function subjectOf(identify: IdentifyCall): TSESTree.Node {
  if (identify.id) return identify.id;
  return identify.reach === "rest"
    ? (identify.body ?? identify.request ?? identify.call)
    : identify.call;
}

/** The call that a finding is reported at. */
export function siteOf(finding: Finding): Repetition["site"] {
  return finding.kind === "loop" ? finding.repetition.site : finding.identify.call;
}
