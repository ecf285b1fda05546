import { dirname, join } from "node:path";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { diffArrays } from "diff";
import { check, type Options } from "prettier";
import { afterAll, describe, expect, test } from "vitest";
import { checkFile } from "../../src/engine.js";
import { parse } from "../../src/source/parse.js";
import { readCases, type RewriteCase } from "./cases.js";
import { migrateCase, optionsAt } from "./migrate-case.js";
import { TypeCheck } from "./type-check.js";
import { Workspace } from "./workspace.js";

const cases = readCases();
const rewritten = cases.filter(({ expected }) => expected !== undefined);
const workspace = new Workspace();
afterAll(() => workspace.remove());
// Which files there are is looked up now and then, and not for each program anew.
for (const program of cases) workspace.project(program);

describe.each(rewritten)("$name, rewritten", (program) => {
  const output = program.expected ?? "";

  test("parses", () => {
    const path = workspace.project(program, "after");
    expect(parse(path, output, workspace.folder)).toHaveProperty("ast");
    for (const [file, text] of Object.entries(program.expectedFiles))
      expect(parse(join(dirname(path), file), text, workspace.folder)).toHaveProperty("ast");
  });

  test("is left alone by a second run", () => {
    const again = migrateCase(workspace, program, "after");
    expect(again.output).toBe(output);
    expect(again.others.size).toBe(0);
    expect(again.sites.filter(({ status }) => status === "rewritten")).toEqual([]);
    const path = workspace.project(program, "after");
    const check = checkFile(path, output, optionsAt(path, program));
    expect(check.kind === "checked" && check.findings.length).toBe(program.refusals.length);
  });

  test("keeps every line that has nothing to do with it", () => {
    expect(strayLosses(program)).toEqual([]);
    for (const [file, text] of Object.entries(program.expectedFiles))
      expect(synchronous(text)).toBe(synchronous(program.files[file] ?? ""));
  });

  test("is formatted as the input was", async () => {
    const path = workspace.project(program);
    const changed = Object.entries(program.expectedFiles).map(
      ([file, text]) => [join(dirname(path), file), program.files[file] ?? "", text] as const,
    );
    for (const [filepath, before, after] of [[path, program.input, output] as const, ...changed]) {
      const style = { filepath, ...(program.manifest.prettier as Options) };
      const wasFormatted = await check(before, style);
      if (wasFormatted && !(program.name in knownUnformatted)) {
        expect(await check(after, style)).toBe(true);
      }
    }
  });
});

/** What `noUnusedLocals` says of code that is left on purpose. */
const knownErrors: Record<string, string[]> = {
  // A class keeps its fields: others may read them.
  "sdk/class-field": ["'ha' is declared but its value is never read."],
};

/** Where the output is not what Prettier would make of it, and why that is left so. */
const knownUnformatted = {
  "rest/fetch-hidden": "Prettier breaks a chain of members, which the bare fetch is not",
  "for-of/ternary": "Prettier indents what follows a question mark by two more columns",
};

/**
 * The lines of the input that are not in the output byte for byte, though they are part of no top-level statement
 * with a call site and declare nothing that the output no longer names.
 */
function strayLosses(program: RewriteCase): string[] {
  const { input, expected: output = "" } = program;
  const path = workspace.project(program);
  const source = parse(path, input, workspace.folder);
  if (!("ast" in source)) throw new Error(`${program.name} does not parse`);
  const lineAt = (offset: number): number => input.slice(0, offset).split("\n").length;
  const sites = migrateCase(workspace, program).sites.map(({ line }) => line);
  const touched = source.ast.body
    .map((statement) => ({ statement, lines: statement.range.map(lineAt) as [number, number] }))
    .filter(
      ({ statement, lines: [from, to] }) =>
        declaresOnlyGone(statement, output) || sites.some((line) => from <= line && line <= to),
    )
    .map(({ lines }) => lines);
  const dropped = source.ast.body.filter((statement) => isDropped(statement, output));
  // The comment on a function goes with it.
  touched.push(
    ...dropped.map(({ range }): [number, number] => [lineAt(range[0]) - 1, lineAt(range[1])]),
  );
  const lost: string[] = [];
  let line = 1;
  for (const { value, added, removed } of diffArrays(input.split("\n"), output.split("\n"))) {
    if (added) continue;
    for (const text of value) {
      const at = line++;
      if (removed && !touched.some(([from, to]) => from <= at && at <= to)) lost.push(text);
    }
  }
  const kept = new Set(output.split("\n").map(synchronous));
  return lost.filter(
    (text) =>
      !declaresOnlyUnused(text, output) && !isGuarded(text, output) && !kept.has(synchronous(text)),
  );
}

/** Code without what makes functions async and awaits them. */
function synchronous(code: string): string {
  return code.replaceAll(/\b(async|await) |\bPromise(?=<)|[()<>]/g, "");
}

/** Whether a statement imports or declares nothing but names that the output neither imports nor declares. */
function declaresOnlyGone(statement: TSESTree.ProgramStatement, output: string): boolean {
  const names =
    statement.type === AST_NODE_TYPES.ImportDeclaration
      ? statement.specifiers.map(({ local }) => local.name)
      : statement.type === AST_NODE_TYPES.VariableDeclaration
        ? statement.declarations.flatMap(({ id }) => ("name" in id ? [id.name] : [""]))
        : [];
  const declared = output
    .split("\n")
    .filter((line) => /^(import|const|let) /.test(line))
    .flatMap((line) => line.split(/[^\w$]+/));
  return names.length > 0 && names.every((name) => !declared.includes(name));
}

/** Whether a function is declared that the output no longer names. */
function isDropped(statement: TSESTree.Node, output: string): boolean {
  if (statement.type !== AST_NODE_TYPES.FunctionDeclaration) return false;
  return statement.id !== null && !new RegExp(`\\b${statement.id.name}\\b`).test(output);
}

/** Whether a line stands in a `try` now: a statement between the call site and the one that waits for it. */
function isGuarded(line: string, output: string): boolean {
  const [, guarded = ""] = /^try \{\n((?: .*\n|\n)*)\} finally/m.exec(output) ?? [];
  return guarded.split("\n").includes(`  ${line}`);
}

function declaresOnlyUnused(line: string, output: string): boolean {
  if (line.trim() === "") return true;
  const imported = /^import (.*) from /.exec(line)?.[1]?.match(/\w+/g) ?? [];
  if (imported.some((name) => name !== "type" && !new RegExp(`\\b${name}\\b`).test(output)))
    return true;
  const waited = /^\s*(?:const \w+ = )?await Promise\.all(?:Settled)?\((\w+)\);$/.exec(line)?.[1];
  if (waited !== undefined) return !new RegExp(`\\b${waited}\\b`).test(output);
  const names = /^\s*const (?:(\w+)|\{ ([\w, ]+) \})/.exec(line)?.slice(1).filter(Boolean) ?? [];
  const spelled = names.flatMap((list) => list.split(", "));
  // A multi-line declaration loses its first line and keeps the rest, or loses all of it.
  return (
    spelled.length > 0 &&
    spelled.every((name) => !new RegExp(`^const (\\{ )?${name}\\b`, "m").test(output))
  );
}

describe("types", () => {
  const typed = rewritten.filter(({ extension }) => extension.endsWith("ts"));
  const types = new TypeCheck(workspace, typed);

  test.each(typed)("$name has no error that was not there before", (program) => {
    const { before, after } = types.errorsOf(program);
    const fresh = after.filter((error) => !before.includes(error));
    expect(fresh).toEqual(knownErrors[program.name] ?? []);
  });
});
