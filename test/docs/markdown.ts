import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A fenced block of code in a page. */
export interface CodeBlock {
  /** The page, relative to the root. */
  page: string;
  /** The line of the page that the code begins at, 1-based. */
  line: number;
  language: string;
  /** The second-level heading above it. */
  section: string;
  /** The paragraph before it. */
  intro: string;
  code: string;
}

/** The text of a page. */
export function readPage(page: string): string {
  return readFileSync(new URL(page, `file://${root}`), "utf8");
}

/** Every page that speaks to users or contributors. */
export function allPages(): string[] {
  return [
    ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/backfill/README.md"],
    ...pagesIn("docs"),
    ...pagesIn("docs/rules"),
  ];
}

/** The pages in a folder itself. */
export function pagesIn(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, `file://${root}`))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
}

/** The fenced blocks of a page, in its order. */
export function codeBlocks(page: string): CodeBlock[] {
  const lines = readPage(page).split("\n");
  const blocks: CodeBlock[] = [];
  let section = "";
  let intro = "";
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const language = /^```(\w+)$/.exec(line)?.[1];
    if (language !== undefined) {
      const end = lines.indexOf("```", index);
      const code = lines.slice(index + 1, end).join("\n");
      blocks.push({ page, line: index + 2, language, section, intro: intro.trim(), code });
      index = end;
      intro = "";
    } else if (line.startsWith("#")) {
      section = /^## (.+)$/.exec(line)?.[1] ?? section;
      intro = "";
    } else if (!line.startsWith("<!--")) {
      // A blank line ends a paragraph, which then stays the one before the block.
      const previous = lines[index - 1] ?? "";
      intro = line === "" ? intro : previous === "" ? line : `${intro}\n${line}`;
    }
  }
  return blocks;
}

/** The second-level headings of a page. */
export function sections(page: string): string[] {
  return [...readPage(page).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading ?? "");
}
