import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { type Finding, find, siteOf } from "../find/find.js";
import { EditedText } from "../source/edited-text.js";
import type { SourceFile } from "../source/source-file.js";
import { descendants, isWithin } from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";
import { type CarriedDeclaration, CarriedDeclarations } from "./inline/carried-declarations.js";
import { carriedEdits } from "./inline/carried-edits.js";
import { type Inlining, inliningOf, reparsed } from "./inline/inlining.js";
import { type PlanContext, type PlannedFindings, planRewrites } from "./plan.js";
import type { RefusalReason } from "./refusals.js";
import { rewriteEdits } from "./rewrite.js";
import { movedReferences } from "./inline/moved-references.js";
import { unusedAfterInlining } from "./inline/unused-after-inlining.js";

/** Findings that one plan is about, and what must be inlined before it can be carried out. */
export interface InlinedFindings extends PlannedFindings {
  inlinings: readonly Inlining[];
}

/** The reasons that stand for a function between a call and its identify. */
const throughFunction: ReadonlySet<RefusalReason> = new Set([
  "other-client",
  "through-function",
  "wrapper-arguments",
  "wrapper-scope",
  "wrapper-work",
]);

/**
 * Plans the rewrite of every finding of a file; where a function stands between the call and the identify, with what
 * the function does written at the call.
 */
export function planWithInlining(
  source: SourceFile,
  findings: readonly Finding[],
  context: PlanContext,
): InlinedFindings[] {
  const direct = planRewrites(source, findings, context).map((group) => ({
    ...group,
    inlinings: [],
  }));
  const { style } = context;
  const site = { source, style, declarations: new CarriedDeclarations(source) };
  const tried = new Map<Finding, Inlining | RefusalReason>();
  for (const { findings: group, plan } of direct) {
    const [finding] = group;
    if (!finding || plan.strategy !== "refuse" || !throughFunction.has(plan.reason)) continue;
    if (plan.reason === "other-client" && !isThroughOwnClient(finding)) continue;
    const inlining = inliningOf(site, finding, context.settings);
    // What the rewrite does not know of a client says more than that its function cannot be seen.
    if (plan.reason === "other-client" && inlining === "through-function") continue;
    tried.set(finding, inlining);
  }
  const reasons = new Map<Finding, RefusalReason>();
  for (const [finding, inlining] of tried)
    if (typeof inlining === "string") reasons.set(finding, inlining);
  const doable = direct.filter(({ plan }) => plan.strategy !== "refuse");
  let chosen = [...tried.values()].filter((each) => typeof each !== "string");
  while (chosen.length > 0) {
    const inlined = inline(source, findings, chosen, context);
    const failed = inlined
      ? chosen.flatMap((each) => refusalOf(each, inlined, context) ?? [])
      : chosen.map(notKept);
    if (inlined && failed.length === 0 && keeps(inlined, doable))
      return merged(direct, inlined.groups, reasons);
    // Rather nothing is inlined than that another rewrite is lost.
    const lost = failed.length > 0 ? failed : chosen.map(notKept);
    for (const { finding, reason } of lost) reasons.set(finding, reason);
    chosen = chosen.filter(({ finding }) => !reasons.has(finding));
  }
  return merged(direct, [], reasons);
}

function notKept({ finding }: Inlining): { finding: Finding; reason: RefusalReason } {
  return { finding, reason: "through-function" };
}

/** Whether what can be rewritten without inlining still can be: less is known of the file that inlining makes. */
function keeps({ groups }: Inlined, doable: readonly InlinedFindings[]): boolean {
  const kept = groups.filter(({ plan }) => plan.strategy !== "refuse").flatMap(callsOf);
  return doable.flatMap(callsOf).every((call) => kept.includes(call));
}

function callsOf({ findings }: InlinedFindings): ReturnType<typeof siteOf>[] {
  return findings.map(siteOf);
}

function isThroughOwnClient({ identify }: Finding): boolean {
  return identify.reach === "rest" && identify.client === "own";
}

interface Inlined {
  text: EditedText;
  source: SourceFile;
  planned: readonly PlannedFindings[];
  /** The plans, for the findings of the file as it was. */
  groups: readonly InlinedFindings[];
}

