import { describe, expect, it } from "vitest";
import { applyEdits, mergeEdits, type TextEdit } from "../../src/source/text-edit.js";

const text = "one two three";

describe("applyEdits and mergeEdits", () => {
  it.each<[string, TextEdit[], string]>([
    ["none", [], "one two three"],
    ["a replacement", [{ range: [4, 7], text: "2" }], "one 2 three"],
    ["a removal", [{ range: [3, 7], text: "" }], "one three"],
    ["an insertion at the start", [{ range: [0, 0], text: "zero " }], "zero one two three"],
    ["an insertion at the end", [{ range: [13, 13], text: " four" }], "one two three four"],
    [
      "several, in any order",
      [
        { range: [8, 13], text: "3" },
        { range: [0, 3], text: "1" },
      ],
      "1 two 3",
    ],
    [
      "one right after the other",
      [
        { range: [0, 3], text: "1" },
        { range: [3, 7], text: "-2" },
      ],
      "1-2 three",
    ],
  ])("%s", (_name, edits, output) => {
    expect(applyEdits(text, edits)).toBe(output);
    const merged = mergeEdits(text, edits);
    expect(merged ? applyEdits(text, [merged]) : text).toBe(output);
  });

  it("keeps all other bytes", () => {
    const odd = "\uFEFFa\r\nb\u2028c\t";
    expect(applyEdits(odd, [{ range: [1, 2], text: "x" }])).toBe("\uFEFFx\r\nb\u2028c\t");
  });
});
