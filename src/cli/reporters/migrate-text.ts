import type { MigratedSite } from "../../engine.js";
import type { FileMigration, MigrateReport } from "../migrate.js";
import { coloredDiff } from "./colored-diff.js";
import { failuresText } from "./failures-text.js";
import { refusalText } from "./refusal-text.js";
import { type Colors, counted, type Printed, type Styles } from "./printed.js";
import { visible } from "./visible.js";

/** For people: the diff where they want it, then one line a call site, then a summary. */
export function reportText(report: MigrateReport, { out, err }: Styles): Printed {
  const { files, skipped = [], warnings = [], failures, blocked, dryRun } = report;
  const stderr = [
    ...warnings.map((warning) => `${err.yellow(warning)}\n`),
    failuresText(failures, err),
    ...(blocked ? [blockedLine(blocked.reason, err)] : []),
  ].join("");
  if (blocked) return { stdout: "", stderr };
  const diffs = dryRun || report.showsDiff ? files.map(({ diff }) => coloredDiff(diff, out)) : [];
  const sites = files.flatMap((file) => siteLines(file, dryRun, out).map((line) => `${line}\n`));
  const declined = skipped.map(
    ({ file, line, column }) => `${file}:${line}:${column}: ${out.yellow("skipped")}\n`,
  );
  const parts = [diffs.join(""), [...sites, ...declined].join(""), `${summary(report)}\n`];
  return { stdout: parts.filter((part) => part !== "").join("\n"), stderr };
}

/** The one line that says why a whole run wrote nothing. */
export function blockedLine(reason: string, colors: Colors): string {
  return `${colors.red(`nothing was rewritten: ${reason}`)}\n`;
}

function siteLines(
  { file, sites, isNew }: FileMigration,
  dryRun: boolean,
  colors: Colors,
): string[] {
  if (isNew) {
    const added = colors.green(dryRun ? "would be added" : "added");
    return [`${file}: ${added} (sends the users of the files that import it)`];
  }
  if (sites.length > 0) return sites.map((site) => siteLine(file, site, dryRun, colors));
  return [`${file}: ${doneWords(dryRun, colors)} (awaits functions that become async)`];
}

function doneWords(dryRun: boolean, colors: Colors): string {
  return colors.green(dryRun ? "would be rewritten" : "rewritten");
}

function siteLine(file: string, site: MigratedSite, dryRun: boolean, colors: Colors): string {
  const place = `${file}:${site.line}:${site.column}`;
  if (site.status === "refused") {
    const refused = `${place}: ${colors.yellow("refused")}: ${refusalText(site)}`;
    return site.script === undefined ? refused : `${refused}\n${scriptText(site.script, colors)}`;
  }
  return `${place}: ${[`${doneWords(dryRun, colors)} (${site.strategy})`, ...site.notes].join("; ")}`;
}

/** A script to copy, set apart by its indentation. */
function scriptText(script: string, colors: Colors): string {
  const lines = script.trimEnd().split("\n");
  const indented = lines.map((line) => (line === "" ? "" : `    ${visible(line)}`));
  return [colors.bold("  This script for a server does the same:"), ...indented].join("\n");
}

function summary(report: MigrateReport): string {
  const { dryRun, filesScanned, files, failures, skipped = [], typesChecked = 0 } = report;
  const sites = files.flatMap((file) => file.sites);
  const refused = sites.filter(({ status }) => status === "refused").length;
  const rewritten = sites.length - refused;
  const changed = files.filter(isChanged).length;
  const scanned = `${counted(filesScanned, "file")} scanned`;
  const failed = failures.length > 0 ? [counted(failures.length, "error")] : [];
  const declined = skipped.length > 0 ? [`${skipped.length} skipped`] : [];
  if (sites.length === 0) {
    return `Nothing to rewrite (${[scanned, ...declined, ...failed].join(", ")}).`;
  }
  const done = `${counted(rewritten, "call")} ${dryRun ? "would be rewritten" : "rewritten"} in ${counted(changed, "file")}`;
  const left = refused > 0 ? [`${refused} left to you`] : [];
  const types = typesChecked > 0 ? [`types checked in ${counted(typesChecked, "file")}`] : [];
  const text = [done, ...left, ...declined, ...failed, ...types, scanned].join(", ");
  if (dryRun) return `Dry run, nothing was written: ${text}.`;
  return changed > 0 ? `${text}.\n${afterwards}` : `${text}.`;
}

const afterwards = "Look at it with git diff, or take it back with halo-backfill migrate --undo.";

function isChanged({ diff }: FileMigration): boolean {
  return diff !== "";
}