/** Plans a file's rewrite as it would be after some inlinings. */
function inline(
  source: SourceFile,
  findings: readonly Finding[],
  inlinings: readonly Inlining[],
  context: PlanContext,
): Inlined | undefined {
  const written = inlinings.flatMap((each) => each.edits);
  const carried = [...new Set(inlinings.flatMap((each) => each.carried))];
  // A name that is free here may be a global's there.
  if (carried.some(({ local }) => inlinings.some(({ globals }) => globals.has(local))))
    return undefined;
  const all = [...carriedEdits(source, carried, [], context.style), ...written];
  const before = reparsed(source, all);
  if (!before || carried.some(({ local }) => isHidden(before, local))) return undefined;
  const names = namesIn(before, new EditedText(source.text, all));
  const unused = unusedAfterInlining(source, written, names);
  const edits = [...carriedEdits(source, carried, unused, context.style), ...written, ...unused];
  const text = new EditedText(source.text, edits);
  const after = reparsed(source, edits);
  if (!after) return undefined;
  const { references } = context;
  const moved = references && movedReferences(references, source, after, text);
  const planned = planRewrites(after, find(after, context.settings), {
    ...context,
    references: moved,
  });
  const groups = planned.map((group): InlinedFindings => {
    const origins = group.findings.flatMap(
      (finding) => originOf(finding, text, findings, inlinings) ?? [],
    );
    const own = [...new Set(origins)];
    return {
      ...group,
      findings: own,
      inlinings: inlinings.filter(({ finding }) => own.includes(finding)),
    };
  });
  return { text, source: after, planned, groups };
}

/** Whether a file has more than one variable of a name. */
function isHidden({ scopes }: SourceFile, name: string): boolean {
  const variables = scopes.scopes.flatMap(({ variables: own }) =>
    own.filter((variable) => variable.name === name && variable.defs.length > 0),
  );
  return variables.length > 1;
}

/** The names in what edits wrote. */
function namesIn({ ast }: SourceFile, { written }: EditedText): Set<string> {
  return new Set(
    [...descendants(ast)].flatMap((node) =>
      node.type === AST_NODE_TYPES.Identifier && written.some((range) => isWithin(node, { range }))
        ? [node.name]
        : [],
    ),
  );
}

/** The finding of the file as it was that one of the file as it is after inlining comes of. */
function originOf(
  found: Finding,
  text: EditedText,
  findings: readonly Finding[],
  inlinings: readonly Inlining[],
): Finding | undefined {
  const [start] = siteOf(found).range;
  const inlining = inlinings.find(({ edits }) => {
    const from = Math.min(...edits.map(({ range }) => range[0]));
    const to = Math.max(...edits.map(({ range }) => range[1]));
    return text.placeOf(from) <= start && start < text.placeOf(to);
  });
  return (
    inlining?.finding ??
    findings.find((finding) => text.placeOf(siteOf(finding).range[0]) === start)
  );
}

/** Why an inlining comes to nothing: the identify that it brings is not rewritten, or leaves behind what it must not. */
function refusalOf(
  { finding, carried }: Inlining,
  inlined: Inlined,
  context: PlanContext,
): { finding: Finding; reason: RefusalReason } | undefined {
  const own = inlined.groups.filter((group) => group.findings.includes(finding));
  const refused = own.find(({ plan }) => plan.strategy === "refuse");
  if (own.length > 0 && !refused) {
    const passing = carried.filter((each) => each.passing);
    return passing.length === 0 || areGone(passing, inlined, context)
      ? undefined
      : { finding, reason: "wrapper-scope" };
  }
  const reason = refused?.plan.strategy === "refuse" ? refused.plan.reason : "through-function";
  return { finding, reason };
}

/** Whether nothing is left of some declarations when the file is rewritten. */
function areGone(
  declarations: readonly CarriedDeclaration[],
  { source, planned }: Inlined,
  context: PlanContext,
): boolean {
  const after = reparsed(source, rewriteEdits(source, planned, context));
  const names = new Set(
    after?.scopes.scopes.flatMap(({ variables }) => variables.map(({ name }) => name)),
  );
  return after !== undefined && !declarations.some(({ local }) => names.has(local));
}

/** The plans of the file as it was, with those that inlining makes possible in the place of refusals. */
function merged(
  direct: readonly InlinedFindings[],
  groups: readonly InlinedFindings[],
  reasons: ReadonlyMap<Finding, RefusalReason>,
): InlinedFindings[] {
  const done = groups.filter(({ inlinings }) => inlinings.length > 0);
  const covered = new Set(done.flatMap(({ findings }) => findings));
  const others = direct.flatMap((group): InlinedFindings[] => {
    if (group.findings.every((finding) => covered.has(finding))) return [];
    const [finding] = group.findings;
    const reason = finding && reasons.get(finding);
    return [reason ? { ...group, plan: { strategy: "refuse", reason } } : group];
  });
  return [...others, ...done];
}

/** As {@link rewriteEdits}, for plans that need something inlined. */
export function editsWithInlining(
  source: SourceFile,
  planned: readonly InlinedFindings[],
  context: PlanContext,
): TextEdit[] {
  const inlinings = planned.flatMap((group) => group.inlinings);
  if (inlinings.length === 0) return rewriteEdits(source, planned, context);
  const done = planned.filter(({ plan }) => plan.strategy !== "refuse");
  const findings = done.flatMap((group) => group.findings);
  const inlined = inline(source, findings, inlinings, context);
  if (!inlined) return [];
  const wanted = inlined.planned.filter(
    (_, index) => (inlined.groups[index]?.findings.length ?? 0) > 0,
  );
  const edits = rewriteEdits(inlined.source, wanted, context);
  return inlined.text.followedBy(edits);
}
