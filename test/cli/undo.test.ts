import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readJournal, recordChanges } from "../../src/cli/undo/journal.js";
import { journalPlaces } from "../../src/cli/undo/journal-place.js";
import { runCli } from "./run-cli.js";
import { commitAll, git, tempProject } from "./temp-project.js";

const read = (root: string, file: string) => readFileSync(join(root, file), "utf8");

/** The command line in a project, with a folder for the state of programs that no other test shares. */
function project(files: Readonly<Record<string, string | Buffer>>) {
  const root = tempProject(files);
  const env = { XDG_STATE_HOME: tempProject({}) };
  return { root, env, halo: (...argv: string[]) => runCli(root, ["migrate", ...argv], { env }) };
}

describe("migrate --undo", () => {
  it("puts back every byte and the mode, once", async () => {
    const before = "\uFEFFidentify(1) // ü\r\n\ttail";
    const { root, halo } = project({ "a.ts": before, "src/b.ts": "identify(2)\n" });
    chmodSync(join(root, "a.ts"), 0o751);
    await halo();
    expect(read(root, "a.ts")).toContain("update(1)");
    expect(await halo("--undo")).toEqual({
      stdout: "a.ts: restored\nsrc/b.ts: restored\n\nThe last run is undone in 2 files.\n",
      stderr: "",
      exitCode: 0,
    });
    expect(read(root, "a.ts")).toBe(before);
    expect(read(root, "src/b.ts")).toBe("identify(2)\n");
    expect(statSync(join(root, "a.ts")).mode & 0o777).toBe(0o751);
    expect(await halo("--undo")).toEqual({
      stdout: "Nothing to undo.\n",
      stderr: "",
      exitCode: 0,
    });
  });

  it("leaves a file alone that was changed since, and can undo it later", async () => {
    const { root, halo } = project({ "a.ts": "identify(1)", "b.ts": "identify(2)" });
    await halo();
    writeFileSync(join(root, "a.ts"), "update(1) // looked at");
    expect(await halo("--undo")).toEqual({
      stdout: "b.ts: restored\n\nThe last run is undone in 1 file, 1 left alone.\n",
      stderr: "a.ts: was changed since migrate wrote it, left as it is\n",
      exitCode: 2,
    });
    expect(read(root, "a.ts")).toBe("update(1) // looked at");
    writeFileSync(join(root, "a.ts"), "update(1)");
    expect(await halo("--undo")).toMatchObject({ exitCode: 0 });
    expect(read(root, "a.ts")).toBe("identify(1)");
  });

  it("does not bring back a file that was removed since", async () => {
    const { root, halo } = project({ "a.ts": "identify(1)" });
    await halo();
    rmSync(join(root, "a.ts"));
    expect(await halo("--undo")).toMatchObject({
      stderr: "a.ts: was removed since, left as it is\n",
      exitCode: 2,
    });
    expect(existsSync(join(root, "a.ts"))).toBe(false);
  });

  it("leaves a file alone that may not be written", async () => {
    const { root, halo } = project({ "a.ts": "identify(1)" });
    await halo();
    chmodSync(join(root, "a.ts"), 0o444);
    expect(await halo("--undo")).toMatchObject({
      stderr: "a.ts: is read-only, not restored\n",
      exitCode: 2,
    });
    expect(read(root, "a.ts")).toBe("update(1)");
  });

  it("shows with --dry-run what it would do, and does not do it", async () => {
    const { root, halo } = project({ "a.ts": "identify(1)\n" });
    await halo();
    const { stdout, exitCode } = await halo("--undo", "--dry-run");
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      [
        "--- a/a.ts\n+++ b/a.ts\n@@ -1,1 +1,1 @@\n-update(1)\n+identify(1)\n",
        "a.ts: would be restored\n",
        "Dry run, nothing was written: the last run would be undone in 1 file.\n",
      ].join("\n"),
    );
    expect(read(root, "a.ts")).toBe("update(1)\n");
    expect(await halo("--undo")).toMatchObject({ exitCode: 0 });
  });

  it("prints JSON for programs", async () => {
    const { root, halo } = project({ "a.ts": "identify(1)", "b.ts": "identify(2)" });
    await halo();
    writeFileSync(join(root, "b.ts"), "");
    const { stdout } = await halo("--undo", "--format", "json");
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      files: [
        { file: "a.ts", status: "restored", diff: expect.stringContaining("+identify(1)") },
        {
          file: "b.ts",
          status: "error",
          diff: "",
          message: "was changed since migrate wrote it, left as it is",
        },
      ],
    });
  });

  it("undoes the last run and not the one before it", async () => {
    const { root, halo } = project({ "a.ts": "identify(1)", "b.ts": "" });
    await halo();
    writeFileSync(join(root, "b.ts"), "identify(2)");
    await halo();
    await halo("--undo");
    expect([read(root, "a.ts"), read(root, "b.ts")]).toEqual(["update(1)", "identify(2)"]);
    expect(await halo("--undo")).toMatchObject({ stdout: "Nothing to undo.\n" });
  });

  it("keeps the record through runs that write nothing", async () => {
    const { root, halo } = project({ "a.ts": "identify(1)" });
    await halo();
    await halo();
    await halo("--dry-run");
    await halo("--undo");
    expect(read(root, "a.ts")).toBe("identify(1)");
  });

  it("takes away a file that the run added, unless it was changed since", async () => {
    const { root, env, halo } = project({ "halo.js": "added", "other.js": "changed" });
    const added = { before: undefined, after: "added" };
    const places = journalPlaces(root, env);
    await recordChanges(places, [
      { ...added, path: join(root, "halo.js"), file: "halo.js" },
      { ...added, path: join(root, "other.js"), file: "other.js" },
      { ...added, path: join(root, "never.js"), file: "never.js" },
    ]);
    expect(await halo("--undo")).toMatchObject({ stdout: expect.stringContaining("removed") });
    expect(readdirSync(root)).toEqual(["other.js"]);
  });
});

