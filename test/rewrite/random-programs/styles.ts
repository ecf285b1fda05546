import type { PrintedPart, PrintedProgram } from "./program.js";

/** How a program is written down. */
export interface Style {
  kind: "commonjs" | "module" | "typescript";
  semicolons: boolean;
  quote: '"' | "'";
  indent: "  " | "    " | "\t";
  endOfLine: "\n" | "\r\n";
  /** Whether comments stand beside and above lines. */
  comments: boolean;
  /** What the names that the grammar gives users are replaced by, so that they meet ours. */
  names: Names;
  /** Whether the file says where its users come from. */
  imports: boolean;
}

type Names = readonly [string, string];

type UnplacedPart = Omit<PrintedPart, "line"> & { text: string };

const extensions = { commonjs: ".cjs", module: ".mjs", typescript: ".mts" };

/** Writes the parts of a program as one file. */
export function styled(parts: readonly UnplacedPart[], style: Style): PrintedProgram {
  const { kind, endOfLine } = style;
  const plain = { ...style, comments: false };
  const lines = inStyle(head(parts, style), plain).split("\n");
  const starts = parts.map(({ text, ...part }) => {
    const line = lines.length + 1;
    lines.push(...inStyle(text, style).split("\n"), "");
    return { ...part, line };
  });
  if (kind === "commonjs") lines.push(...inStyle("}\nmain().catch(log);", plain).split("\n"));
  return {
    path: `/project/scripts/backfill${extensions[kind]}`,
    text: lines.join(endOfLine) + endOfLine,
    typescript: kind === "typescript",
    parts: starts,
  };
}

function head(parts: readonly UnplacedPart[], { imports, kind }: Style): string {
  if (kind === "commonjs") return `"use strict";\nasync function main() {`;
  const names = parts.flatMap(({ data: { list, one } }) => [
    list,
    one,
    `${list}ById`,
    `${list}Map`,
  ]);
  return imports ? `import { ${names.join(", ")} } from "./users.js";\n` : "";
}

function inStyle(text: string, style: Style): string {
  const { comments, indent, kind, names, quote, semicolons } = style;
  let code = text;
  code = code.replaceAll(/\brow\b/g, names[0]).replaceAll(/\baccount\b/g, names[1]);
  if (kind === "typescript") code = code.replaceAll(/\((\w+)\) =>/g, "($1: any) =>");
  if (comments) code = withComments(code);
  if (quote === "'") code = code.replaceAll('"', "'");
  if (!semicolons)
    code = code.replaceAll(/;($| \/\/)/gm, "$1").replaceAll(/^( *)(?=[([`])/gm, "$1;");
  return code.replaceAll(/^( {2})+/gm, (spaces) => indent.repeat(spaces.length / 2));
}

/** Comments at some lines, each with a number of its own. */
function withComments(code: string): string {
  return code
    .split("\n")
    .flatMap((line, at) => {
      const isInCall = /^\s*(\w+: |\}\)|keepalive)/.test(line);
      if (at % 5 === 2 && line.endsWith(";") && !isInCall) return [`${line} // beside ${at}`];
      if (at % 5 === 4 && /^\s*(const|await|for|if|\w+\() ?/.test(line))
        return [`${/^\s*/.exec(line)?.[0] ?? ""}// above ${at}`, line];
      return [line];
    })
    .join("\n");
}
