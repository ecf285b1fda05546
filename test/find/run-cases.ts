import { expect, it } from "vitest";
import { find } from "../../src/find/find.js";
import { parse } from "../../src/source/parse.js";
import { positionAt } from "../../src/source/position.js";
import type { SourceFile } from "../../src/source/source-file.js";
import { type Expectation, type FindCase, prepare, root, stated } from "./find-case.js";

/** Registers one test a case, with the engine's own parser. */
export function runCases(cases: readonly FindCase[]): void {
  it.each(cases.map((each) => [each.name, each] as const))("%s", (_name, each) => {
    const { path, text, settings, launchers, expected } = prepare(each);
    const findings = stated(find({ ...parsed(path, text), launchers }, settings));
    expect(findings.map((one) => readable(text, one))).toEqual(
      expected.map((one) => readable(text, one)),
    );
  });
}

/** Parses a program that has to be one. */
export function parsed(path: string, text: string): SourceFile {
  const source = parse(path, text, root);
  if (!("ast" in source)) throw new Error(`${path}: ${source.message}`);
  return source;
}

/** A finding with 1-based start and end, and the code between them, for a legible diff. */
export function readable(text: string, { range: [start, end], finds }: Expectation): string {
  const from = positionAt(text, start);
  const to = positionAt(text, end);
  return `${from.line}:${from.column}-${to.line}:${to.column} ${finds}: ${text.slice(start, end)}`;
}
