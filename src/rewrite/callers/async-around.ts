import type { TSESTree } from "@typescript-eslint/types";
import type { ProjectFacts } from "../../project/project-facts.js";
import type { SourceFile } from "../../source/source-file.js";
import type { TextEdit } from "../../source/text-edit.js";
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

/** Whether a call that is to be awaited lies in code that is itself rewritten: the loop that calls its own function, for one. */
export function hitsRewrite(
  source: SourceFile,
  plan: Plan,
  planned: readonly PlannedFindings[],
): boolean {
  const edits = plan.strategy === "refuse" ? undefined : plan.around?.get(source.path);
  return (
    edits?.some(({ range: [offset] }) =>
      planned.some((other) => {
        if (other.plan.strategy === "refuse") return false;
        const span =
          other.plan.strategy === "batch" ? other.plan.range : other.plan.statement.range;
        return span[0] <= offset && offset < span[1];
      }),
    ) === true
  );
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
      for (const edit of edits) known.set(`${edit.range.join()} ${edit.text}`, edit);
    }
  }
  return new Map([...all].map(([path, edits]) => [path, [...edits.values()]]));
}
