import { fileURLToPath } from "node:url";
import { checkFile, migrateFile, type MigrateResult } from "../../src/engine.js";
import { defaultSettings, type Settings } from "../../src/find/settings.js";
import type { RewriteTarget } from "../../src/rewrite/rewrite-target.js";
import type { CodeBlock } from "./markdown.js";

/** A block of code as a file of a project. */
interface Program {
  path: string;
  text: string;
  settings: Settings;
  target: RewriteTarget;
}

/** A finding: the line in the block, the rule, and the loop or evidence that the message names. */
export interface Claim {
  line: number;
  rule: string;
  names: string;
}

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
    settings: { ...defaultSettings, ...(settings ? settingsIn(settings) : {}) },
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
  return result.findings.map(({ line, rule, message }) => {
    const [, loop, evidence] = /^(\S+(?: \S+)?) calls|: (.+); send/.exec(message) ?? [];
    return { line, rule, names: loop ?? evidence ?? message };
  });
}

/** What `migrate` makes of a block. */
export function migrated(block: CodeBlock): Extract<MigrateResult, { kind: "migrated" }> {
  const { path, text, settings, target } = programOf(block);
  const result = migrateFile(path, text, { settings, target });
  if (result.kind === "unparsable") throw new Error(placed(block, result.line, result.message));
  return result;
}

function placed(block: CodeBlock, line: number, message: string): string {
  return `${block.page}:${block.line + line - 1}: ${message}`;
}
