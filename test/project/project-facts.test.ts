import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evidenceRoot } from "../../src/project/evidence-root.js";
import { projectFacts } from "../../src/project/project-facts.js";
import { tempProject } from "../cli/temp-project.js";

describe("what a project says of a file", () => {
  it("is how Node reads it, and what it depends on in any way", () => {
    const root = tempProject({
      "package.json": JSON.stringify({
        type: "module",
        dependencies: { jose: "6" },
        devDependencies: { tsx: "4" },
        peerDependencies: { react: "19" },
      }),
    });
    expect(projectFacts(join(root, "src/a.js"))).toEqual({
      moduleType: "module",
      packages: new Set(["jose", "tsx", "react"]),
    });
  });

  it("is CommonJS where the manifest names no type", () => {
    const root = tempProject({ "package.json": "{}" });
    expect(projectFacts(join(root, "a.js")).moduleType).toBe("commonjs");
  });

  it("takes in the packages of the workspace, but those of no other folder above", () => {
    const root = tempProject({
      "package.json": JSON.stringify({ dependencies: { jsonwebtoken: "9" } }),
      "shop/package.json": JSON.stringify({ workspaces: ["apps/*"], dependencies: { jose: "6" } }),
      "shop/apps/web/package.json": JSON.stringify({ dependencies: { react: "19" } }),
    });
    const { packages } = projectFacts(join(root, "shop/apps/web/a.js"));
    expect([...packages].toSorted()).toEqual(["jose", "react"]);
  });

  it("knows pnpm's workspaces, which have a file of their own", () => {
    const root = tempProject({
      "package.json": JSON.stringify({ dependencies: { jose: "6" } }),
      "pnpm-workspace.yaml": "packages: [apps/*]\n",
      "apps/web/package.json": "{}",
    });
    expect(projectFacts(join(root, "apps/web/a.js")).packages).toEqual(new Set(["jose"]));
  });

  it("looks past a manifest that is no JSON", () => {
    const root = tempProject({ "package.json": '{ "type": "module" }', "sub/package.json": "{" });
    expect(projectFacts(join(root, "sub/a.js")).moduleType).toBe("module");
  });
});

describe("the root of evidence from paths", () => {
  it("is the working directory, or the package inside it", () => {
    const root = tempProject({ "tests/shop/apps/web/package.json": "{}", "tests/shop/a.js": "" });
    const shop = join(root, "tests/shop");
    expect(evidenceRoot(join(shop, "a.js"), shop)).toBe(shop);
    expect(evidenceRoot(join(shop, "apps/web/a.js"), shop)).toBe(join(shop, "apps/web"));
  });

  it("is the package of a file outside the working directory", () => {
    const root = tempProject({ "here/a.js": "", "there/package.json": "{}" });
    expect(evidenceRoot(join(root, "there/src/a.js"), join(root, "here"))).toBe(
      join(root, "there"),
    );
  });

  it("is the folder of a file outside of both", () => {
    const root = tempProject({ "here/a.js": "", "jobs/there/b.js": "" });
    expect(evidenceRoot(join(root, "jobs/there/b.js"), join(root, "here"))).toBe(
      join(root, "jobs/there"),
    );
  });
});
