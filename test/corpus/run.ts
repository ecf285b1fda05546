import { parseArgs } from "node:util";
import { readCases } from "./corpus-case.js";
import { measure, type Measurement, precision, recall, type Score, scoreOf } from "./measure.js";

const leastPrecision = 0.99;
const leastRecall = 0.98;

const { values } = parseArgs({
  options: {
    strict: { type: "boolean", default: false },
    refusals: { type: "boolean", default: false },
  },
});
const measurements = readCases().map(measure);
const total = scoreOf(measurements);

console.log(tableOf(measurements, total));
console.log(deviationsOf(measurements));
console.log(refusalsOf(measurements, values.refusals));
if (values.strict && (precision(total) < leastPrecision || recall(total) < leastRecall)) {
  console.error(`Wanted: precision ${leastPrecision}, recall ${leastRecall}.`);
  process.exitCode = 1;
}

function tableOf(all: readonly Measurement[], sum: Score): string {
  const constructs = [...new Set(all.map((measurement) => measurement.case.construct))];
  const rows = constructs.map((construct) =>
    rowOf(
      construct,
      scoreOf(all.filter((measurement) => measurement.case.construct === construct)),
    ),
  );
  const head = ["construct", "cases", "right", "missed", "false alarms", "precision", "recall"];
  const table = [head, ...rows, rowOf("all", sum)];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) => row.map((cell, column) => pad(cell, column, widths[column])).join("  "))
    .join("\n");
}

function pad(cell: string, column: number, width = 0): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

function rowOf(construct: string, score: Score): string[] {
  const counts = [score.cases, score.right, score.missed, score.falseAlarms].map(String);
  return [construct, ...counts, precision(score).toFixed(3), recall(score).toFixed(3)];
}

function deviationsOf(all: readonly Measurement[]): string {
  return all
    .flatMap((measurement) =>
      measurement.deviations.map((deviation) => ({ measurement, deviation })),
    )
    .map(({ measurement, deviation: { kind, case: name, file, line, rule } }) => {
      const place = `test/corpus/cases/${name}/${file}:${line}`;
      return `\n${kind}: ${place} (${rule})\n  ${measurement.case.why}`;
    })
    .join("");
}

/** How many reports are rewritten, and why the others are not; with their places where `listed`. */
function refusalsOf(all: readonly Measurement[], listed: boolean): string {
  const refused = all.flatMap((measurement) => measurement.refused);
  const reports = total.right + total.falseAlarms;
  const lines = [...new Set(refused.map(({ reason }) => reason))].map((reason) => {
    const same = refused.filter((report) => report.reason === reason);
    const places = same.map(({ case: name, file, line }) => `\n    ${name}/${file}:${line}`);
    return `\n  ${reason} ${same.length}${listed ? places.join("") : ""}`;
  });
  const rewritten = reports - refused.length;
  const share = (rewritten / reports).toFixed(3);
  return `\nrewritten: ${rewritten} of ${reports} reports (${share}); refused:${lines.join("")}`;
}
