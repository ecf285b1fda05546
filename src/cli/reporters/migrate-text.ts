import type { MigratedSite } from "../../engine.js";
import type { FileMigration, MigrateReport } from "../migrate.js";
import { failuresText } from "./failures-text.js";
import { refusalText } from "./refusal-text.js";
import { type Colors, counted, type Printed, type Styles } from "./printed.js";

/** For people: the diff, then one line a call site, then a summary. */
export function reportText(report: MigrateReport, { out, err }: Styles): Printed {
  const stderr = failuresText(report.failures, err);
  if (report.blocked)
    return { stdout: "", stderr: stderr + blockedLine(report.blocked.reason, err) };
  const diffs = report.files.map(({ diff }) => coloredDiff(diff, out)).join("");
  const sites = report.files.flatMap((file) =>
    file.sites.map((site) => `${siteLine(file.file, site, report.dryRun, out)}\n`),
  );
  const parts = [diffs, sites.join(""), `${summary(report)}\n`];
  return { stdout: parts.filter((part) => part !== "").join("\n"), stderr };
}

/** The one line that says why a whole run wrote nothing. */
export function blockedLine(reason: string, colors: Colors): string {
  return `${colors.red(`nothing was rewritten: ${reason}`)}\n`;
}

function coloredDiff(diff: string, colors: Colors): string {
  if (!colors.isColorSupported) return diff;
  return diff
    .split("\n")
    .map((line, index) => (index < 2 ? colors.bold(line) : coloredLine(visible(line), colors)))
    .join("\n");
}

function coloredLine(line: string, colors: Colors): string {
  if (line.startsWith("@@")) return colors.cyan(line);
  if (line.startsWith("+")) return colors.green(line);
  if (line.startsWith("-")) return colors.red(line);
  return line;
}

/** On a terminal, control characters in the source would act instead of being seen. */
function visible(line: string): string {
  return line.replace(/\r$/u, "").replaceAll(/[^\P{Cc}\t\n]/gu, "\uFFFD");
}

function siteLine(file: string, site: MigratedSite, dryRun: boolean, colors: Colors): string {
  const place = `${file}:${site.line}:${site.column}`;
  if (site.status === "refused") {
    const refused = `${place}: ${colors.yellow("refused")}: ${refusalText(site)}`;
    return site.script === undefined ? refused : `${refused}\n${scriptText(site.script, colors)}`;
  }
  const done = colors.green(dryRun ? "would be rewritten" : "rewritten");
  return `${place}: ${[`${done} (${site.strategy})`, ...site.notes].join("; ")}`;
}

/** A script to copy, set apart by its indentation. */
function scriptText(script: string, colors: Colors): string {
  const lines = script.trimEnd().split("\n");
  const indented = lines.map((line) => (line === "" ? "" : `    ${visible(line)}`));
  return [colors.bold("  This script for a server does the same:"), ...indented].join("\n");
}

function summary({ dryRun, filesScanned, files, failures }: MigrateReport): string {
  const sites = files.flatMap((file) => file.sites);
  const refused = sites.filter(({ status }) => status === "refused").length;
  const rewritten = sites.length - refused;
  const scanned = `${counted(filesScanned, "file")} scanned`;
  const failed = failures.length > 0 ? [counted(failures.length, "error")] : [];
  if (sites.length === 0) return `Nothing to rewrite (${[scanned, ...failed].join(", ")}).`;
  const changed = counted(files.filter(isChanged).length, "file");
  const done = `${counted(rewritten, "call")} ${dryRun ? "would be rewritten" : "rewritten"} in ${changed}`;
  const left = refused > 0 ? [`${refused} left to you`] : [];
  const text = [done, ...left, ...failed, scanned].join(", ");
  return dryRun ? `Dry run, nothing was written: ${text}.` : `${text}.`;
}

function isChanged({ diff }: FileMigration): boolean {
  return diff !== "";
}
