import type { RefusalReason } from "../../rewrite/refusals.js";
import type { MigrateReport } from "../migrate.js";
import { counted } from "../reporters/printed.js";

/** The figures of a run. */
export interface Tally {
  sites: number;
  rewritten: number;
  refused: number;
  skipped: number;
  errors: number;
  filesChanged: number;
  filesScanned: number;
  /** How often each reason was given, the most frequent first. */
  reasons: [RefusalReason, number][];
}

/** Counts what a run did. */
export function tally({ files, failures, skipped = [], filesScanned }: MigrateReport): Tally {
  const sites = files.flatMap((file) => file.sites);
  const reasons = new Map<RefusalReason, number>();
  for (const site of sites) {
    if (site.status === "refused") reasons.set(site.reason, (reasons.get(site.reason) ?? 0) + 1);
  }
  const refused = sites.filter(({ status }) => status === "refused").length;
  return {
    sites: sites.length + skipped.length,
    rewritten: sites.length - refused,
    refused,
    skipped: skipped.length,
    errors: failures.length,
    filesChanged: files.filter(({ diff }) => diff !== "").length,
    filesScanned,
    reasons: [...reasons].sort((a, b) => b[1] - a[1]),
  };
}

/** What became of all call sites, in a few words. */
export function headline({ rewritten, refused, skipped, errors, sites }: Tally): string {
  if (sites === 0 && errors === 0) return "nothing to rewrite";
  const parts = [
    `${rewritten} rewritten`,
    ...(refused > 0 ? [`${refused} left to you`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(errors > 0 ? [counted(errors, "error")] : []),
  ];
  return parts.join(", ");
}

/** What each strategy makes of a call site. */
export const strategies = {
  batch: "The loop, or the single call, becomes one call that sends all users in batches.",
  collect: "The loop keeps its other work and collects the updates, which are sent in batches.",
} as const;

/** Where a reason is explained. */
export function reasonLink(reason: RefusalReason): string {
  return `https://github.com/halo-agents/eslint-plugin-halo-backfill/blob/main/docs/refusals.md#${reason}`;
}
