import { describe, expect, it } from "vitest";
import { positionAt } from "../../src/source/position.js";

describe("positionAt", () => {
  it.each([
    ["the start of nothing", "", 0, 1, 1],
    ["the start", "abc", 0, 1, 1],
    ["the end", "abc", 3, 1, 4],
    ["before a line's end", "a\nb", 1, 1, 2],
    ["after a line's end", "a\nb", 2, 2, 1],
    ["after CRLF", "a\r\nb", 3, 2, 1],
    ["after CR", "a\rb", 2, 2, 1],
    ["after U+2028", "a\u2028b", 2, 2, 1],
    ["after U+2029", "a\u2029b", 2, 2, 1],
    ["empty lines", "\n\n\n", 2, 3, 1],
    ["the end after a last line's end", "a\n", 2, 2, 1],
    ["columns count UTF-16 units", "𝒳b", 2, 1, 3],
    ["a form feed ends no line", "a\fb", 2, 1, 3],
  ])("%s", (_name, text, offset, line, column) => {
    expect(positionAt(text, offset)).toEqual({ line, column });
  });

  it("does not mix up the texts that it is asked about in turn", () => {
    expect(positionAt("a\nb", 2)).toEqual({ line: 2, column: 1 });
    expect(positionAt("a b", 2)).toEqual({ line: 1, column: 3 });
    expect(positionAt("a\nb", 2)).toEqual({ line: 2, column: 1 });
  });
});
