import { describe, expect, it } from "vitest";
import { mayContainFinding } from "../../src/find/candidate.js";

describe("whether a file is worth parsing", () => {
  it.each([
    ["a call", "ha.identify(id)", true],
    ["a route", 'fetch("https://a.io/api/sdk/users/identify")', true],
    ["a comment: bytes do not tell", "// identify", true],
    ["nothing", "", false],
    ["another word", "ha.identity(id)", false],
  ])("%s", (_name, text, expected) => {
    expect(mayContainFinding(text)).toBe(expected);
    expect(mayContainFinding(Buffer.from(text))).toBe(expected);
  });
});
