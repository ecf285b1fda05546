import { describe, expect, it } from "vitest";
import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { checkFile } from "../../src/engine.js";
import { parse } from "../../src/source/parse.js";
import { allPages, codeBlocks, type CodeBlock, readPage, root } from "./markdown.js";
import { migrated, programOf } from "./programs.js";

const added = ["updateHaloUsers", "postHaloUpdate", "haloUpdateToken"];
const elision = `// ${added.slice(0, -1).join("(), ")}() and ${added.at(-1)}(), which the codemod adds, stand here.`;

/** A block that shows what comes out of the block before it. */
interface Pair {
  before: CodeBlock;
  block: CodeBlock;
}

/** The blocks of a page that follow from the "Before" block above them. */
function derivedBlocks(page: string): Pair[] {
  let before: CodeBlock | undefined;
  return codeBlocks(page).flatMap((block) => {
    if (block.intro === "Before:") before = block;
    const derives = /^(After[:,]|ESLint says:)/.test(block.intro);
    if (!derives) return [];
    if (!before) throw new Error(`${page}:${block.line} has nothing to follow from.`);
    return [{ before, block }];
  });
}

/** What a derived block has to say. */
function derivedCode({ before, block }: Pair): string {
  if (block.language === "text") return lintOutput(before);
  const { output, sites } = migrated(before);
  expect(sites.map(({ status }) => status)).toEqual(["rewritten"]);
  return (block.intro === "After:" ? output : withoutAddedFunctions(before, output)).trimEnd();
}

/** As ESLint's default format has it. */
function lintOutput(block: CodeBlock): string {
  const { path, text, settings } = programOf(block);
  const result = checkFile(path, text, { settings });
  if (result.kind === "unparsable") throw new Error(result.message);
  const [name = ""] = block.code.split("\n", 1);
  const lines = result.findings.map(
    ({ line, column, message, rule }) => `  ${line}:${column}  error  ${message}  ${rule}`,
  );
  return [name.replace("// ", ""), ...lines].join("\n");
}

/** Puts one line in the place of the functions that every rewrite adds, and takes nothing else away. */
function withoutAddedFunctions(before: CodeBlock, output: string): string {
  const { path } = programOf(before);
  const source = parse(path, output, path);
  if (!("ast" in source)) throw new Error(source.message);
  const functions = source.ast.body.filter(
    (node) => node.type === AST_NODE_TYPES.FunctionDeclaration && added.includes(node.id.name),
  );
  const [first, , last] = functions;
  if (!first || !last || functions.length > 3) throw new Error("Other functions are added.");
  const comment = source.comments.findLast(({ range }) => range[1] < first.range[0]);
  const start =
    comment && output.slice(comment.range[1], first.range[0]).trim() === "" ? comment : first;
  const between = source.ast.body.filter(
    ({ range }) => start.range[0] <= range[0] && range[1] <= last.range[1],
  );
  expect(between).toEqual(functions);
  return output.slice(0, start.range[0]) + elision + output.slice(last.range[1]);
}

function pageWith(page: string, pairs: readonly Pair[]): string {
  const lines = readPage(page).split("\n");
  for (const pair of pairs.toReversed()) {
    const { line, code } = pair.block;
    const length =
      code === "" ? lines.indexOf("```", line - 1) - (line - 1) : code.split("\n").length;
    lines.splice(line - 1, length, ...derivedCode(pair).split("\n"));
  }
  return lines.join("\n");
}

const pages = allPages().filter((page) => derivedBlocks(page).length > 0);

describe("blocks that show what comes out", () => {
  it("stand in the README, the migration guide and the pages of the rules about identify", () => {
    expect(pages).toEqual([
      "README.md",
      "docs/migration.md",
      "docs/rules/no-identify-in-batch-context.md",
      "docs/rules/no-identify-in-loop.md",
    ]);
  });

  it.each(pages)("%s shows what comes out", async (page) => {
    await expect(pageWith(page, derivedBlocks(page))).toMatchFileSnapshot(root + page);
  });
});
