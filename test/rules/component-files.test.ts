import * as typescriptParser from "@typescript-eslint/parser";
import * as astroParser from "astro-eslint-parser";
import { Linter } from "eslint";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as svelteParser from "svelte-eslint-parser";
import { describe, expect, it } from "vitest";
import vueParser from "vue-eslint-parser";
import plugin from "../../rules/plugin.js";
import { checkFile, migrateFile } from "../../src/engine.js";
import { defaultSettings } from "../../src/find/settings.js";

/** A project of its own: its components stand in `src/`, and `✗` ends each line with a finding. */
const project = fileURLToPath(new URL("fixtures/hosts/", import.meta.url));
const files = readdirSync(`${project}src`).toSorted();

/** What eslint-plugin-astro does: the parser leaves the client's scripts to a processor. */
const astroScripts: Linter.Processor = {
  preprocess: (text) => [
    text,
    ...Array.from(
      text
        .replaceAll(/^---[\s\S]*?^---|<!--[\s\S]*?-->|\{`[\s\S]*?`\}|"<script>"/gm, blank)
        .matchAll(/(<script(?! type="application)[^]*?>\r?\n)([^]*?)<\/script>/g),
      ({ 1: tag = "", 2: code = "", index }) => ({
        filename: "script.ts",
        text: blank(text.slice(0, index + tag.length)) + code,
      }),
    ),
  ],
  postprocess: (messages) => messages.flat(),
};

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, " ");
}

const config: Linter.Config[] = [
  plugin.configs.recommended as Linter.Config,
  {
    files: ["**/*.vue"],
    languageOptions: {
      parser: vueParser,
      parserOptions: {
        parser: { ts: typescriptParser, js: "espree", jsx: "espree" },
        ecmaFeatures: { jsx: true },
      },
    },
  },
  {
    files: ["**/*.svelte"],
    languageOptions: { parser: svelteParser, parserOptions: { parser: { ts: typescriptParser } } },
  },
  {
    files: ["**/*.astro"],
    processor: astroScripts,
    languageOptions: { parser: astroParser, parserOptions: { parser: typescriptParser } },
  },
  { files: ["**/*.astro/*.ts"], languageOptions: { parser: typescriptParser } },
];

interface Place {
  line: number;
  column: number;
  rule: string | null;
  message: string;
}

function lint(file: string, text: string): Linter.LintMessage[] {
  return new Linter({ cwd: project }).verify(text, config, {
    filename: `${project}src/${file}`,
    filterCodeBlock: () => true,
  });
}

function inEslint(file: string, text: string): Place[] {
  return lint(file, text)
    .map(({ line, column, ruleId, message }) => ({ line, column, rule: ruleId, message }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}

const options = { settings: defaultSettings, workingDirectory: project };

function onCommandLine(file: string, text: string): Place[] {
  const result = checkFile(`${project}src/${file}`, text, options);
  if (result.kind !== "checked") throw new Error(`${file}:${result.line}: ${result.message}`);
  return result.findings.map(({ line, column, rule, message }) => ({
    line,
    column,
    rule,
    message,
  }));
}

/** The lines that a person marked, and the loop that each message has to name. */
function marked(text: string): { line: number; loop: string }[] {
  return text.split("\n").flatMap((line, index) => {
    const loop = / ✗ (?<loop>.+?)\s*$/.exec(line)?.groups?.["loop"];
    return loop === undefined ? [] : [{ line: index + 1, loop }];
  });
}

describe.each(files)("%s", (file) => {
  const text = readFileSync(`${project}src/${file}`, "utf8");
  const windows = text.replaceAll("\n", "\r\n");

  it("has the findings that are marked", () => {
    const found = onCommandLine(file, text);
    expect(found.map(({ line, message }) => ({ line, loop: message.split(" calls ")[0] }))).toEqual(
      marked(text),
    );
  });

  it("has the same findings in ESLint", () => {
    expect(inEslint(file, text)).toEqual(onCommandLine(file, text));
  });

  it("has them with CRLF too", () => {
    expect(onCommandLine(file, windows)).toEqual(onCommandLine(file, text));
    expect(inEslint(file, windows)).toEqual(onCommandLine(file, text));
  });

  it("has them behind a byte order mark, which ESLint and the command line take off", () => {
    expect(inEslint(file, `\uFEFF${text}`)).toEqual(onCommandLine(file, text));
  });

  it("is not rewritten", () => {
    const result = migrateFile(`${project}src/${file}`, text, options);
    if (result.kind !== "migrated") throw new Error(result.message);
    expect(result.output).toBe(text);
    expect(result.sites).toHaveLength(marked(text).length);
    const inBrowser = !file.endsWith(".astro") || text.indexOf("✗") > text.indexOf("<script");
    const reason = inBrowser ? "runs-in-browser" : "embedded-script";
    for (const site of result.sites) expect(site).toMatchObject({ status: "refused", reason });
  });

  it("has no suggestions in ESLint", () => {
    expect(lint(file, text).flatMap(({ suggestions = [] }) => suggestions)).toEqual([]);
  });
});
