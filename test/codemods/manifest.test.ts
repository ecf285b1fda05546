import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("gives the codemod registry the version of the package", () => {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8")) as {
    name: string;
    version: string;
  };
  const manifest = readFileSync("codemods/codemod.yaml", "utf8");
  expect(manifest).toContain(`\nversion: "${version}"\n`);
  expect(manifest).toContain(`\nname: "${name}/identify-to-update"\n`);
});
