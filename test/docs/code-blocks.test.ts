import { describe, expect, it } from "vitest";
import { allPages, codeBlocks, type CodeBlock, pagesIn } from "./markdown.js";
import { claims, findings, isIncorrect, isProgram } from "./programs.js";

const programs = allPages().flatMap(codeBlocks).filter(isProgram);
const named = (blocks: readonly CodeBlock[]): [string, CodeBlock][] =>
  blocks.map((block) => [`${block.page}:${block.line}`, block]);

describe("code in the documentation", () => {
  it.each(named(programs))("%s parses", (_name, block) => {
    expect(() => findings(block)).not.toThrow();
  });

  it.each(named(codeBlocks("README.md").filter(({ language }) => language === "json")))(
    "%s is JSON",
    (_name, { code }) => {
      expect(() => JSON.parse(code) as unknown).not.toThrow();
    },
  );
});

const inSection = (section: string): CodeBlock[] =>
  programs.filter((block) => block.section === section);
const incorrect = programs.filter(isIncorrect);

describe("incorrect code", () => {
  it("is marked in every rule's page", () => {
    const pages = incorrect
      .map(({ page }) => page)
      .filter((page) => page.startsWith("docs/rules/"));
    expect([...new Set(pages)].toSorted()).toEqual(pagesIn("docs/rules").toSorted());
  });

  it.each(named(incorrect))("%s has the findings that are marked, and no other", (_name, block) => {
    expect(claims(block)).not.toEqual([]);
    expect(findings(block)).toEqual(claims(block));
  });

  it("is what marks stand in", () => {
    const marked = programs.filter((block) => claims(block).length > 0);
    expect(marked.filter((block) => !incorrect.includes(block))).toEqual([]);
  });
});

describe("correct code", () => {
  it.each(named(inSection("Correct")))("%s has no finding", (_name, block) => {
    expect(findings(block)).toEqual([]);
  });
});
