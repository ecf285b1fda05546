import type { TSESTree } from "@typescript-eslint/types";
import type { ProjectFacts } from "../../project/project-facts.js";
import type { SourceFile } from "../../source/source-file.js";
import { type TextEdit, editKey } from "../../source/text-edit.js";
import { canAwait } from "../awaiting.js";
import type { Plan, PlannedFindings } from "../plan.js";
import { type AsyncChange, asyncChange, type AsyncContext } from "./async-change.js";
import { mayBeAsync } from "./async-function.js";
import { awaitingFunction } from "./await-edits.js";

export type { AsyncChange } from "./async-change.js";

/** Whether `await` may stand where a node does, or could if the function around it were async. */
export function mayAwait(source: SourceFile, node: TSESTree.Node, project: ProjectFacts): boolean {
  if (canAwait(source, node, project)) return true;
  const fn = awaitingFunction(node);
  return !!fn && !fn.async && mayBeAsync(fn);
}

/** What makes the function around a node async. */
export function asyncAround(
  source: SourceFile,
  node: TSESTree.Node,
  context: AsyncContext,
): AsyncChange | undefined {
  const fn = awaitingFunction(node);
  return fn ? asyncChange(source, fn, context) : undefined;
}

/**
 * The groups of which one would await a call in code that the other rewrites: a loop that calls what has the other loop,
 * for one. Neither is rewritten, for which of the two updates Halo is sent first would change.
 */
export function entangled(
  source: SourceFile,
  planned: readonly PlannedFindings[],
): ReadonlySet<PlannedFindings> {
  const found = new Set<PlannedFindings>();
  for (const group of planned) {
    const edits =
      group.plan.strategy === "refuse" ? undefined : group.plan.around?.get(source.path);
    if (!edits) continue;
    for (const other of planned) {
      const span = spanOf(other.plan);
      if (!span || !edits.some(({ range: [at] }) => span[0] <= at && at < span[1])) continue;
      found.add(group).add(other);
    }
  }
  return found;
}

function spanOf(plan: Plan): readonly [number, number] | undefined {
  if (plan.strategy === "refuse") return undefined;
  if (plan.strategy === "batch") return plan.range;
  return [plan.frame.first.range[0], plan.frame.last.range[1]];
}

/** The edits that make functions async for the plans of a file, by the path of the file that they change; each once. */
export function editsAround(
  planned: readonly PlannedFindings[],
): ReadonlyMap<string, readonly TextEdit[]> {
  const all = new Map<string, Map<string, TextEdit>>();
  for (const { plan } of planned) {
    if (plan.strategy === "refuse" || !plan.around) continue;
    for (const [path, edits] of plan.around) {
      const known = all.get(path) ?? new Map<string, TextEdit>();
      all.set(path, known);
      for (const edit of edits) known.set(editKey(edit), edit);
    }
  }
  return new Map([...all].map(([path, edits]) => [path, [...edits.values()]]));
}
