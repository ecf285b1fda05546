import type { TSESTree } from "@typescript-eslint/types";
import { type Connection, connectionOf, noConnection } from "./connection.js";
import type { LoopSite, PlanContext } from "./plan.js";
import type { RefusalReason } from "./refusals.js";

/** How all calls of identify in a loop talk to Halo, where they do so alike. */
export function sharedConnection(
  anchor: TSESTree.Node,
  findings: readonly LoopSite[],
  { settings, style, target }: PlanContext,
): Connection | RefusalReason {
  if (target === "csv") return noConnection;
  let shared: Connection | undefined;
  for (const { site } of findings) {
    const connection = connectionOf(site, settings, style, anchor);
    if (typeof connection === "string") return connection;
    if (shared && JSON.stringify(shared) !== JSON.stringify(connection)) return "per-user-request";
    shared = connection;
  }
  return shared ?? "dynamic-arguments";
}
