import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CorpusCase, readCases } from "./corpus-case.js";
import { readKnownDeviations } from "./known-deviations.js";
import { type Deviation, measure } from "./measure.js";

const cases = readCases();
const known = readKnownDeviations();

describe("the corpus", () => {
  it("holds at least 150 programs, about half of them with findings", () => {
    const withFindings = cases.filter(({ findings }) => findings.length > 0);
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(withFindings.length / cases.length).toBeGreaterThan(0.4);
    expect(withFindings.length / cases.length).toBeLessThan(0.6);
  });

  it("labels lines that exist, each once", () => {
    expect(cases.flatMap(brokenLabels)).toEqual([]);
  });

  it("knows deviations of cases that exist alone, each once", () => {
    const names = new Set(cases.map(({ name }) => name));
    expect(known.filter((deviation) => !names.has(deviation.case))).toEqual([]);
    expect(new Set(known.map(described)).size).toBe(known.length);
  });
});

describe("the engine", () => {
  // What meanwhile works is struck out of known-deviations.json.
  it.each(cases)("deviates nowhere but where it is known, in $name", (corpusCase) => {
    const ofCase = known.filter((deviation) => deviation.case === corpusCase.name);
    const found = measure(corpusCase).deviations.map(described);
    expect(found.toSorted()).toEqual(ofCase.map(described).toSorted());
  });
});

function brokenLabels({ name, folder, findings }: CorpusCase): string[] {
  const seen = new Set<string>();
  return findings.flatMap(({ file, line, rule }) => {
    const label = `${name}/${file}:${line} ${rule}`;
    const isKnown = seen.has(label);
    seen.add(label);
    return isKnown || !hasCode(join(folder, file), line) ? [label] : [];
  });
}

function hasCode(path: string, line: number): boolean {
  if (!existsSync(path)) return false;
  return Boolean(readFileSync(path, "utf8").split("\n")[line - 1]?.trim());
}

function described({ case: name, kind, file, line, rule }: Deviation): string {
  return `${kind}: ${name}/${file}:${line} ${rule}`;
}
