import { describe, expect, it } from "vitest";
import { type RefusalReason, refusals } from "../../src/rewrite/refusals.js";
import { codeBlocks, readPage, sections } from "./markdown.js";
import { findings, isProgram, migrated } from "./programs.js";

const page = "docs/refusals.md";
const reasons = Object.keys(refusals) as RefusalReason[];

describe(page, () => {
  it("has a section for each reason, in the same order", () => {
    expect(sections(page)).toEqual(reasons);
  });

  it.each(reasons)("%s: opens with the words that the command line prints", (reason) => {
    const [, section = ""] = readPage(page).split(`## ${reason}\n\n`);
    const [first = ""] = section.split("\n\n");
    expect(first.replaceAll("\n", " ").toLowerCase()).toBe(
      `${refusals[reason].what}.`.toLowerCase(),
    );
  });

  it.each(reasons)("%s: shows what is refused, and a way out", (reason) => {
    const blocks = codeBlocks(page).filter(({ section }) => section === reason);
    expect(blocks.every(isProgram)).toBe(true);
    const [refused, remedied, ...more] = blocks;
    if (!refused || !remedied || more.length > 0) throw new Error("A section has two blocks.");

    expect(refused.intro).toMatch(
      /^Refused( by `migrate --[^`]+`)?(, in a project that has `csv-stringify`)?:$/,
    );
    expect(migrated(refused).sites).toEqual([
      expect.objectContaining({ status: "refused", reason }),
    ]);

    if (remedied.intro.endsWith("By hand:")) expect(findings(remedied)).toEqual([]);
    else {
      expect(remedied.intro).toMatch(/Then `migrate( --[^`]+)?` rewrites it/);
      expect(findings(remedied).length).toBeGreaterThan(0);
      expect(migrated(remedied).sites.map(({ status }) => status)).not.toContain("refused");
    }
  });
});
