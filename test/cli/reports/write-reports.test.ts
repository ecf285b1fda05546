import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../run-cli.js";
import { commitAll, tempProject } from "../temp-project.js";

describe("migrate --report", () => {
  it("writes each report, besides what is printed", async () => {
    const root = tempProject({ "a.ts": "identify(1)\n" });
    const argv = ["migrate", "--report", "out.html", "--report", "out.md"];
    expect(await runCli(root, argv)).toMatchObject({
      stdout: expect.stringContaining("a.ts:1:1: rewritten"),
      exitCode: 0,
    });
    expect(readFileSync(join(root, "out.html"), "utf8")).toMatch(/^<!doctype html>/u);
    expect(readFileSync(join(root, "out.md"), "utf8")).toMatch(/^## Halo backfill: 1 rewritten\n/u);
  });

  it("writes it in a dry run too, and nothing else", async () => {
    const root = tempProject({ "a.ts": "identify(1)\n" });
    await runCli(root, ["migrate", "--dry-run", "--report", "out.md"]);
    expect(readdirSync(root)).toEqual(["a.ts", "out.md"]);
    expect(readFileSync(join(root, "a.ts"), "utf8")).toBe("identify(1)\n");
    expect(readFileSync(join(root, "out.md"), "utf8")).toContain("Nothing was written");
  });

  it("writes why nothing was written", async () => {
    const root = tempProject({ "a.ts": "identify(1)\n" });
    commitAll(root);
    writeFileSync(join(root, "a.ts"), "identify(2)\n");
    await runCli(root, ["migrate", "--report", "out.md"]);
    expect(readFileSync(join(root, "out.md"), "utf8")).toContain(
      "Nothing was rewritten: uncommitted",
    );
  });

  it("says which report cannot be written, and does the rest", async () => {
    const root = tempProject({ "a.ts": "identify(1)\n" });
    const argv = ["migrate", "--report", "gone/out.html", "--report", "out.md"];
    expect(await runCli(root, argv)).toMatchObject({
      stderr: "gone/out.html: report cannot be written: does not exist\n",
      exitCode: 2,
    });
    expect(readdirSync(root)).toEqual(["a.ts", "out.md"]);
  });

  it("takes no other kind of file", async () => {
    expect(await runCli(tempProject({}), ["migrate", "--report", "out.pdf"])).toEqual({
      stdout: "",
      stderr:
        "error: option '--report <file>' argument 'out.pdf' is invalid. A report is a .html or a .md file.\n",
      exitCode: 2,
    });
  });
});
