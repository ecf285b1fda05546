/** How the report's page looks: on a phone, a wide screen and paper, by day and by night. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --text: #1d2530; --quiet: #5b6675; --edge: #d9dee5; --accent: #2457c5;
  --good: #1a6b3c; --good-soft: #e2f5e8; --warn: #8a5200; --warn-soft: #fdf0d8; --bad: #a3242b; --bad-soft: #fde8e8;
  --old: #ffecec; --old-edge: #f6c5c6; --new: #e6f8ea; --new-edge: #b5e2c0; --hunk: #eef2f9; --here: #fff6d6; --void: #f6f7f9;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #11151b; --card: #191f28; --text: #e2e8f0; --quiet: #98a4b5; --edge: #2e3744; --accent: #8db4ff;
    --good: #7fd6a0; --good-soft: #15331f; --warn: #f0bd6a; --warn-soft: #3a2b0e; --bad: #ff9da1; --bad-soft: #401a1d;
    --old: #3a1d21; --old-edge: #6b2f36; --new: #14301f; --new-edge: #275c3a; --hunk: #202836; --here: #3a3214; --void: #151a22;
  }
}
html { scroll-padding-top: 9rem; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0 auto; padding: 1.25rem clamp(0.75rem, 3vw, 2.5rem) 3rem; max-width: 100rem;
  background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -100vw; background: var(--card); padding: 0.5rem 1rem; }
.skip:focus { left: 1rem; z-index: 2; }
h1 { margin: 0; font-size: 1.6rem; letter-spacing: -0.01em; }
.lead { margin: 0.15rem 0 1rem; color: var(--quiet); }
code, .code { font-family: var(--mono); }

.notices { margin: 0 0 1rem; padding: 0.75rem 1rem; border-left: 4px solid var(--bad); border-radius: 6px; background: var(--bad-soft); color: var(--bad); }
.notices ul { margin: 0; padding-left: 1.1rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 0.6rem; margin: 0 0 1.25rem; }
.figures div { display: flex; flex-direction: column-reverse; padding: 0.7rem 0.9rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--card); }
.figures dt { color: var(--quiet); font-size: 0.875rem; }
.figures dd { margin: 0; font-size: 1.7rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures .rewritten dd { color: var(--good); }
.figures .refused dd, .figures .skipped dd { color: var(--warn); }
.figures .errors dd { color: var(--bad); }

.filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: end; gap: 0.6rem; margin: 0 0 1rem; padding: 0.7rem 0.9rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--card); box-shadow: 0 2px 8px rgb(0 0 0 / 8%); }
.filter label { display: flex; flex-direction: column; flex: 1 1 9rem; min-width: 0; gap: 0.15rem; color: var(--quiet); font-size: 0.8rem; }
.filter .text { flex: 3 1 14rem; }
.filter input, .filter select, .filter button { min-height: 2.5rem; min-width: 0; padding: 0.3rem 0.6rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--page); color: var(--text); font: inherit; font-size: 1rem; }
.filter button { cursor: pointer; }
.buttons { display: flex; gap: 0.4rem; }
.filter output { flex: 1 0 100%; color: var(--quiet); font-size: 0.875rem; }

.file { margin: 0 0 1rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--card); overflow: clip; }
.file > summary { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.9rem; padding: 0.7rem 1rem; cursor: pointer; list-style: none; }
.file > summary::-webkit-details-marker { display: none; }
.file > summary::before { content: ""; width: 0.5rem; height: 0.5rem; border: solid var(--quiet); border-width: 0 2px 2px 0; transform: rotate(-45deg); flex: none; }
.file[open] > summary::before { transform: rotate(45deg); }
.file h2 { flex: 1 1 12rem; margin: 0; font: 600 1rem/1.4 var(--mono); }
.tags { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; }
.tag { padding: 0.05rem 0.55rem; border-radius: 99px; font: 600 0.8rem/1.6 system-ui, sans-serif; white-space: nowrap; }
.tag.rewritten { background: var(--good-soft); color: var(--good); }
.tag.refused, .tag.skipped { background: var(--warn-soft); color: var(--warn); }
.lines { font: 0.85rem var(--mono); }
.plus { color: var(--good); } .minus { color: var(--bad); }

.sites { margin: 0; padding: 0; list-style: none; }
.site { padding: 0.8rem 1rem; border-top: 1px solid var(--edge); }
.site h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.6rem; margin: 0 0 0.35rem; font-size: 0.95rem; font-weight: 600; }
.site dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.15rem 1rem; margin: 0; }
.site dt { color: var(--quiet); }
.site dd { margin: 0; }

.code { font-size: 0.8125rem; line-height: 1.5; tab-size: 4; }
.diff { border-top: 1px solid var(--edge); }
.excerpt { margin-top: 0.6rem; border: 1px solid var(--edge); border-radius: 6px; overflow: clip; }
.script { margin-top: 0.6rem; }
.script summary { cursor: pointer; color: var(--accent); }
.script pre { margin: 0.4rem 0 0; padding: 0.6rem 0.9rem; border: 1px solid var(--edge); border-radius: 6px; white-space: pre-wrap; }
.hunk { padding: 0.2rem 1rem; background: var(--hunk); color: var(--quiet); }
.line { display: grid; grid-template-columns: 3.25rem minmax(0, 1fr); text-decoration: none; color: inherit; }
.line code { padding: 0 0.75rem 0 1.4rem; text-indent: -0.9rem; white-space: pre-wrap; font-size: inherit; }
.line code::before { content: "\\a0"; display: inline-block; width: 0.9rem; text-indent: 0; }
.number { padding-right: 0.5rem; border-right: 1px solid var(--edge); color: var(--quiet); text-align: right; user-select: none; }
del.line { background: var(--old); } del .number { border-color: var(--old-edge); } del.line code::before { content: "−"; color: var(--bad); }
ins.line { background: var(--new); } ins .number { border-color: var(--new-edge); } ins.line code::before { content: "+"; color: var(--good); }
.here { background: var(--here); }
.copy { display: none; }

@media (min-width: 62rem) {
  .block { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); grid-auto-flow: row dense; }
  .block .old { grid-column: 1; border-right: 1px solid var(--edge); }
  .block .new { grid-column: 2; }
  .block.changed { background: var(--void); }
  .copy { display: grid; }
}
@media (max-width: 40rem) {
  body { padding-top: 0.9rem; }
  html { scroll-padding-top: 1rem; }
  .figures { grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: 0.4rem; }
  .figures div { padding: 0.5rem 0.6rem; }
  .figures dd { font-size: 1.35rem; }
  .figures dt { font-size: 0.8rem; }
  .filter { position: static; }
  .filter .text { flex-basis: 100%; }
  .filter label { flex-basis: 7rem; }
  .site dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .site dd { margin-bottom: 0.35rem; }
  .line { grid-template-columns: 2.5rem minmax(0, 1fr); }
  .code { font-size: 0.75rem; }
}
.nothing { padding: 2rem; text-align: center; color: var(--quiet); }
footer { color: var(--quiet); font-size: 0.875rem; }

@media print {
  :root {
    --page: #ffffff; --card: #ffffff; --text: #000000; --quiet: #444444; --edge: #bbbbbb; --accent: #000000;
    --good: #1a6b3c; --good-soft: #e2f5e8; --warn: #8a5200; --warn-soft: #fdf0d8; --bad: #a3242b; --bad-soft: #fde8e8;
    --old: #ffecec; --old-edge: #f6c5c6; --new: #e6f8ea; --new-edge: #b5e2c0; --hunk: #eef2f9; --here: #fff6d6; --void: #f6f7f9;
  }
  body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .filter, .skip { display: none; }
  .file { break-inside: auto; border-radius: 0; overflow: visible; }
  .file > summary, .site, .hunk { break-inside: avoid; break-after: avoid; }
  .file > summary::before { display: none; }
  details::details-content { display: block; content-visibility: visible; }
  .line { break-inside: avoid; }
  .code { font-size: 8pt; }
}
`;
