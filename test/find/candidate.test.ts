import { describe, expect, it } from "vitest";
import { mayContainFinding } from "../../src/find/candidate.js";

describe("whether a file is worth parsing", () => {
  it.each([
    ["a call", "ha.identify(id)", true],
    ["a route", 'fetch("https://a.io/api/sdk/users/identify")', true],
    ["a comment: bytes do not tell", "// identify", true],
    ["the SDK's set-up", "HaloAgents.init({ userId })", true],
    ["a wrapper of the settings", "syncToHalo(user)", true],
    ["nothing", "", false],
    ["another word", "ha.identity(id)", false],
  ])("%s", (_name, text, expected) => {
    const settings = { wrappers: [{ name: "syncToHalo", id: 0 }] };
    expect(mayContainFinding(text, settings)).toBe(expected);
    expect(mayContainFinding(Buffer.from(text), settings)).toBe(expected);
  });
});
