import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkFile, type ReportedFinding } from "../../src/engine.js";
import { defaultSettings } from "../../src/find/settings.js";
import { projectReferences } from "../../src/project/project-references.js";
import type { CorpusCase, Label } from "./corpus-case.js";

/** Where the engine differs from a case's labels: it missed a call, or reported one too many. */
export interface Deviation extends Label {
  case: string;
  kind: "missed" | "false alarm";
}

/** How the engine did on some cases. */
export interface Score {
  cases: number;
  /** Reports that a label asks for. */
  right: number;
  missed: number;
  falseAlarms: number;
}

/** A report that the rewrite refuses, and its reason. */
export interface RefusedReport extends Label {
  case: string;
  reason: string;
}

/** What the engine made of one case. */
export interface Measurement {
  case: CorpusCase;
  right: number;
  deviations: Deviation[];
  refused: RefusedReport[];
}

/** Runs the engine over each source of a case, with the case's folder as its working directory. */
export function measure(corpusCase: CorpusCase): Measurement {
  const reports = corpusCase.sources.flatMap((file) => reportsIn(corpusCase, file));
  const reported = new Map(reports.map(({ label }) => keyed(label)));
  const expected = new Map(corpusCase.findings.map(keyed));
  const missed = [...expected].filter(([key]) => !reported.has(key));
  const tooMany = [...reported].filter(([key]) => !expected.has(key));
  const deviation =
    (kind: Deviation["kind"]) =>
    ([, label]: [string, Label]): Deviation => ({ case: corpusCase.name, kind, ...label });
  return {
    case: corpusCase,
    right: expected.size - missed.length,
    deviations: [...missed.map(deviation("missed")), ...tooMany.map(deviation("false alarm"))],
    refused: reports.flatMap(({ label, rewrite }) =>
      rewrite.strategy === "refuse"
        ? [{ ...label, case: corpusCase.name, reason: rewrite.reason }]
        : [],
    ),
  };
}

/** Adds up measurements. */
export function scoreOf(measurements: readonly Measurement[]): Score {
  const deviations = measurements.flatMap((measurement) => measurement.deviations);
  return {
    cases: measurements.length,
    right: measurements.reduce((sum, { right }) => sum + right, 0),
    missed: deviations.filter(({ kind }) => kind === "missed").length,
    falseAlarms: deviations.filter(({ kind }) => kind === "false alarm").length,
  };
}

/** The share of reports that are right; 1 where there are none. */
export function precision({ right, falseAlarms }: Score): number {
  return right + falseAlarms === 0 ? 1 : right / (right + falseAlarms);
}

/** The share of labelled calls that are reported; 1 where there are none. */
export function recall({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

function reportsIn(
  { folder, name }: CorpusCase,
  file: string,
): { label: Label; rewrite: ReportedFinding["rewrite"] }[] {
  const path = join(folder, file);
  const result = checkFile(path, readFileSync(path, "utf8"), {
    settings: defaultSettings,
    workingDirectory: folder,
    references: projectReferences({ rootOf: () => folder }),
  });
  if (result.kind === "unparsable") throw new Error(`${name}/${file}: ${result.message}`);
  return result.findings.map(({ line, rule, rewrite }) => ({
    label: { file, line, rule },
    rewrite,
  }));
}

function keyed(label: Label): [string, Label] {
  return [`${label.file}:${label.line} ${label.rule}`, label];
}
