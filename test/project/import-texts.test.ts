import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importTexts } from "../../src/project/import-texts.js";
import { tempProject } from "../cli/temp-project.js";

const tail = ['/halo"', "/halo'", "/halo."];

describe("what an importing file spells", () => {
  it("is the name of an export", () => {
    expect(importTexts("/project/lib/halo.ts", "pushUser")).toEqual(["pushUser"]);
  });

  it("is the end of the path where the name says nothing", () => {
    expect(importTexts("/project/lib/halo.ts", "default")).toEqual(tail);
    expect(importTexts("/project/lib/halo/index.ts", "loader")).toEqual(tail);
  });

  it("is also the name of the package, and what its manifest calls the file", () => {
    const root = tempProject({
      "package.json":
        '{ "name": "@acme/halo", "imports": { "#halo": "./src/halo.js", "#db": "./src/db.js" } }',
    });
    expect(importTexts(join(root, "src/halo.js"), "default")).toEqual([
      ...tail,
      "@acme/halo",
      "#halo",
    ]);
    expect(importTexts(join(root, "src/lib/halo.js"), "default")).toEqual([...tail, "#halo"]);
  });
});
