import type { Finding } from "../../src/find/find.js";
import { siteOf } from "../../src/find/find.js";
import { defaultSettings, type Settings } from "../../src/find/settings.js";
import type { Launcher } from "../../src/source/source-file.js";

/** A labelled program: what a reviewer with time enough would report in it. */
export interface FindCase {
  name: string;
  /** Each expected finding stands between « and », so that the marks give line and column of its start and end. */
  code: string;
  /** What each marked call is found for, in order: the label of its innermost loop, or `batch: ` and the evidence. */
  finds?: readonly string[];
  /** Relative to the root; its extension chooses the language. `src/sync.js` where it is not given. */
  path?: string;
  settings?: Partial<Settings>;
  /** What files beside it say that starts it. */
  launchers?: readonly Launcher[];
}

/** A finding, as cases state it. */
export interface Expectation {
  range: [start: number, end: number];
  finds: string;
}

/** The folder that the programs of cases stand in. */
export const root = "/project";

/** A case as the engine takes it, and what must come out. */
export interface PreparedCase {
  path: string;
  text: string;
  settings: Settings;
  launchers: () => readonly Launcher[];
  expected: readonly Expectation[];
}

/** Takes the marks out of a case's code. */
export function prepare({
  name,
  code,
  finds = [],
  path,
  settings,
  launchers = [],
}: FindCase): PreparedCase {
  const expected = marks(code).map((range, index): Expectation => {
    const label = finds[index];
    if (label === undefined) throw new Error(`"${name}" marks more calls than it has labels`);
    return { range, finds: label };
  });
  if (expected.length < finds.length) throw new Error(`"${name}" marks too few calls`);
  return {
    path: `${root}/${path ?? "src/sync.js"}`,
    text: code.replace(/[«»]/g, ""),
    settings: { ...defaultSettings, ...settings },
    launchers: () => launchers,
    expected,
  };
}

function marks(code: string): [number, number][] {
  const ranges: [number, number][] = [];
  let removed = 0;
  let start = -1;
  for (const { 0: mark, index } of code.matchAll(/[«»]/g)) {
    const offset = index - removed++;
    if (mark === "«") start = offset;
    else ranges.push([start, offset]);
  }
  return ranges;
}

/** Findings, as cases state them. */
export function stated(findings: readonly Finding[]): Expectation[] {
  return findings.map((finding) => ({
    range: [...siteOf(finding).range],
    finds:
      finding.kind === "loop"
        ? finding.repetition.iterations[0].label
        : `batch: ${finding.evidence.for.join(", ")}`,
  }));
}