describe("an interrupted run", () => {
  it("is undone as far as it came", async () => {
    const { root, env, halo } = project({ "a.ts": "update(1)", "b.ts": "identify(2)" });
    await recordChanges(journalPlaces(root, env), [
      { path: join(root, "a.ts"), file: "a.ts", before: "identify(1)", after: "update(1)" },
      { path: join(root, "b.ts"), file: "b.ts", before: "identify(2)", after: "update(2)" },
    ]);
    expect(await halo("--undo")).toMatchObject({
      stdout: "a.ts: restored\n\nThe last run is undone in 1 file.\n",
      exitCode: 0,
    });
    expect([read(root, "a.ts"), read(root, "b.ts")]).toEqual(["identify(1)", "identify(2)"]);
  });

  it("is undone where the process was killed while it wrote", async () => {
    const loop = "for (const user of users) {\n  ha.identify(user.id);\n}\n";
    const names = Array.from({ length: 200 }, (_, index) => `backfill-${index}.mjs`);
    const { root, env, halo } = project(Object.fromEntries(names.map((name) => [name, loop])));
    const repository = join(import.meta.dirname, "../..");
    const tsx = join(repository, "node_modules/tsx/dist/loader.mjs");
    const main = join(repository, "src/cli/main.ts");
    const child = spawn(process.execPath, ["--import", tsx, main, "migrate"], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: "ignore",
    });
    const closed = new Promise((resolve) => child.on("close", (_code, signal) => resolve(signal)));
    await expect
      .poll(() => read(root, "backfill-0.mjs"), { timeout: 20_000, interval: 1 })
      .not.toBe(loop);
    child.kill("SIGKILL");
    expect(await closed).toBe("SIGKILL");
    const written = () => names.filter((name) => read(root, name) !== loop).length;
    expect(written()).toBeLessThan(names.length);
    expect(await halo("--undo")).toMatchObject({ stderr: "", exitCode: 0 });
    expect(written()).toBe(0);
  });
});

describe("the record of a run", () => {
  it("is kept in the packages' cache, where git does not see it", async () => {
    const { root, halo } = project({
      ".gitignore": "node_modules\n",
      "a.ts": "identify(1)",
      "jobs/b.ts": "identify(2)",
      "node_modules/x/index.js": "",
    });
    commitAll(root);
    await halo();
    expect(readdirSync(join(root, "node_modules/.cache/eslint-plugin-halo-backfill"))).toEqual([
      "last-migrate.json",
    ]);
    expect(git(root, "status", "--porcelain")).toBe(" M a.ts\n M jobs/b.ts\n");
    await halo("--undo");
    expect(git(root, "status", "--porcelain")).toBe("");
    expect(readdirSync(join(root, "node_modules/.cache/eslint-plugin-halo-backfill"))).toEqual([]);
  });

  it("is found from another folder of the work tree", async () => {
    const { root, env } = project({ "a.ts": "identify(1)", "jobs/b.ts": "identify(2)" });
    commitAll(root);
    await runCli(join(root, "jobs"), ["migrate"], { env });
    const { stdout } = await runCli(root, ["migrate", "--undo"], { env });
    expect(stdout).toContain("jobs/b.ts: restored");
  });

  it("is not shared by work trees that share their packages", async () => {
    const { root, env, halo } = project({ "a.ts": "identify(1)" });
    symlinkSync(tempProject({ "x/index.js": "" }), join(root, "node_modules"));
    await halo();
    expect(existsSync(join(root, "node_modules/.cache"))).toBe(false);
    expect(readJournal(journalPlaces(root, env))?.files).toHaveLength(1);
  });

  it("is readable by nobody else", async () => {
    const { root, env, halo } = project({ "a.ts": "identify(1)" });
    await halo();
    const { place = "" } = readJournal(journalPlaces(root, env)) ?? {};
    expect(statSync(place).mode & 0o777).toBe(0o600);
  });

  it("must be written before anything else is, unless that is forced", async () => {
    const { root, env, halo } = project({ "a.ts": "identify(1)" });
    writeFileSync(join(env.XDG_STATE_HOME, "eslint-plugin-halo-backfill"), "in the way");
    const place = journalPlaces(root, env).files[0];
    expect(await halo()).toEqual({
      stdout: "",
      stderr: `nothing was rewritten: what it changes cannot be recorded for --undo (${place}: EEXIST: file already exists, mkdir '${join(env.XDG_STATE_HOME, "eslint-plugin-halo-backfill")}'); pass --force\n`,
      exitCode: 2,
    });
    expect(read(root, "a.ts")).toBe("identify(1)");
    expect(await halo("--force")).toMatchObject({ exitCode: 0 });
    expect(read(root, "a.ts")).toBe("update(1)");
  });

  it("counts as none where it is cut off or of another version", async () => {
    const { root, env, halo } = project({});
    const place = journalPlaces(root, env).files[0] ?? "";
    mkdirSync(join(place, ".."), { recursive: true });
    for (const content of ["{", "{}", '{ "version": 2 }']) {
      writeFileSync(place, content);
      expect(await halo("--undo")).toMatchObject({ stdout: "Nothing to undo.\n", exitCode: 0 });
    }
  });
});
