import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { fileURLToPath } from "node:url";
import plugin from "../../rules/plugin.js";
import { checkFile, migrateFile, type MigrateResult } from "../../src/engine.js";
import { defaultSettings, type Settings } from "../../src/find/settings.js";
import { projectReferences } from "../../src/project/project-references.js";
import type { RewriteTarget } from "../../src/rewrite/rewrite-target.js";
import { type CodeBlock, root } from "./markdown.js";

/** A block of code as a file of a project. */
interface Program {
  path: string;
  text: string;
  settings: Settings;
  target: RewriteTarget;
}

/** A finding: the line in the block, the rule, and the loop or evidence that the message names, or a part of it. */
export interface Claim {
  line: number;
  rule: string;
  names: string;
}

/** The rules whose findings the engine itself gives, with their rewrites. */
const engineRules = new Set(["no-identify-in-loop", "no-identify-in-batch-context"]);

/** Its manifest says that it is of ES modules, and has no dependencies. */
const project = fileURLToPath(new URL("fixtures/project", import.meta.url));
/** As that, with the package that writes CSV files. */
const csvProject = fileURLToPath(new URL("fixtures/csv-project", import.meta.url));
const mark = /^(?<code>.*?) *\/\/ ✗ (?<names>.+)$/;

/** Whether a block holds a program. */
export function isProgram({ language }: CodeBlock): boolean {
  return ["astro", "js", "ts"].includes(language);
}

/** A first line such as `// scripts/backfill.js` names the file; the intro may give settings, options and a package. */
export function programOf({ code, language, intro }: CodeBlock): Program {
  const named = /^\/\/ (\S+\.[cm]?[jt]s)$/m.exec(code.split("\n", 1)[0] ?? "")?.[1];
  const settings = /"halo-backfill": (\{.+?\}) \}/.exec(intro)?.[1];
  return {
    path: `${intro.includes("has `csv-stringify`") ? csvProject : project}/${named ?? `src/example.${language}`}`,
    text: `${code}\n`,
    // A block is a program by itself; the repository around it is none of its project.
    settings: {
      ...defaultSettings,
      otherFiles: false,
      ...(settings ? settingsIn(settings) : {}),
    },
    target: intro.includes("--target csv")
      ? "csv"
      : intro.includes("--import")
        ? "import"
        : "update",
  };
}

/** Reads `{ instances: ["halo"] }`. */
function settingsIn(text: string): Partial<Settings> {
  return JSON.parse(text.replaceAll(/(\w+):/g, '"$1":')) as Partial<Settings>;
}

/** What the marks in a block claim of it. A mark with a line of its own speaks of the next one. */
export function claims({ code, page }: CodeBlock): Claim[] {
  const rule = `halo-backfill/${/docs\/rules\/(.+)\.md$/.exec(page)?.[1] ?? ""}`;
  return code.split("\n").flatMap((text, index) => {
    const marked = mark.exec(text)?.groups;
    if (!marked) return [];
    return [{ line: index + (marked["code"] === "" ? 2 : 1), rule, names: marked["names"] ?? "" }];
  });
}

/** What the engine finds in a block, with as much of the message as the claims state. */
export function findings(block: CodeBlock): Claim[] {
  const { path, text, settings } = programOf(block);
  const result = checkFile(path, text, { settings });
  if (result.kind === "unparsable") throw new Error(placed(block, result.line, result.message));
  const found = result.findings.map(({ line, rule, message }) => {
    const [, loop, evidence] = /^(\S+(?: \S+)?) calls|: (.+); send/.exec(message) ?? [];
    return { line, rule, names: loop ?? evidence ?? message };
  });
  return [...found, ...reports(block)].toSorted((a, b) => a.line - b.line);
}

/** Whether a block shows what a rule reports. */
export function isIncorrect({ section, intro }: CodeBlock): boolean {
  return section === "Incorrect" || intro.endsWith("this is incorrect:");
}

/** What the other rules report: those that are recommended, and the one that the page is about, with the intro's options. */
function reports(block: CodeBlock): Claim[] {
  if (block.language === "astro") return [];
  const { path, text, settings } = programOf(block);
  const own = /docs\/rules\/(.+)\.md$/.exec(block.page)?.[1] ?? "";
  // What is incorrect for one rule may be so for others; all else is correct for all.
  const isOwn = own in plugin.rules && isIncorrect(block);
  const names = Object.entries(plugin.rules).flatMap(([name, rule]) =>
    !engineRules.has(name) &&
    (name === own || (!isOwn && rule.meta.docs?.presets.includes("recommended") === true))
      ? [name]
      : [],
  );
  const options = /options `(\{.+?\})`/.exec(block.intro)?.[1];
  const rules = Object.fromEntries(
    names.map((name) => {
      const given = name === own && options ? [settingsIn(options)] : [];
      return [`halo-backfill/${name}`, ["error", ...given] as Linter.RuleEntry];
    }),
  );
  const marked = claims(block);
  return new Linter({ cwd: root })
    .verify(
      text,
      [
        {
          files: ["**/*.js", "**/*.ts"],
          plugins: { "halo-backfill": plugin as never },
          languageOptions: block.language === "ts" ? { parser: typescriptParser } : {},
          rules,
          settings: { "halo-backfill": settings },
        },
      ],
      { filename: path },
    )
    .map(({ line, ruleId, message }) => {
      const claim = marked.find((each) => each.line === line && message.includes(each.names));
      return { line, rule: ruleId ?? "parser", names: claim?.names ?? message };
    });
}

/** What `migrate` makes of a block. */
export function migrated(block: CodeBlock): Extract<MigrateResult, { kind: "migrated" }> {
  const { path, text, settings, target } = programOf(block);
  const references = projectReferences({ rootOf: () => project });
  const result = migrateFile(path, text, { settings, references, target });
  if (result.kind === "unparsable") throw new Error(placed(block, result.line, result.message));
  return result;
}

function placed(block: CodeBlock, line: number, message: string): string {
  return `${block.page}:${block.line + line - 1}: ${message}`;
}
