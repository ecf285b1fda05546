import * as babelParser from "@babel/eslint-parser";
import type { TSESTree } from "@typescript-eslint/types";
import type { ScopeManager } from "@typescript-eslint/scope-manager";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, type Rule, type Scope } from "eslint";
import { createRequire } from "node:module";
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
  parserOptions?: (path: string) => Linter.ParserOptions;
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

const require = createRequire(import.meta.url);

/** Babel knows a language by the plugins and presets that are given for it. */
function babelOptions(path: string): Linter.ParserOptions {
  const isTypeScript = /\.[cm]?tsx?$/.test(path);
  return {
    requireConfigFile: false,
    babelOptions: {
      babelrc: false,
      configFile: false,
      presets: [
        isTypeScript
          ? [require.resolve("@babel/preset-typescript"), { ignoreExtensions: false }]
          : require.resolve("@babel/preset-react"),
      ],
      parserOpts: { plugins: [["decorators", { decoratorsBeforeExport: true }]] },
    },
  };
}

/** Babel's parser for ESLint up to 9, with what ESLint 10 asks of its scopes besides. */
const babel: Linter.Parser = {
  parseForESLint(text, options) {
    const parsed: Linter.ESLintParseResult = babelParser.parseForESLint(text, options);
    const { globalScope } = parsed.scopeManager ?? {};
    const addGlobals = (names: readonly string[]): void => {
      for (const name of names) globalScope?.set.set(name, undeclared(name));
    };
    return { ...parsed, scopeManager: Object.assign(parsed.scopeManager ?? {}, { addGlobals }) };
  },
};

/**
 * Babel's scopes declare no enum and no `import x = …`; its parser reads no decorator of a parameter, and hangs type
 * arguments where a walk of the tree does not come by.
 */
const unresolvedByBabel = new Set([
  "settings.modules: import x = require()",
  "an enum",
  "a controller of NestJS for a board of jobs",
  "EventBridge's detail type",
]);

function undeclared(name: string): Scope.Variable {
  return { name, defs: [], identifiers: [], references: [] } as unknown as Scope.Variable;
}

const hosts: readonly (readonly [name: string, host: Host])[] = [
  ["espree", { sourceType: "module", reads: isJavaScript }],
  ["espree, as a script", { sourceType: "script", reads: isScript }],
  [
    "@typescript-eslint/parser",
    { parser: typescriptParser, sourceType: "module", reads: () => true },
  ],
  [
    "@babel/eslint-parser",
    {
      parser: babel,
      parserOptions: babelOptions,
      sourceType: "module",
      reads: ({ name }) => !unresolvedByBabel.has(name),
    },
  ],
];

/** What ESLint holds after parsing: its own parser and scope manager, or those of typescript-eslint. */
function findingsInHost(
  { path, text, settings, launchers }: PreparedCase,
  { parser, parserOptions, sourceType }: Host,
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
      parserOptions: {
        ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) },
        ...parserOptions?.(path),
      },
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
