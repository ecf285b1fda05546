import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replaceFile } from "../../src/cli/replace-file.js";
import { tempProject } from "./temp-project.js";

describe("replaceFile", () => {
  it("replaces the text and leaves nothing else behind", async () => {
    const root = tempProject({ "a.ts": "old" });
    expect(await replaceFile(join(root, "a.ts"), "old", "new ü")).toEqual({ ok: true });
    expect(readFileSync(join(root, "a.ts"), "utf8")).toBe("new ü");
    expect(readdirSync(root)).toEqual(["a.ts"]);
  });

  it("keeps the mode", async () => {
    const root = tempProject({ "a.ts": "old" });
    chmodSync(join(root, "a.ts"), 0o751);
    await replaceFile(join(root, "a.ts"), "old", "new");
    expect(statSync(join(root, "a.ts")).mode & 0o777).toBe(0o751);
  });

  it("replaces the file behind a symbolic link and keeps the link", async () => {
    const root = tempProject({ "real/a.ts": "old" });
    symlinkSync("real/a.ts", join(root, "link.ts"));
    expect(await replaceFile(join(root, "link.ts"), "old", "new")).toEqual({ ok: true });
    expect(lstatSync(join(root, "link.ts")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, "real/a.ts"), "utf8")).toBe("new");
  });

  it("leaves a file alone that changed meanwhile", async () => {
    const root = tempProject({ "a.ts": "newer" });
    expect(await replaceFile(join(root, "a.ts"), "old", "new")).toEqual({
      ok: false,
      message: "changed on disk meanwhile, not rewritten; run migrate again",
    });
    expect(readFileSync(join(root, "a.ts"), "utf8")).toBe("newer");
  });

  it("leaves a read-only file alone, whoever asks", async () => {
    const root = tempProject({ "a.ts": "old" });
    chmodSync(join(root, "a.ts"), 0o444);
    expect(await replaceFile(join(root, "a.ts"), "old", "new")).toEqual({
      ok: false,
      message: "is read-only, not rewritten",
    });
    expect(readFileSync(join(root, "a.ts"), "utf8")).toBe("old");
  });

  it("says what went wrong when the file is gone", async () => {
    const root = tempProject({});
    expect(await replaceFile(join(root, "a.ts"), "old", "new")).toEqual({
      ok: false,
      message: "cannot be written: does not exist",
    });
  });
});
