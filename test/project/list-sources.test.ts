import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listSources } from "../../src/project/list-sources.js";
import { commitAll, tempProject } from "../cli/temp-project.js";

function filesIn(cwd: string, ...paths: string[]): string[] {
  return listSources(paths, cwd).files.map(({ file }) => file);
}

describe("listSources", () => {
  it("lists source files in a fixed order, without declarations and other files", () => {
    const programs = ["z.js", "a.jsx", "b.cjs", "c.mjs", "d.ts", "e.tsx", "f.cts", "g.mts"];
    const names = [...programs, "h.vue", "i.svelte", "j.svelte.ts", "k.astro"];
    const others = ["x.d.ts", "x.d.cts", "x.d.mts", "x.json", "x.html", "ts", "vue"];
    const root = tempProject(Object.fromEntries([...names, ...others].map((name) => [name, ""])));
    expect(filesIn(root)).toEqual(names.toSorted());
  });

  it("takes the working directory when no path is given, and `.` means the same", () => {
    const root = tempProject({ "src/deep/a.ts": "", "b.ts": "" });
    expect(filesIn(root)).toEqual(["b.ts", "src/deep/a.ts"]);
    expect(filesIn(root, ".")).toEqual(filesIn(root));
  });

  it("does not wander into installed or generated folders at any depth", () => {
    const root = tempProject({
      "node_modules/x/a.js": "",
      "dist/a.js": "",
      "packages/p/build/a.js": "",
      "packages/p/coverage/a.js": "",
      "packages/p/src/a.js": "",
      "out/kept.js": "",
    });
    expect(filesIn(root)).toEqual(["out/kept.js", "packages/p/src/a.js"]);
  });

  it("reads what is named although it would be skipped", () => {
    const root = tempProject({
      ".gitignore": "ignored/\n",
      "dist/a.js": "",
      "ignored/b.js": "",
      "node_modules/x/c.js": "",
      "types.d.ts": "",
      "bin/backfill": "",
    });
    commitAll(root);
    const named = ["dist", "ignored", "node_modules/x", "types.d.ts", "bin/backfill"];
    expect(filesIn(root, ...named)).toEqual([
      "dist/a.js",
      "ignored/b.js",
      "node_modules/x/c.js",
      "types.d.ts",
      "bin/backfill",
    ]);
  });

  it("honours .gitignore at every level, the innermost one deciding", () => {
    const root = tempProject({
      ".gitignore": "*.gen.ts\n/tmp\n",
      "a.gen.ts": "",
      "tmp/a.ts": "",
      "src/.gitignore": "!kept.gen.ts\nlocal/\r\n",
      "src/kept.gen.ts": "",
      "src/other.gen.ts": "",
      "src/local/a.ts": "",
      "src/tmp/a.ts": "",
    });
    commitAll(root);
    expect(filesIn(root)).toEqual(["src/kept.gen.ts", "src/tmp/a.ts"]);
  });

  it("agrees with git about what is ignored", () => {
    const root = tempProject({
      ".gitignore": "*.log.ts\n!keep.log.ts\nfoo/**/bar.ts\nCase.ts\n\\#odd.ts\nwild[0-9].ts\n",
      "keep.log.ts": "",
      "drop.log.ts": "",
      "foo/x/y/bar.ts": "",
      "foo/x/y/baz.ts": "",
      "case.ts": "",
      "#odd.ts": "",
      "wild1.ts": "",
      "wilder.ts": "",
      "sub/.gitignore": "/only-here.ts\n",
      "sub/only-here.ts": "",
      "sub/deep/only-here.ts": "",
    });
    execFileSync("git", ["init", "--quiet"], { cwd: root });
    const listed = execFileSync("git", ["ls-files", "--others", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
    });
    const expected = listed.split("\n").filter((name) => name.endsWith(".ts"));
    expect(filesIn(root).toSorted()).toEqual(expected.toSorted());
  });

  it("honours the .gitignore of parent folders up to the root of the repository", () => {
    const root = tempProject({
      ".gitignore": "outermost.ts\n",
      "repository/.gitignore": "ignored.ts\n",
      "repository/packages/p/ignored.ts": "",
      "repository/packages/p/outermost.ts": "",
      "repository/packages/p/read.ts": "",
    });
    commitAll(join(root, "repository"));
    const inside = join(root, "repository/packages/p");
    expect(filesIn(inside)).toEqual(["outermost.ts", "read.ts"]);
  });

  it("does not carry ignore rules into a repository inside the repository", () => {
    const root = tempProject({ ".gitignore": "a.ts\n", "inner/a.ts": "", "outer/a.ts": "" });
    commitAll(join(root, "inner"));
    commitAll(root);
    expect(filesIn(root)).toEqual(["inner/a.ts"]);
  });

  it("lists a file once however often it is named", () => {
    const root = tempProject({ "src/a.ts": "", "src/b.ts": "" });
    symlinkSync("a.ts", join(root, "src/link.ts"));
    expect(filesIn(root, "src/b.ts", "src", "./src/a.ts", "src/link.ts")).toEqual([
      "src/b.ts",
      "src/a.ts",
    ]);
  });

  it("follows a symbolic link only where it is named", () => {
    const root = tempProject({ "real/a.ts": "", "project/b.ts": "" });
    symlinkSync(join(root, "real"), join(root, "project/linked"));
    symlinkSync(join(root, "project"), join(root, "project/loop"));
    symlinkSync(join(root, "real/a.ts"), join(root, "project/link.ts"));
    expect(filesIn(root, "project")).toEqual(["project/b.ts"]);
    expect(filesIn(root, "project/linked", "project/link.ts")).toEqual(["project/linked/a.ts"]);
    expect(filesIn(root, "project/link.ts")).toEqual(["project/link.ts"]);
  });

  it("takes a folder with the name of a source file for the folder that it is", () => {
    const root = tempProject({ "x.ts/a.ts": "" });
    expect(filesIn(root)).toEqual(["x.ts/a.ts"]);
  });

  it("shows paths outside the working directory relative to it", () => {
    const root = tempProject({ "here/a.ts": "", "there/b.ts": "" });
    expect(filesIn(join(root, "here"), "../there")).toEqual(["../there/b.ts"]);
  });

  it("names what it cannot list, and lists the rest", () => {
    const root = tempProject({ "a.ts": "", "file/b.ts": "" });
    symlinkSync("loop.ts", join(root, "loop.ts"));
    symlinkSync("gone.ts", join(root, "dangling.ts"));
    execFileSync("mkfifo", [join(root, "pipe.ts")]);
    mkdirSync(join(root, "empty"));
    const paths = ["nope.ts", "a.ts/x", "loop.ts", "dangling.ts", "pipe.ts", "empty", "a.ts"];
    const listing = listSources(paths, root);
    expect(listing.files.map(({ file }) => file)).toEqual(["a.ts"]);
    expect(listing.failures).toEqual([
      { file: "nope.ts", message: "does not exist" },
      { file: "a.ts/x", message: "does not exist: a part of its path is not a directory" },
      { file: "loop.ts", message: "is a symbolic link that leads back to itself" },
      { file: "dangling.ts", message: "does not exist" },
      { file: "pipe.ts", message: "is neither a file nor a directory" },
    ]);
  });
});
