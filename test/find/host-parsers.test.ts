import type { TSESTree } from "@typescript-eslint/types";
import type { ScopeManager } from "@typescript-eslint/scope-manager";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import { describe, expect, it } from "vitest";
import { find } from "../../src/find/find.js";
import { allCases } from "./all.cases.js";
import {
  type Expectation,
  type FindCase,
  prepare,
  type PreparedCase,
  root,
  stated,
} from "./find-case.js";
import { readable } from "./run-cases.js";

/** A parser as ESLint runs it, and the cases that it can read. */
interface Host {
  parser?: Linter.Parser;
  sourceType: "module" | "script";
  reads: (each: FindCase) => boolean;
}

function isJavaScript({ path = "" }: FindCase): boolean {
  return !/\.[cm]?tsx?$/.test(path);
}

/** Top-level names of a script are globals, which scope managers leave unresolved. */
function isScript(each: FindCase): boolean {
  return isJavaScript(each) && !/\b(await|export|import)\b/.test(each.code);
}

const hosts: readonly (readonly [name: string, host: Host])[] = [
  ["espree", { sourceType: "module", reads: isJavaScript }],
  ["espree, as a script", { sourceType: "script", reads: isScript }],
  [
    "@typescript-eslint/parser",
    { parser: typescriptParser, sourceType: "module", reads: () => true },
  ],
];

/** What ESLint holds after parsing: its own parser and scope manager, or those of typescript-eslint. */
function findingsInHost(
  { path, text, settings, launchers }: PreparedCase,
  { parser, sourceType }: Host,
): Expectation[] {
  let found: Expectation[] | undefined;
  const capture: Rule.RuleModule = {
    create: ({ sourceCode, filename }) => ({
      "Program:exit"() {
        const source = {
          path: filename,
          root,
          launchers,
          text: sourceCode.text,
          ast: sourceCode.ast as unknown as TSESTree.Program,
          scopes: sourceCode.scopeManager as unknown as ScopeManager,
          comments: sourceCode.getAllComments() as unknown as TSESTree.Comment[],
        };
        found = stated(find(source, settings));
      },
    }),
  };
  const config: Linter.Config = {
    files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"],
    plugins: { engine: { rules: { capture } } },
    rules: { "engine/capture": "error" },
    languageOptions: {
      ...(parser && { parser }),
      sourceType: path.endsWith(".cjs") ? "commonjs" : sourceType,
      parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) } },
    },
  };
  const messages = new Linter({ cwd: root, configType: "flat" }).verify(text, config, path);
  if (!found) throw new Error(`${path}: ${messages[0]?.message ?? "was not linted"}`);
  return found;
}

describe.each(hosts)("%s", (_name, host) => {
  describe.each(allCases)("%s", (_table, cases) => {
    const read = cases.filter(host.reads);
    it.runIf(read.length > 0).each(read.map((each) => [each.name, each] as const))(
      "%s",
      (_case, each) => {
        const prepared = prepare(each);
        const { text, expected } = prepared;
        const findings = findingsInHost(prepared, host);
        expect(findings.map((one) => readable(text, one))).toEqual(
          expected.map((one) => readable(text, one)),
        );
      },
    );
  });
});
