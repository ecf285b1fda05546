import { describe, expect, it } from "vitest";
import { wordMatcher } from "../../src/find/word-matcher.js";

const many = Array.from({ length: 40 }, (_, index) => `name${index}`);

describe("wordMatcher", () => {
  it.each([
    ["a few words", ["syncUser", '/halo"']],
    ["many words", [...many, "syncUser", '/halo"']],
  ])("finds one of %s in bytes and in text", (_name, words) => {
    const mentions = wordMatcher(words);
    for (const text of ["await syncUser(user);", 'import x from "./halo";', "é syncUser"]) {
      expect(mentions(text)).toBe(true);
      expect(mentions(Buffer.from(text))).toBe(true);
    }
    expect(mentions("await sync(user); halo")).toBe(false);
    expect(mentions(Buffer.from(""))).toBe(false);
  });

  it("takes a long list of names for whole words", () => {
    expect(wordMatcher(many)("rename7s(name99)")).toBe(false);
    expect(wordMatcher(many)("$name7 name7")).toBe(true);
  });

  it("finds nothing where there are no words", () => {
    expect(wordMatcher([])("anything")).toBe(false);
  });
});
