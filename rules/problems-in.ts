import type { TSESTree } from "@typescript-eslint/utils";
import { type Finding, find } from "../src/find/find.js";
import { mayContainFinding } from "../src/find/candidate.js";
import { projectModules } from "../src/project/project-modules.js";
import { projectFacts } from "../src/project/project-facts.js";
import {
  editsWithInlining,
  type InlinedFindings,
  planWithInlining,
} from "../src/rewrite/inlined-plans.js";
import type { PlanContext } from "../src/rewrite/plan.js";
import { fileStyle } from "../src/rewrite/style.js";
import type { SourceFile } from "../src/source/source-file.js";
import { mergeEdits, type TextEdit } from "../src/source/text-edit.js";
import { type Context, settingsOf, sourceOf } from "./source-of.js";

/** A finding, and the rewrite that a suggestion offers for it. */
export interface Problem {
  finding: Finding;
  /** `undefined` where the rewrite is refused. */
  strategy: "batch" | "collect" | undefined;
  /** One edit for the whole rewrite; made when a suggestion asks for it. */
  edit: () => TextEdit | undefined;
}

const problems = new WeakMap<TSESTree.Program, readonly Problem[]>();

/**
 * What the engine finds of one kind in the file that is linted; it is asked once per file for all rules.
 *
 * @throws Error when `settings["halo-backfill"]` is not what it should be
 */
export function problemsIn(context: Context, kind: Finding["kind"]): readonly Problem[] {
  const { ast } = context.sourceCode;
  let known = problems.get(ast);
  if (!known) problems.set(ast, (known = look(context)));
  return known.filter(({ finding }) => finding.kind === kind);
}

function look(context: Context): Problem[] {
  const { filename, cwd } = context;
  const { text } = context.sourceCode;
  const settings = settingsOf(context);
  const modules = projectModules(filename, cwd, settings);
  if (!mayContainFinding(text, settings, modules)) return [];
  const source = sourceOf(context, modules);
  const findings = source ? find(source, settings) : [];
  if (!source || findings.length === 0) return [];
  const planContext = {
    settings,
    project: projectFacts(filename),
    style: fileStyle(source),
    target: "update",
  } as const;
  return planWithInlining(source, findings, planContext).flatMap((group) =>
    group.findings.map((finding) => problemOf(source, finding, group, planContext)),
  );
}

function problemOf(
  source: SourceFile,
  finding: Finding,
  group: InlinedFindings,
  context: PlanContext,
): Problem {
  const { strategy } = group.plan;
  return {
    finding,
    strategy: strategy === "refuse" ? undefined : strategy,
    edit: () => mergeEdits(source.text, editsWithInlining(source, [group], context)),
  };
}
