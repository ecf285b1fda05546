import { describe, expect, it } from "vitest";
import { find } from "../../../src/find/find.js";
import { prepare } from "../find-case.js";
import { parsed, runCases } from "../run-cases.js";
import { iterationCases } from "./iterations.cases.js";

describe.each(Object.entries(iterationCases))("%s", (id, { counts, ignores }) => {
  describe("counts", () => runCases(counts));
  describe("ignores", () => runCases(ignores));

  // Rows have labels in common: `forEach()` is a list's, a cursor's and a library's.
  it.each(counts.map((each) => [each.name, each] as const))("is the row of: %s", (_name, each) => {
    const { path, text, settings } = prepare(each);
    const others = find(parsed(path, text), settings).filter(
      (finding) =>
        finding.kind !== "loop" || !finding.repetition.iterations.some((loop) => loop.id === id),
    );
    expect(others).toEqual([]);
  });
});
