import type { RewriteOutcome } from "../../engine.js";
import type { CheckReport, FileFinding } from "../check.js";
import { failuresText } from "./failures-text.js";
import { refusalText } from "./refusal-text.js";
import { type Colors, counted, type Printed, type Styles } from "./printed.js";

/** For people: grouped by file as ESLint does, and for each call what `migrate` would do with it. */
export function reportStylish(report: CheckReport, { out, err }: Styles): Printed {
  const groups = [...byFile(report.findings)].map(([file, findings]) =>
    groupText(file, findings, out),
  );
  return {
    stdout: `${[...groups, summary(report, out)].join("\n")}\n`,
    stderr: failuresText(report.failures, err),
  };
}

function byFile(findings: readonly FileFinding[]): Map<string, FileFinding[]> {
  const groups = new Map<string, FileFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  return groups;
}

function groupText(file: string, findings: readonly FileFinding[], colors: Colors): string {
  const width = Math.max(...findings.map((finding) => position(finding).length));
  const rows = findings.map((finding) => {
    const indent = " ".repeat(width + 4);
    const place = colors.dim(position(finding).padEnd(width));
    return [
      `  ${place}  ${colors.red("error")}  ${finding.message}  ${colors.dim(finding.rule)}`,
      `${indent}${colors.dim("why")}    ${finding.evidence}`,
      `${indent}${colors.dim("then")}   ${prospect(finding.rewrite)}`,
    ].join("\n");
  });
  return `${colors.underline(file)}\n${rows.join("\n")}\n`;
}

function position({ line, column }: FileFinding): string {
  return `${line}:${column}`;
}

function prospect(rewrite: RewriteOutcome): string {
  return rewrite.strategy === "refuse"
    ? `migrate leaves it to you: ${refusalText(rewrite)}`
    : `migrate rewrites it (${rewrite.strategy})`;
}

function summary(report: CheckReport, colors: Colors): string {
  const { findings, failures, filesScanned } = report;
  const scanned = `${counted(filesScanned, "file")} scanned`;
  const failed = failures.length > 0 ? `, ${counted(failures.length, "error")}` : "";
  if (findings.length === 0) {
    const text = `nothing found (${scanned}${failed})`;
    return failures.length > 0 ? colors.yellow(`! ${text}`) : colors.green(`✔ ${text}`);
  }
  const files = new Set(findings.map(({ file }) => file)).size;
  const found = `✖ ${counted(findings.length, "finding")} in ${counted(files, "file")}`;
  return `${colors.red(colors.bold(found))} (${scanned}${failed})\n${migrateLine(findings)}`;
}

function migrateLine(findings: readonly FileFinding[]): string {
  const refused = findings.filter(({ rewrite }) => rewrite.strategy === "refuse").length;
  const rewritten = findings.length - refused;
  if (rewritten === 0) return "  halo-backfill migrate would rewrite none of them.";
  const rest = refused > 0 ? ` and leave ${refused} to you` : "";
  return `  halo-backfill migrate would rewrite ${rewritten}${rest}; add --dry-run to see the changes first.`;
}
