import type { SourceFile } from "../source/source-file.js";
import { isWithin } from "../source/syntax.js";
import { applyEdits, type TextEdit } from "../source/text-edit.js";
import { batchEdits } from "./batch-edits.js";
import { editsAround } from "./callers/async-around.js";
import { collectEdits } from "./collect-edits.js";
import { followsCode, functionPoint, importPoint } from "./insertion-points.js";
import { FreshNames } from "./names.js";
import {
  type BatchPlan,
  type CollectPlan,
  type PlanContext,
  type PlannedFindings,
  updatesOf,
} from "./plan.js";
import type { ImportedExport } from "./imported-export.js";
import type { SendFunction } from "./send-function.js";
import { sendFunctions } from "./send-functions.js";
import { unusedBindingEdits } from "./unused-bindings.js";

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
  const { style } = context;
  const names = new FreshNames(source);
  const edits: TextEdit[] = [];
  const functions: SendFunction[] = [];
  for (const { send, plans: group } of sendFunctions(source, plans, context, names)) {
    functions.push(send);
    for (const plan of group) edits.push(...siteEdits(source, plan, send, context, names));
  }
  const imported = new Map(
    functions.flatMap((send) => send.imported).map((each) => [each.local, each]),
  );
  const offset = functionPoint(source, startOf(first));
  const unused = unusedBindingEdits(
    source,
    plans,
    [...imported.values()].map(({ variable }) => variable),
  );
  const declared = plans.flatMap(updatesOf).flatMap((update) => update.edits);
  const imports = [
    ...[...imported.values()].flatMap((each) => importEdits(source, each, unused)),
    ...functions.flatMap(({ state, imported: [first] }) =>
      state === undefined ? [] : stateEdit(source, state, first?.isImport === true, unused),
    ),
  ];
  const above = [...imports, ...unused].filter(({ range }) => range[1] <= offset);
  const gap = followsCode(applyEdits(source.text.slice(0, offset), above)) ? "\n" : "";
  const all = [
    ...imports,
    { range: at(offset), text: `${gap}${functions.map(({ text }) => text).join("\n\n")}\n\n` },
    ...edits.filter(
      (edit) => ![...unused, ...declared].some((change) => isInRemoved(edit, change)),
    ),
    ...unused,
    ...declared,
    ...(editsAround(planned).get(source.path) ?? []),
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

function startOf(plan: BatchPlan | CollectPlan): number {
  return plan.strategy === "batch" ? plan.range[0] : plan.statement.range[0];
}

function siteEdits(
  source: SourceFile,
  plan: BatchPlan | CollectPlan,
  update: SendFunction,
  { style }: PlanContext,
  names: FreshNames,
): TextEdit[] {
  return plan.strategy === "batch"
    ? batchEdits(source, plan, update, style, names)
    : collectEdits(source, plan, update, style, names);
}

function importEdits(
  source: SourceFile,
  { line, isImport }: ImportedExport,
  removals: readonly TextEdit[],
): TextEdit[] {
  if (line === undefined) return [];
  const { offset, after } = importPointOf(source, isImport, removals);
  return [{ range: at(offset), text: after ? `\n${line}` : `${line}\n\n` }];
}

/** Puts a declaration after the imports, which run before everything else. */
function stateEdit(
  source: SourceFile,
  state: string,
  isImport: boolean,
  removals: readonly TextEdit[],
): TextEdit {
  const { offset, after } = importPointOf(source, isImport, removals);
  return { range: at(offset), text: after ? `\n\n${state}` : `${state}\n\n` };
}

function importPointOf(source: SourceFile, isImport: boolean, removals: readonly TextEdit[]) {
  return importPoint(source, isImport, (statement) =>
    removals.some(({ range, text }) => text === "" && isWithin(statement, { range })),
  );
}

function at(offset: number): readonly [number, number] {
  return [offset, offset];
}
