import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fakeEngine } from "./fake-engine.js";
import { runCli } from "./run-cli.js";
import { tempProject } from "./temp-project.js";

interface CheckDocument {
  filesScanned: number;
  filesParsed: number;
  findings: { file: string; line: number; column: number }[];
  errors: { file: string; message: string }[];
}

async function checkJson(cwd: string, ...argv: string[]) {
  const { stdout, stderr, exitCode } = await runCli(cwd, ["check", "--format", "json", ...argv]);
  expect(stderr).toBe("");
  return { ...(JSON.parse(stdout) as CheckDocument), exitCode };
}

describe("check", () => {
  it("leaves with 0 when nothing is found", async () => {
    const root = tempProject({ "a.ts": "export {};\n" });
    expect(await checkJson(root)).toEqual({
      version: 1,
      filesScanned: 1,
      filesParsed: 0,
      findings: [],
      errors: [],
      exitCode: 0,
    });
  });

  it("leaves with 0 where there is no source file at all", async () => {
    const root = tempProject({ "README.md": "identify(" });
    expect(await checkJson(root)).toMatchObject({ filesScanned: 0, findings: [], exitCode: 0 });
  });

  it("leaves with 1 when there are findings, in the order of the files", async () => {
    const root = tempProject({
      "src/b.ts": "\n  ha.identify(u.id)\n",
      "src/a.ts": "x.identify(1); x.identify(2)\n",
      "c.ts": "",
    });
    const { exitCode, findings, filesScanned, filesParsed } = await checkJson(root);
    expect({ exitCode, filesScanned, filesParsed }).toEqual({
      exitCode: 1,
      filesScanned: 3,
      filesParsed: 2,
    });
    expect(findings.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      "src/a.ts:1:3",
      "src/a.ts:1:18",
      "src/b.ts:2:6",
    ]);
  });

  it("does not load the engine where no file holds a candidate, and once where many do", async () => {
    const engine = fakeEngine();
    const root = tempProject({
      "a.ts": "export {};",
      "b/c.ts": "identify(",
      "b/d.ts": "identify(",
    });
    await runCli(root, ["check", "a.ts"], { engine });
    expect(engine.loads).toBe(0);
    await runCli(root, ["check"], { engine });
    expect(engine.loads).toBe(1);
    expect(engine.asked).toEqual([join(root, "b/c.ts"), join(root, "b/d.ts")]);
  });

  it("leaves with 2 when a file fails, and still reports all others", async () => {
    const root = tempProject({
      "a.ts": "identify(",
      "binary.ts": Buffer.from([1, 0, 2]),
      "broken.ts": "identify( BROKEN",
      "crash.ts": "identify( CRASH",
      "latin1.ts": Buffer.from("identify('\u00e9')", "latin1"),
      "z.ts": "identify(",
    });
    const { exitCode, findings, errors, filesScanned, filesParsed } = await checkJson(
      root,
      ".",
      "gone.ts",
    );
    expect({ exitCode, filesScanned, filesParsed }).toEqual({
      exitCode: 2,
      filesScanned: 4,
      filesParsed: 2,
    });
    expect(findings.map(({ file }) => file)).toEqual(["a.ts", "z.ts"]);
    expect(errors).toEqual([
      { file: "gone.ts", message: "does not exist" },
      { file: "binary.ts", message: "is binary, not source text" },
      { file: "broken.ts", message: "does not parse: Unexpected token (2:7)" },
      { file: "crash.ts", message: "halo-backfill failed on this file: Error: lost the thread" },
      { file: "latin1.ts", message: "is not valid UTF-8; convert it first" },
    ]);
  });

  it("names the place of an error first, one line each, apart from the report", async () => {
    const root = tempProject({ "src/broken.ts": "identify( BROKEN", "ok.ts": "" });
    expect(await runCli(root, ["check", ".", "nope"])).toEqual({
      stdout: "! nothing found (2 files scanned, 2 errors)\n",
      stderr: "nope: does not exist\nsrc/broken.ts:2:7: does not parse: Unexpected token\n",
      exitCode: 2,
    });
  });

  it("looks at nothing under settings that it cannot read", async () => {
    const root = tempProject({ "a.ts": "identify(", "halo.json": '{ "checkTests": 1 }' });
    const result = await checkJson(root, "--config", "halo.json");
    expect(result).toMatchObject({ exitCode: 2, filesScanned: 0, findings: [] });
    expect(result.errors).toHaveLength(1);
    expect(result.errors[0]?.file).toBe("halo.json");
  });

  it("shows paths relative to the working directory", async () => {
    const root = tempProject({ "src/a.ts": "identify(" });
    mkdirSync(join(root, "elsewhere"));
    const { findings } = await checkJson(join(root, "elsewhere"), join(root, "src"));
    expect(findings.map(({ file }) => file)).toEqual(["../src/a.ts"]);
  });
});
