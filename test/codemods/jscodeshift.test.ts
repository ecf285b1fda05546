import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempProject } from "../cli/temp-project.js";

const { resolve } = createRequire(import.meta.url);
const loop = "for (const user of users) {\n  ha.identify(user.id);\n}\n";

/** Runs stock jscodeshift with the built transform over a folder. */
function jscodeshift(folder: string, ...options: string[]): string {
  return execFileSync(
    process.execPath,
    [
      ...[resolve("jscodeshift/bin/jscodeshift"), "--transform"],
      resolve("eslint-plugin-halo-backfill/codemods/identify-to-update"),
      ...["--extensions=js,mjs,mts,ts", "--run-in-band", ...options, folder],
    ],
    { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
  );
}

describe("under stock jscodeshift", () => {
  it("rewrites what it can, reports what it refuses, and leaves the rest alone", () => {
    const files = {
      "list.mjs": loop,
      "typed.mts": `const ids = <T,>(all: T[]) => all;\nconst one = <string>name;\n${loop}`,
      "stuck.mjs": `export function sync(users) {\n${loop}}\n`,
      "live.mjs": "ha.identify(me.id);\n",
      "broken.mjs": "ha.identify(\n",
    };
    const root = tempProject(files);
    const output = jscodeshift(root);
    const read = (file: string): string => readFileSync(join(root, file), "utf8");
    expect(output).toContain("1 errors\n0 unmodified\n2 skipped\n2 ok\n");
    expect(output).toContain("stuck.mjs 3:3: not rewritten: the code around the call cannot await");
    expect(output).toContain("broken.mjs Transformation error (2:1: ");
    expect(read("list.mjs")).toContain("await updateHaloUsers(");
    expect(read("typed.mts")).toContain("const one = <string>name;\n");
    expect(read("typed.mts")).toContain("await updateHaloUsers(");
    for (const file of ["stuck.mjs", "live.mjs", "broken.mjs"] as const) {
      expect(read(file)).toBe(files[file]);
    }
  });

  it("shows the rewrite and writes nothing on a dry run", () => {
    const root = tempProject({ "list.mjs": loop });
    expect(jscodeshift(root, "--dry", "--print")).toContain("await updateHaloUsers(");
    expect(readFileSync(join(root, "list.mjs"), "utf8")).toBe(loop);
  });
});
