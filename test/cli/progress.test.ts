import { describe, expect, it } from "vitest";
import { isWatched, silence } from "../../src/cli/progress.js";

const terminal = { isTTY: true, columns: 100 };

describe("isWatched", () => {
  it("is true on a terminal", () => {
    expect(isWatched({ stderr: terminal, env: {} })).toBe(true);
    expect(isWatched({ stderr: terminal, env: { CI: "false" } })).toBe(true);
  });

  it.each([
    ["in a pipe", { stderr: {}, env: {} }],
    ["in CI", { stderr: terminal, env: { CI: "true" } }],
    ["on a dumb terminal", { stderr: terminal, env: { TERM: "dumb" } }],
    ["on a narrow terminal", { stderr: { isTTY: true, columns: 40 }, env: {} }],
  ])("is false %s", (_name, surroundings) => {
    expect(isWatched(surroundings)).toBe(false);
  });
});

describe("silence", () => {
  it("never makes the scan wait", () => {
    expect(silence.advance()).toBeUndefined();
  });
});
