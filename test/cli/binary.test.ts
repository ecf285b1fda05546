import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tempProject } from "./temp-project.js";

/** The package as it is installed: its manifest, its build, and its dependencies next to them. */
const installed = realpathSync(mkdtempSync(join(tmpdir(), "halo-backfill-installed-")));
const binary = join(installed, "dist/src/cli/main.js");
const repository = join(import.meta.dirname, "../..");

beforeAll(() => {
  copyFileSync(join(repository, "package.json"), join(installed, "package.json"));
  symlinkSync(join(repository, "node_modules"), join(installed, "node_modules"));
  const compiler = join(repository, "node_modules/typescript/bin/tsc");
  const outDir = join(installed, "dist");
  execFileSync(process.execPath, [
    ...[compiler, "--project", join(repository, ".tsconfig.build.json")],
    ...["--outDir", outDir, "--noCheck", "--declaration", "false"],
  ]);
}, 60_000);

afterAll(() => rmSync(installed, { recursive: true, force: true }));

/** Root reads everything; without these capabilities it is bound by permissions as everybody is. */
const withoutPrivilege =
  process.getuid?.() === 0
    ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"]
    : [];

function runBinary(cwd: string, ...argv: string[]) {
  const [command = "", ...rest] = [...withoutPrivilege, process.execPath, binary, ...argv];
  const { stdout, stderr, status } = spawnSync(command, rest, {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { stdout, stderr, status };
}

/** So many paths that do not exist that the report about them is larger than a pipe. */
const manyPaths = Array.from({ length: 5000 }, (_, index) => `missing/${index}.ts`);

describe("the built binary", () => {
  it("tells the version of the package", () => {
    const manifest = readFileSync(join(repository, "package.json"), "utf8");
    const { version } = JSON.parse(manifest) as { version: string };
    const expected = { stdout: `${version}\n`, stderr: "", status: 0 };
    expect(runBinary(installed, "--version")).toEqual(expected);
  });

  it("is executable as npm installs it", () => {
    const link = join(installed, "halo-backfill");
    chmodSync(binary, 0o755);
    symlinkSync(binary, link);
    expect(execFileSync(link, ["--help"], { encoding: "utf8" })).toContain("Usage: halo-backfill");
  });

  it("leaves with 0 when nothing is found, and prints no colours into a pipe", () => {
    expect(runBinary(tempProject({ "a.ts": "export {};\n" }), "check")).toEqual({
      stdout: "✔ nothing found (1 file scanned)\n",
      stderr: "",
      status: 0,
    });
  });

  it("leaves with 2 when it is used wrongly", () => {
    const { stdout, stderr, status } = runBinary(installed, "check", "--formt", "json");
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toBe("error: unknown option '--formt'\n(Did you mean --format?)\n");
  });

  it("prints JSON whole into a pipe that is read slowly", async () => {
    const child = spawn(process.execPath, [binary, "check", "-f", "json", ...manyPaths], {
      cwd: tempProject({}),
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    let text = "";
    for await (const chunk of child.stdout) text += String(chunk);
    expect((JSON.parse(text) as { errors: unknown[] }).errors).toHaveLength(manyPaths.length);
  });

  it("ends quietly when its output is not read to the end", async () => {
    const child = spawn(process.execPath, [binary, "check", "-f", "json", ...manyPaths], {
      cwd: tempProject({}),
    });
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += String(chunk)));
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect({ stderr, status }).toEqual({ stderr: "", status: 2 });
  });

  it("names what it may not read, and reads the rest", () => {
    const root = tempProject({ "a.ts": "", "locked.ts": "", "locked/b.ts": "" });
    chmodSync(join(root, "locked.ts"), 0);
    chmodSync(join(root, "locked"), 0);
    try {
      expect(runBinary(root, "check")).toEqual({
        stdout: "! nothing found (1 file scanned, 2 errors)\n",
        stderr: "locked: permission denied\nlocked.ts: cannot be read: permission denied\n",
        status: 2,
      });
    } finally {
      chmodSync(join(root, "locked"), 0o755);
    }
  });
});
