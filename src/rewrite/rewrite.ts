import type { SourceFile } from "../source/source-file.js";
import { isWithin } from "../source/syntax.js";
import { applyEdits, type TextEdit } from "../source/text-edit.js";
import { batchEdits } from "./batch-edits.js";
import { collectEdits } from "./collect-edits.js";
import { followsCode, functionPoint, importPoint } from "./insertion-points.js";
import { FreshNames } from "./names.js";
import type { BatchPlan, CollectPlan, PlanContext, PlannedFindings } from "./plan.js";
import { type Signer, signerFor } from "./signer.js";
import { unusedBindingEdits } from "./unused-bindings.js";
import { updateFunction, type UpdateFunction } from "./update-function.js";

type DoablePlan = BatchPlan | CollectPlan;

/**
 * Turns plans into the edits of one file; refusals among them give none.
 * The edits belong together: each alone may leave code that does not run.
 */
export function rewriteEdits(
  source: SourceFile,
  planned: readonly PlannedFindings[],
  context: PlanContext,
): TextEdit[] {
  const plans = planned
    .flatMap(({ plan }) => (plan.strategy === "refuse" ? [] : [plan]))
    .toSorted((a, b) => startOf(a) - startOf(b));
  const [first] = plans;
  if (!first) return [];
  const { style, project } = context;
  const names = new FreshNames(source);
  const signer = signerFor(source, project, style, names);
  const edits: TextEdit[] = [];
  const functions: string[] = [];
  for (const group of byClient(plans)) {
    const [head, ...tail] = group.map(({ connection }) => connection);
    if (!head) continue;
    const update = updateFunction([head, ...tail], signer, style, names);
    functions.push(update.text);
    for (const plan of group) edits.push(...siteEdits(source, plan, update, context, names));
  }
  const offset = functionPoint(source, startOf(first));
  const unused = unusedBindingEdits(source, plans, [signer.variable]);
  const imports = importEdits(source, signer, unused);
  const above = [...imports, ...unused].filter(({ range }) => range[1] <= offset);
  const gap = followsCode(applyEdits(source.text.slice(0, offset), above)) ? "\n" : "";
  const all = [
    ...imports,
    { range: at(offset), text: `${gap}${functions.join("\n\n")}\n\n` },
    ...edits.filter((edit) => !unused.some((removal) => isInRemoved(edit, removal))),
    ...unused,
  ];
  return all.map(({ range, text }) => ({
    range,
    text: text.replaceAll(/\r?\n/g, style.endOfLine),
  }));
}

/** Whether an edit indents a line that goes. */
function isInRemoved({ range, text }: TextEdit, removal: TextEdit): boolean {
  const [start, end] = range;
  const isIndentation = start === end && /^[ \t]*$/.test(text);
  return isIndentation && removal.range[0] <= start && start < removal.range[1];
}

function startOf(plan: DoablePlan): number {
  return plan.strategy === "batch" ? plan.range[0] : plan.frame.first.range[0];
}

/** One update function serves all sites that send with the same function and the same options. */
function byClient(plans: readonly DoablePlan[]): DoablePlan[][] {
  const groups = new Map<string, DoablePlan[]>();
  for (const plan of plans) {
    const key = JSON.stringify([plan.connection.client.text, plan.connection.options]);
    groups.set(key, [...(groups.get(key) ?? []), plan]);
  }
  return [...groups.values()];
}

function siteEdits(
  source: SourceFile,
  plan: DoablePlan,
  update: UpdateFunction,
  { style }: PlanContext,
  names: FreshNames,
): TextEdit[] {
  return plan.strategy === "batch"
    ? batchEdits(source, plan, update, style, names)
    : collectEdits(source, plan, update, style, names);
}

function importEdits(
  source: SourceFile,
  { importLine, isImport }: Signer,
  removals: readonly TextEdit[],
): TextEdit[] {
  if (importLine === undefined) return [];
  const { offset, after } = importPoint(source, isImport, (statement) =>
    removals.some(({ range, text }) => text === "" && isWithin(statement, { range })),
  );
  return [{ range: at(offset), text: after ? `\n${importLine}` : `${importLine}\n\n` }];
}

function at(offset: number): readonly [number, number] {
  return [offset, offset];
}
