import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import plugin from "../../rules/plugin.js";
import { pagesIn, root } from "./markdown.js";

const generator = join(
  dirname(createRequire(import.meta.url).resolve("eslint-doc-generator/package.json")),
  "dist/bin/eslint-doc-generator.js",
);

describe("the pages of the rules", () => {
  it("are one for each rule", () => {
    const pages = Object.keys(plugin.rules).map((name) => `docs/rules/${name}.md`);
    expect(pagesIn("docs/rules")).toEqual(pages);
  });

  it("have the headers that the rules' own meta gives, as has the list in the README", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [generator, "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stdout + stderr).toBe("");
    expect(status).toBe(0);
  });
});
