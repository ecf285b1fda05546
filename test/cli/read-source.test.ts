import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceReader } from "../../src/cli/read-source.js";
import { mayContainFinding } from "../../src/find/candidate.js";
import { tempProject } from "./temp-project.js";

function readFile(content: string | Buffer) {
  const root = tempProject({ "a.ts": content });
  return sourceReader()(join(root, "a.ts"), mayContainFinding);
}

describe("sourceReader", () => {
  it("decodes nothing where the bytes hold no candidate", () => {
    expect(readFile("export const a = 1;\n")).toEqual({ kind: "irrelevant" });
    expect(readFile("")).toEqual({ kind: "irrelevant" });
  });

  it("gives the text of a candidate", () => {
    const text = "ha.identify(ü);\r\n";
    expect(readFile(text)).toEqual({ kind: "text", mark: "", text });
  });

  it("keeps the byte order mark apart, and only the first one", () => {
    expect(readFile("\uFEFF\uFEFFidentify")).toEqual({
      kind: "text",
      mark: "\uFEFF",
      text: "\uFEFFidentify",
    });
  });

  it("reads a file larger than its buffer, and a small one after it, without a trace of the first", () => {
    const large = `${"x".repeat(3 * 1024 * 1024)} identify`;
    const root = tempProject({ "large.ts": large, "small.ts": "ha.identify(a)", "none.ts": "a" });
    const reader = sourceReader();
    const read = (path: string) => reader(path, mayContainFinding);
    expect(read(join(root, "large.ts"))).toEqual({ kind: "text", mark: "", text: large });
    expect(read(join(root, "small.ts"))).toMatchObject({ text: "ha.identify(a)" });
    expect(read(join(root, "none.ts"))).toEqual({ kind: "irrelevant" });
  });

  it("reads a file exactly as long as its buffer", () => {
    const text = "identify".padEnd(1024 * 1024, "x");
    expect(readFile(text)).toEqual({ kind: "text", mark: "", text });
  });

  it("refuses a binary file, candidate or not", () => {
    const binary = { kind: "failed", message: "is binary, not source text" };
    expect(readFile(Buffer.from([0x47, 0, 0x11, 0xff]))).toEqual(binary);
    expect(readFile("identify\0")).toEqual(binary);
  });

  it("refuses UTF-16, in which a scan of bytes would find nothing", () => {
    expect(readFile(Buffer.from("\uFEFFha.identify(a)", "utf16le"))).toEqual({
      kind: "failed",
      message: "is UTF-16, not UTF-8; convert it first",
    });
  });

  it("refuses a candidate that is not valid UTF-8, since rewriting would spoil it", () => {
    expect(readFile(Buffer.from("ha.identify('\u00e9')", "latin1"))).toEqual({
      kind: "failed",
      message: "is not valid UTF-8; convert it first",
    });
  });

  it("does not mind the encoding of a file that it has nothing to do with", () => {
    expect(readFile(Buffer.from("// caf\u00e9", "latin1"))).toEqual({ kind: "irrelevant" });
  });

  it("says why a file cannot be read", () => {
    const reader = sourceReader();
    const read = (path: string) => reader(path, mayContainFinding);
    const root = tempProject({ "folder.ts/a": "" });
    expect(read(join(root, "gone.ts"))).toEqual({
      kind: "failed",
      message: "cannot be read: does not exist",
    });
    expect(read(join(root, "folder.ts"))).toEqual({
      kind: "failed",
      message: "cannot be read: is a directory",
    });
  });
});
