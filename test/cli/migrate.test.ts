import {
  chmodSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EngineAccess } from "../../src/cli/engine-access.js";
import { fakeEngine } from "./fake-engine.js";
import { runCli } from "./run-cli.js";
import { commitAll, git, tempProject } from "./temp-project.js";

interface MigrateDocument {
  files: { file: string; status: string; sites: object[]; diff: string; message?: string }[];
}

async function migrateJson(cwd: string, ...argv: string[]) {
  const { stdout, exitCode } = await runCli(cwd, ["migrate", "--format", "json", ...argv]);
  const { files } = JSON.parse(stdout) as MigrateDocument;
  return { files, exitCode };
}

const read = (root: string, file: string) => readFileSync(join(root, file), "utf8");

describe("migrate", () => {
  it("rewrites in place and leaves with 0", async () => {
    const root = tempProject({ "a.ts": "x.identify(1)\r\n\ttail", "b.ts": "export {};" });
    expect(await migrateJson(root)).toEqual({
      exitCode: 0,
      files: [
        {
          file: "a.ts",
          status: "rewritten",
          sites: [{ line: 1, status: "rewritten", strategy: "batch" }],
          diff: [
            "--- a/a.ts",
            "+++ b/a.ts",
            "@@ -1,2 +1,2 @@",
            "-x.identify(1)\r",
            "+x.update(1)\r",
            " \ttail",
            "\\ No newline at end of file",
            "",
          ].join("\n"),
        },
      ],
    });
    expect(read(root, "a.ts")).toBe("x.update(1)\r\n\ttail");
    expect(readdirSync(root)).toEqual(["a.ts", "b.ts"]);
  });

  it("has nothing left to do the second time", async () => {
    const root = tempProject({ "a.ts": "identify(" });
    await migrateJson(root);
    expect(await migrateJson(root)).toEqual({ exitCode: 0, files: [] });
  });

  it("leaves with 1 when something was refused, and writes the rest", async () => {
    const root = tempProject({
      "partial.ts": "identify(1)\nidentify(2) // REFUSED\n",
      "refused.ts": "identify(1) // REFUSED\n",
    });
    const { exitCode, files } = await migrateJson(root);
    const refused = {
      status: "refused",
      reason: "runs-in-browser",
      advice: "Move it to a server.",
    };
    expect(exitCode).toBe(1);
    expect(files).toMatchObject([
      {
        file: "partial.ts",
        status: "partial",
        sites: [
          { line: 1, status: "rewritten", strategy: "batch" },
          { line: 2, ...refused },
        ],
      },
      { file: "refused.ts", status: "refused", sites: [{ line: 1, ...refused }], diff: "" },
    ]);
    expect(read(root, "partial.ts")).toBe("update(1)\nidentify(2) // REFUSED\n");
  });

  it("does not touch a file in which nothing changes", async () => {
    const root = tempProject({ "a.ts": "identify(1) // REFUSED\n" });
    const before = statSync(join(root, "a.ts"));
    await migrateJson(root);
    const after = statSync(join(root, "a.ts"));
    expect({ inode: after.ino, time: after.mtimeMs }).toEqual({
      inode: before.ino,
      time: before.mtimeMs,
    });
  });

  it("keeps a byte order mark", async () => {
    const root = tempProject({ "a.ts": "\uFEFFidentify(1)\n" });
    const { files } = await migrateJson(root);
    expect(read(root, "a.ts")).toBe("\uFEFFupdate(1)\n");
    expect(files[0]?.diff).toContain("\n-\uFEFFidentify(1)\n+\uFEFFupdate(1)\n");
  });

  it("rewrites the file that a named link leads to", async () => {
    const root = tempProject({ "real/a.ts": "identify(1)" });
    symlinkSync("real/a.ts", join(root, "link.ts"));
    expect(await migrateJson(root, "link.ts")).toMatchObject({ exitCode: 0 });
    expect(read(root, "real/a.ts")).toBe("update(1)");
  });

  it("goes on after files that fail, and says for each why", async () => {
    const root = tempProject({
      "a.ts": "identify(1)",
      "broken.ts": "identify( BROKEN",
      "latin1.ts": Buffer.from("identify('\u00e9')", "latin1"),
      "locked.ts": "identify(1)",
      "z.ts": "identify(1)",
    });
    chmodSync(join(root, "locked.ts"), 0o444);
    const { exitCode, files } = await migrateJson(root, ".", "gone.ts");
    expect(exitCode).toBe(2);
    const error = { status: "error", sites: [], diff: "" };
    expect(files).toEqual([
      expect.objectContaining({ file: "a.ts", status: "rewritten" }),
      expect.objectContaining({ file: "z.ts", status: "rewritten" }),
      { ...error, file: "gone.ts", message: "does not exist" },
      { ...error, file: "broken.ts", message: "does not parse: Unexpected token (2:7)" },
      { ...error, file: "latin1.ts", message: "is not valid UTF-8; convert it first" },
      { ...error, file: "locked.ts", message: "is read-only, not rewritten" },
    ]);
    expect(read(root, "z.ts")).toBe("update(1)");
    expect(read(root, "locked.ts")).toBe("identify(1)");
  });

  it("leaves a file alone that somebody saves while it works", async () => {
    const root = tempProject({ "a.ts": "identify(1)" });
    const engine = engineDuring(() => writeFileSync(join(root, "a.ts"), "identify(2)"));
    const { stdout, exitCode } = await runCli(root, ["migrate", "-f", "json"], { engine });
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { file: "a.ts", status: "error", message: expect.stringContaining("changed on disk") },
      ],
    });
    expect(read(root, "a.ts")).toBe("identify(2)");
  });

  it("goes on when a file is deleted while it works", async () => {
    const root = tempProject({ "a.ts": "identify(1)", "b.ts": "identify(1)" });
    const engine = engineDuring(() => rmSync(join(root, "a.ts"), { force: true }));
    expect(await runCli(root, ["migrate"], { engine })).toMatchObject({
      stderr: "a.ts: cannot be written: does not exist\n",
      exitCode: 2,
    });
    expect(readdirSync(root)).toEqual(["b.ts"]);
    expect(read(root, "b.ts")).toBe("update(1)");
  });

  it("writes nothing under settings that it cannot read", async () => {
    const root = tempProject({ "a.ts": "identify(1)" });
    const { exitCode, files } = await migrateJson(root, "--config", "none.json");
    expect(exitCode).toBe(2);
    expect(files).toMatchObject([{ file: "none.json", status: "error" }]);
    expect(read(root, "a.ts")).toBe("identify(1)");
  });
});

