import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import type { FindingRule } from "../../src/engine.js";

/** Where a call is reported, and by which rule. */
export interface Label {
  /** Relative to the case's folder, with `/`. */
  file: string;
  line: number;
  rule: FindingRule;
}

/** One labelled program: a folder that stands for a project of its own. */
export interface CorpusCase {
  /** `construct/case`. */
  name: string;
  construct: string;
  /** Absolute. */
  folder: string;
  /** The program's sources, relative to the folder. */
  sources: string[];
  why: string;
  findings: Label[];
}

export const labelSchema = v.strictObject({
  file: v.pipe(v.string(), v.nonEmpty()),
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  rule: v.picklist([
    "halo-backfill/no-identify-in-loop",
    "halo-backfill/no-identify-in-batch-context",
  ] satisfies FindingRule[]),
});

const expectedSchema = v.strictObject({
  why: v.pipe(v.string(), v.nonEmpty()),
  findings: v.array(labelSchema),
});

const casesFolder = fileURLToPath(new URL("cases", import.meta.url));
const sourceName = /\.[cm]?[jt]sx?$/u;

/** Reads all labelled programs, in the order of their names. Throws where an `expected.json` is malformed. */
export function readCases(): CorpusCase[] {
  return foldersIn(casesFolder).flatMap((construct) =>
    foldersIn(join(casesFolder, construct)).map((name) => readCase(construct, name)),
  );
}

function readCase(construct: string, name: string): CorpusCase {
  const folder = join(casesFolder, construct, name);
  const expected = v.parse(
    expectedSchema,
    JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")),
  );
  return {
    name: `${construct}/${name}`,
    construct,
    folder,
    sources: sourcesIn(folder),
    ...expected,
  };
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && sourceName.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
