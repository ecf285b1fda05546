import { createHash } from "node:crypto";
import type { MigratedSite } from "../../engine.js";
import { type Failure, failureLine } from "../../project/failure.js";
import { refusals } from "../../rewrite/refusals.js";
import type { FileMigration, MigrateReport, SkippedSite } from "../migrate.js";
import { counted } from "../reporters/printed.js";
import { type DiffBlock, type DiffLine, diffHunks, lineCounts } from "./diff-blocks.js";
import { excerptAround } from "./excerpt.js";
import { type Html, html, rawStyle, rawScript } from "./html.js";
import { pageScript } from "./html-script.js";
import { pageStyle } from "./html-style.js";
import { headline, reasonLink, strategies, type Tally, tally } from "./tally.js";

/**
 * The report as one page that needs nothing else: no network, no other file. Its policy lets nothing run or load but
 * the style and the script that are written here, whatever file names and code hold.
 */
export function htmlReport(report: MigrateReport): string {
  const counts = tally(report);
  const title = `Halo backfill: ${headline(counts)}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${rawStyle(pageStyle)}
      </head>
      <body>
        <a class="skip" href="#files">Skip to the files</a>
        <header>
          <h1>Halo backfill</h1>
          <p class="lead">${lead(report, counts)}</p>
          ${notices(report)} ${figures(counts)}
        </header>
        <main id="files">
          ${counts.sites > 0 ? filterForm(counts) : undefined} ${report.files.map(fileSection)}
          ${skippedSection(report.skipped ?? [])}
          <p class="nothing" hidden>No call site matches the filter.</p>
        </main>
        <footer>
          Written by <code>halo-backfill migrate</code>. Send no Identity Secret to a browser; run
          the rewritten code on a back end.
        </footer>
        ${rawScript(pageScript)}
      </body>
    </html> `.markup;
}

