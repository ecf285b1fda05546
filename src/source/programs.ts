import { extname } from "node:path";
import { parse, parseAs, type Reading, type SyntaxProblem } from "./parse.js";
import type { Span } from "./markup.js";
import { type EmbeddedProgram, embeddedPrograms } from "./script-blocks.js";
import type { SourceFile } from "./source-file.js";

/**
 * Parses the programs of a file: one in most; none, one or more in a component, whose offsets are the file's own.
 *
 * @param path - absolute; its extension says what the file holds
 * @param root - the folder that evidence drawn from the path is relative to
 */
export function parsePrograms(
  path: string,
  text: string,
  root: string,
): SourceFile[] | SyntaxProblem {
  const embedded = embeddedPrograms(extname(path).toLowerCase(), text);
  const parsed = embedded
    ? embedded.map((program, index) =>
        parseAs(readingOf(program), {
          path: program.role === "script" ? `${path}/${index}_script.ts` : path,
          root,
          text,
          code: blankedAround(text, program.blocks),
        }),
      )
    : [parse(path, text, root)];
  const sources: SourceFile[] = [];
  for (const source of parsed) {
    if (!("ast" in source)) return source;
    sources.push(source);
  }
  return sources;
}

function readingOf({ role, lang }: EmbeddedProgram): Reading {
  switch (role) {
    case "component":
      return { languages: [lang ?? "jsx"] };
    case "frontmatter":
      // Astro's tools read it as .tsx, its compiler as .ts.
      return { languages: ["tsx", "ts"], returns: true };
    case "script":
      return { languages: [lang ?? "ts"] };
  }
}

/** The text with blanks for all but the blocks. An empty block between them ends a statement that has no semicolon. */
function blankedAround(text: string, blocks: readonly Span[]): string {
  let code = "";
  for (const [start, end] of blocks) {
    const gap = blank(text.slice(code.length, start));
    code += code.trim() === "" ? gap : `${gap.slice(0, -3)}\n{}`;
    code += text.slice(start, end);
  }
  return code + blank(text.slice(code.length));
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n\u2028\u2029]/g, " ");
}
