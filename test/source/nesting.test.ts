import { describe, expect, it } from "vitest";
import { deepNesting, maxNesting } from "../../src/source/nesting.js";

describe("deepNesting", () => {
  it.each([
    ["nothing", ""],
    ["as deep as is allowed", "(".repeat(maxNesting) + ")".repeat(maxNesting)],
    ["brackets side by side", "()[]{}".repeat(10_000)],
    ["brackets in strings", `["(",'[',"{"],`.repeat(10_000)],
    ["an escaped quote", `"\\"(";`.repeat(10_000)],
    ["brackets in comments", "// (((\n/* [[[\n{{{ */\n".repeat(10_000)],
    ["more ends than starts", `${")".repeat(1_000)}${"(".repeat(maxNesting)}`],
  ])("lets pass: %s", (_name, text) => {
    expect(deepNesting(text)).toBeUndefined();
  });

  it.each([
    ["parentheses", "("],
    ["functions", "(function(){"],
    ["objects", "{a:"],
    ["lists", "["],
    ["template literals", "`${"],
  ])("gives the offset: %s", (_name, unit) => {
    const offset = deepNesting(`"(" + ${unit.repeat(5_000)}`);
    expect(offset).toBeGreaterThan(maxNesting);
    expect(offset).toBeLessThan(unit.length * (maxNesting + 2) + 6);
  });
});