const policy = [
  "default-src 'none'",
  `style-src '${hashSource(pageStyle)}'`,
  `script-src '${hashSource(pageScript)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function hashSource(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function lead(
  { dryRun, blocked }: MigrateReport,
  { sites, filesChanged, filesScanned }: Tally,
): string {
  const scanned = `${counted(filesScanned, "file")} scanned`;
  if (blocked) return `Nothing was written. ${scanned}.`;
  if (sites === 0) return `Nothing to rewrite. ${scanned}.`;
  if (dryRun) return `Dry run: nothing was written, this is what would be. ${scanned}.`;
  return `${counted(filesChanged, "file")} written, ${scanned}.`;
}

function notices({ failures, warnings = [], blocked }: MigrateReport): Html | undefined {
  const lines = [
    ...(blocked ? [`Nothing was rewritten: ${blocked.reason}`] : []),
    ...failures.map((failure: Failure) => failureLine(failure)),
    ...warnings,
  ];
  if (lines.length === 0) return undefined;
  return html`<section class="notices" aria-label="Errors and warnings">
    <ul>
      ${lines.map((line) => html`<li>${line}</li> `)}
    </ul>
  </section>`;
}

function figures(counts: Tally): Html {
  const { sites, rewritten, refused, skipped, errors, filesChanged } = counts;
  const rows = [
    ["Call sites", sites, "all"],
    ["Rewritten", rewritten, "rewritten"],
    ["Left to you", refused, "refused"],
    ["Skipped", skipped, "skipped"],
    ["Files changed", filesChanged, "files"],
    ["Errors", errors, "errors"],
  ] as const;
  const shown = rows.filter(
    ([, value, kind]) => value > 0 || (kind !== "skipped" && kind !== "errors"),
  );
  return html`<dl class="figures">
    ${shown.map(
      ([name, value, kind]) =>
        html`<div class="${kind}">
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
}

function filterForm({ reasons, refused, rewritten, skipped }: Tally): Html {
  const statuses = [
    ["rewritten", `Rewritten (${rewritten})`, rewritten],
    ["refused", `Left to you (${refused})`, refused],
    ["skipped", `Skipped (${skipped})`, skipped],
  ] as const;
  const offered = statuses.filter(([, , count]) => count > 0);
  return html`<form class="filter" role="search" aria-label="Filter" hidden>
    <label class="text">
      <span>Text</span>
      <input type="search" name="text" placeholder="File, code, reason…" autocomplete="off" />
    </label>
    ${choices("status", "Status", offered)}
    ${choices(
      "reason",
      "Reason",
      reasons.map(([reason, count]) => [reason, `${reason} (${count})`]),
    )}
    <span class="buttons">
      <button type="button" name="close">Close all</button>
      <button type="button" name="open">Open all</button>
    </span>
    <output aria-live="polite"></output>
  </form>`;
}

function choices(
  name: string,
  label: string,
  options: readonly (readonly [value: string, words: string, ...rest: unknown[]])[],
): Html | undefined {
  if (options.length === 0) return undefined;
  return html`<label>
    <span>${label}</span>
    <select name="${name}">
      <option value="">All</option>
      ${options.map(([value, words]) => html`<option value="${value}">${words}</option> `)}
    </select>
  </label>`;
}

function fileSection(migration: FileMigration): Html {
  const { file, sites, diff } = migration;
  const rewritten = sites.filter(({ status }) => status === "rewritten").length;
  return html`<details class="file" open>
    <summary>
      <h2>${breakable(file)}</h2>
      <span class="tags">
        ${tag("rewritten", rewritten, "rewritten")}
        ${tag("refused", sites.length - rewritten, "left to you")}
        ${diff === "" ? undefined : changedLines(diff)}
      </span>
    </summary>
    ${
      sites.length > 0
        ? html`<ol class="sites">
            ${sites.map((site) => siteItem(migration, site))}
          </ol>`
        : html`<p class="site">
            ${
              migration.isNew
                ? "It sends the users of the files that import it."
                : "It awaits functions of other files that become async."
            }
          </p>`
    }
    ${diff === "" ? undefined : diffTable(file, diff)}
  </details> `;
}

function changedLines(diff: string): Html {
  const { added, removed } = lineCounts(diff);
  return html`<span class="lines">
    <span class="plus">+${added}</span> <span class="minus">−${removed}</span>
  </span>`;
}

function tag(kind: string, count: number, words: string): Html | undefined {
  return count > 0 ? html`<span class="tag ${kind}">${count} ${words}</span>` : undefined;
}

function siteItem({ file, before }: FileMigration, site: MigratedSite): Html {
  const { line, column, evidence, status } = site;
  const reason = site.status === "refused" ? site.reason : "";
  return html`<li class="site ${status}" data-status="${status}" data-reason="${reason}">
    <h3>
      <code>${breakable(file)}:${line}:${column}</code>
      <span class="tag ${status}">${status === "rewritten" ? site.strategy : reason}</span>
    </h3>
    <dl>
      <dt>Why it counts</dt>
      <dd>${sentence(evidence)}</dd>
      ${site.status === "refused" ? refusal(site) : rewriting(site)}
    </dl>
    ${site.status === "refused" ? excerpt(before, line) : undefined}
    ${site.status === "refused" && site.script !== undefined ? serverScript(site.script) : undefined}
  </li> `;
}

function refusal({ reason, advice }: Extract<MigratedSite, { status: "refused" }>): Html {
  return html`<dt>Why not rewritten</dt>
    <dd>
      ${sentence(refusals[reason].what)}
      <a href="${reasonLink(reason)}" rel="noreferrer">${reason}</a>
    </dd>
    <dt>What to do</dt>
    <dd>${advice}</dd>`;
}

function rewriting({ strategy, notes }: Extract<MigratedSite, { status: "rewritten" }>): Html {
  return html`<dt>Rewritten</dt>
    <dd>${strategies[strategy]}</dd>
    ${
      notes.length > 0
        ? html`<dt>To know</dt>
            <dd>${sentence(notes.join("; "))}</dd>`
        : undefined
    }`;
}

function serverScript(script: string): Html {
  return html`<details class="script">
    <summary>A script for a server that does the same</summary>
    <pre class="code"><code>${script}</code></pre>
  </details>`;
}

function excerpt(text: string, line: number): Html {
  const lines = excerptAround(text, line);
  return html`<div class="code excerpt">
    ${lines.map(
      ({ number, text: code }) =>
        html`<div class="line${number === line ? " here" : ""}">
          <span class="number">${number}</span><code>${code}</code>
        </div>`,
    )}
  </div>`;
}

function diffTable(file: string, diff: string): Html {
  return html`<div class="code diff" role="group" aria-label="Changes in ${file}">
    ${diffHunks(diff).map(
      ({ header, blocks }) =>
        html`<div class="hunk">${header}</div>
          ${blocks.map(blockRows)}`,
    )}
  </div>`;
}

/** Old lines come before new ones, which reads as a unified diff; a wide screen puts them side by side. */
function blockRows({ kind, old, new: fresh }: DiffBlock): Html {
  if (kind === "same") {
    // The copy is only for the other half of a wide screen: else the numbers are those of the new text.
    return html`<div class="block">
      ${old.map((line) => diffRow("div", "old copy", line))}
      ${fresh.map((line) => diffRow("div", "new", line))}
    </div>`;
  }
  return html`<div class="block changed">
    ${old.map((line) => diffRow("del", "old", line))}${fresh.map((line) => diffRow("ins", "new", line))}
  </div>`;
}

function diffRow(element: "div" | "del" | "ins", side: string, { number, text }: DiffLine): Html {
  const content = html`<span class="number">${number}</span><code>${text}</code>`;
  const hidden = side === "old copy" ? html` aria-hidden="true"` : undefined;
  switch (element) {
    case "div":
      return html`<div class="line ${side}" ${hidden}>${content}</div>`;
    case "del":
      return html`<del class="line ${side}">${content}</del>`;
    case "ins":
      return html`<ins class="line ${side}">${content}</ins>`;
  }
}

function skippedSection(skipped: readonly SkippedSite[]): Html | undefined {
  if (skipped.length === 0) return undefined;
  return html`<details class="file" open>
    <summary><h2>Skipped by you</h2></summary>
    <ol class="sites">
      ${skipped.map(
        ({ file, line, column }) =>
          html`<li class="site skipped" data-status="skipped" data-reason="">
            <h3>
              <code>${breakable(file)}:${line}:${column}</code>
              <span class="tag skipped">skipped</span>
            </h3>
          </li> `,
      )}
    </ol>
  </details>`;
}

/** A path that may break after each folder. */
function breakable(path: string): Html {
  const [first = "", ...rest] = path.split("/");
  return html`${first}${rest.map((part) => html`/<wbr />${part}`)}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