describe("migrate --dry-run", () => {
  it("shows the changes and writes nothing", async () => {
    const root = tempProject({ "a.ts": "identify(1)\n", "b.ts": "identify(1) // REFUSED\n" });
    const { stdout, exitCode } = await runCli(root, ["migrate", "--dry-run"]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("-identify(1)\n+update(1)\n");
    expect(read(root, "a.ts")).toBe("identify(1)\n");
    expect(readdirSync(root)).toEqual(["a.ts", "b.ts"]);
  });

  it("is allowed in a dirty work tree", async () => {
    const root = tempProject({ "a.ts": "" });
    commitAll(root);
    writeFileSync(join(root, "a.ts"), "identify(1)");
    expect(await runCli(root, ["migrate", "--dry-run"])).toMatchObject({ exitCode: 0, stderr: "" });
    expect(read(root, "a.ts")).toBe("identify(1)");
  });
});

describe("migrate in a git work tree", () => {
  function dirtyRepository(): string {
    const root = tempProject({ "a.ts": "identify(1)", "notes.md": "" });
    commitAll(root);
    writeFileSync(join(root, "notes.md"), "changed");
    return root;
  }

  it("rewrites where all is committed", async () => {
    const root = tempProject({ "a.ts": "identify(1)" });
    commitAll(root);
    expect(await migrateJson(root)).toMatchObject({ exitCode: 0 });
    expect(git(root, "status", "--porcelain")).toBe(" M a.ts\n");
  });

  it("refuses with one line where something is not", async () => {
    const root = dirtyRepository();
    const reason = `uncommitted changes in ${root} (notes.md); commit or stash them first, or pass --force`;
    expect(await runCli(root, ["migrate"])).toEqual({
      stdout: "",
      stderr: `nothing was rewritten: ${reason}\n`,
      exitCode: 2,
    });
    expect(read(root, "a.ts")).toBe("identify(1)");
    expect(await migrateJson(root)).toEqual({
      exitCode: 2,
      files: [
        { file: "a.ts", status: "error", sites: [], diff: "", message: `not rewritten: ${reason}` },
      ],
    });
  });

  it("rewrites all the same with --force", async () => {
    const root = dirtyRepository();
    expect(await migrateJson(root, "--force")).toMatchObject({ exitCode: 0 });
    expect(read(root, "a.ts")).toBe("update(1)");
  });

  it("does not mind a dirty tree when there is nothing to write", async () => {
    const root = dirtyRepository();
    git(root, "rm", "--quiet", "--cached", "a.ts");
    writeFileSync(join(root, "a.ts"), "identify(1) // REFUSED");
    expect(await migrateJson(root)).toMatchObject({ exitCode: 1, files: [{ status: "refused" }] });
  });
});

/** The fake engine, with something happening between the reading of a file and its writing. */
function engineDuring(happening: () => void): EngineAccess {
  const access = fakeEngine();
  return {
    ...access,
    async load() {
      const engine = await access.load();
      return {
        ...engine,
        migrateFile(path: string, text: string) {
          happening();
          return engine.migrateFile(path, text);
        },
      };
    },
  };
}
