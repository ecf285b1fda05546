import { failureLine } from "../../project/failure.js";
import { refusals } from "../../rewrite/refusals.js";
import type { FileMigration, MigrateReport } from "../migrate.js";
import { counted } from "../reporters/printed.js";
import { lineCounts } from "./diff-blocks.js";
import { visible } from "../reporters/visible.js";
import { headline, reasonLink, tally } from "./tally.js";

/** What GitHub takes as the body of a pull request or of a comment. */
export const bodyLimit = 65_536;

/** How far each part may fill the body, so that a long one leaves room for the next; the rest is for the notes. */
const shares = { errors: 0.1, table: 0.35, checklist: 0.65, scripts: 0.75, diffs: 0.985 };

/** The report as the body of a pull request: a table, what is left to do as a checklist, and the diffs to unfold. */
export function markdownReport(report: MigrateReport): string {
  const { files, failures, warnings = [], blocked, dryRun, filesScanned } = report;
  const counts = tally(report);
  const written =
    dryRun || blocked ? "Nothing was written" : `${counted(counts.filesChanged, "file")} written`;
  const body = new Body();
  body.text += `## Halo backfill: ${headline(counts)}\n\n`;
  body.text += `${written}; ${counted(filesScanned, "file")} scanned.\n`;
  const problems = [
    ...(blocked ? [`Nothing was rewritten: ${blocked.reason}`] : []),
    ...failures.map(failureLine),
    ...warnings,
  ];
  body.list(
    "\n",
    problems.map((line) => `- ⚠️ ${plain(line)}\n`),
    "error",
    shares.errors,
  );
  const table = "\n| File | Rewritten | Left to you | Lines |\n| :--- | ---: | ---: | ---: |\n";
  body.list(table, files.map(tableRow), "file", shares.table);
  body.list("\n### Left to you\n\n", files.flatMap(checklist), "call site", shares.checklist);
  body.list("\n### To know\n\n", files.flatMap(notes), "note", shares.checklist);
  body.list("\n### Scripts for a server\n", files.flatMap(foldedScripts), "script", shares.scripts);
  const diffs = files.filter(({ diff }) => diff !== "").map(foldedDiff);
  body.list("\n### Changes\n", diffs, "diff", shares.diffs);
  return body.text;
}

class Body {
  text = "";

  /** Appends what fits into a share of the limit, and says how much did not. */
  list(heading: string, items: readonly string[], noun: string, share: number): void {
    if (items.length === 0) return;
    this.text += heading;
    let left = 0;
    for (const item of items) {
      if (this.text.length + item.length <= bodyLimit * share) this.text += item;
      else left++;
    }
    if (left > 0) {
      this.text += `\n_${counted(left, `more ${noun}`)} left out, since GitHub takes no more than ${bodyLimit} characters; \`--report report.html\` has all._\n`;
    }
  }
}

function tableRow({ file, sites, diff }: FileMigration): string {
  const rewritten = sites.filter(({ status }) => status === "rewritten").length;
  const lines = diff === "" ? "" : changedLines(diff);
  return `| ${code(file).replaceAll("|", "\\|")} | ${rewritten} | ${sites.length - rewritten} | ${lines} |\n`;
}

function changedLines(diff: string): string {
  const { added, removed } = lineCounts(diff);
  return `+${added} −${removed}`;
}

function checklist({ file, sites }: FileMigration): string[] {
  return sites.flatMap((site) => {
    if (site.status !== "refused") return [];
    const { line, column, reason, advice, evidence } = site;
    return [
      `- [ ] ${code(`${file}:${line}:${column}`)} [${reason}](${reasonLink(reason)}): ${refusals[reason].what}. **${advice}** (Why it counts: ${plain(evidence)}.)\n`,
    ];
  });
}

function notes({ file, sites }: FileMigration): string[] {
  return sites.flatMap((site) =>
    site.status === "rewritten" && site.notes.length > 0
      ? [`- ${code(`${file}:${site.line}:${site.column}`)}: ${plain(site.notes.join("; "))}\n`]
      : [],
  );
}

function foldedDiff({ file, diff }: FileMigration): string {
  return folded(file, changedLines(diff), "diff", diff);
}

function foldedScripts({ file, sites }: FileMigration): string[] {
  return sites.flatMap((site) =>
    site.status === "refused" && site.script !== undefined
      ? [
          folded(
            `${file}:${site.line}:${site.column}`,
            "does the same on a server",
            "js",
            site.script,
          ),
        ]
      : [],
  );
}

function folded(place: string, words: string, language: string, content: string): string {
  const text = visible(content);
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  const name = oneLine(place).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const summary = `<summary><code>${name}</code> (${words})</summary>`;
  return `\n<details>${summary}\n\n${fence}${language}\n${text}${fence}\n\n</details>\n`;
}

/** A code span that may hold backticks. */
function code(text: string): string {
  const line = oneLine(text);
  const longest = longestRun(line);
  if (longest === 0) return `\`${line}\``;
  const fence = "`".repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
}

/** Text in which nothing is markup, and nobody is mentioned. */
function plain(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*_[\]<>|~&]/gu, String.raw`\$&`)
    .replaceAll("@", "@\u200B");
}

function oneLine(text: string): string {
  return visible(text).replaceAll("\n", "\uFFFD");
}
