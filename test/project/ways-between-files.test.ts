import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFile } from "../../src/engine.js";
import { defaultSettings } from "../../src/find/settings.js";
import { positionAt } from "../../src/source/position.js";
import { tempProject } from "../cli/temp-project.js";
import {
  callForms,
  frameworkForms,
  moduleForms,
  nearMissesOfForms,
} from "./forms-between-files.cases.js";
import { type FilesCase, nearMisses, valueWays, wrapperWays } from "./ways-between-files.cases.js";

describe.each([
  ["wrappers", wrapperWays],
  ["values", valueWays],
  ["near misses", nearMisses],
  ["forms of modules", moduleForms],
  ["forms of calls", callForms],
  ["forms of frameworks", frameworkForms],
  ["near misses of forms", nearMissesOfForms],
] as const)("%s", (_group, cases) => {
  it.each(cases.map((each) => [each.name, each] as const))("%s", (_name, each) => {
    expect(found(each, true)).toEqual(marked(each));
  });
});

it("follows nothing out of the file where the settings say so", () => {
  const [first] = wrapperWays;
  expect(first && found(first, false)).toEqual([]);
});

it("follows nothing into a file that is too long for a person to have written it", () => {
  const [first] = wrapperWays;
  const long = `//${"x".repeat(500_000)}`;
  const files = { ...first?.files, "halo.js": `${first?.files["halo.js"] ?? ""}\n${long}` };
  expect(found({ name: "a bundle", files }, true)).toEqual([]);
});

const mark = /[«»]/gu;
const sourceName = /\.([cm]?[jt]sx?|vue)$/u;

/** The calls that the engine reports, each with its file. */
function found({ files }: FilesCase, otherFiles: boolean): string[] {
  const unmarked = Object.entries(files).map(([file, code]) => [file, code.replace(mark, "")]);
  const root = tempProject(Object.fromEntries(unmarked) as Record<string, string>);
  return Object.keys(files).flatMap((file) => {
    if (!sourceName.test(file)) return [];
    const path = join(root, file);
    const text = readFileSync(path, "utf8");
    const settings = { ...defaultSettings, otherFiles };
    const result = checkFile(path, text, { settings, workingDirectory: root });
    if (result.kind === "unparsable") throw new Error(`${file}: ${result.message}`);
    return result.findings.map(
      ({ line, column, endLine, endColumn }) => `${file} ${line}:${column}-${endLine}:${endColumn}`,
    );
  });
}

function marked({ files }: FilesCase): string[] {
  return Object.entries(files).flatMap(([file, code]) => {
    const text = code.replace(mark, "");
    const offsets = [...code.matchAll(mark)].map(({ index }, nth) => positionAt(text, index - nth));
    return offsets.flatMap((start, nth) => {
      const end = offsets[nth + 1];
      return nth % 2 === 0 && end
        ? [`${file} ${start.line}:${start.column}-${end.line}:${end.column}`]
        : [];
    });
  });
}
