import type { SourceFile } from "../source/source-file.js";
import { csvFunction } from "./csv-function.js";
import type { FreshNames } from "./names.js";
import { asksForRefusal, handlersOf } from "./failure-handler.js";
import type { BatchPlan, CollectPlan, PlanContext } from "./plan.js";
import type { SendFunction } from "./send-function.js";
import { signerFor } from "./signer.js";
import { updateFunction } from "./update-function.js";
import { fitsModule, importedSendFunction } from "./update-module.js";

type DoablePlan = BatchPlan | CollectPlan;

/** The functions that the rewritten call sites of a file hand their users to, each with the sites' plans. */
export function sendFunctions(
  source: SourceFile,
  plans: readonly DoablePlan[],
  context: PlanContext,
  names: FreshNames,
): { send: SendFunction; plans: readonly DoablePlan[] }[] {
  const { style, project, target } = context;
  if (target === "csv") return [{ send: csvFunction(source, plans, context, names), plans }];
  const signer = signerFor(source, project, style, names);
  return byClient(plans).flatMap((group) => {
    const [head, ...tail] = group.map(({ connection }) => connection);
    if (!head) return [];
    if (context.module !== undefined && fitsModule(head)) {
      const send = importedSendFunction(source, group, context.module, context, names);
      return [{ send, plans: group }];
    }
    const tellsStatus = group.some((plan) => handlersOf(plan).some(asksForRefusal));
    const send = updateFunction([head, ...tail], target, signer, style, names, tellsStatus);
    return [{ send, plans: group }];
  });
}

/** One function serves all sites that send with the same function and the same options. */
function byClient(plans: readonly DoablePlan[]): DoablePlan[][] {
  const groups = new Map<string, DoablePlan[]>();
  for (const plan of plans) {
    const key = JSON.stringify([plan.connection.client.text, plan.connection.options]);
    groups.set(key, [...(groups.get(key) ?? []), plan]);
  }
  return [...groups.values()];
}
