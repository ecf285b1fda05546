import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineAccess, type EngineAccess } from "../../src/cli/engine-access.js";
import { fakeEngine } from "./fake-engine.js";
import { runCli } from "./run-cli.js";
import { tempProject } from "./temp-project.js";

const read = (root: string, file: string) => readFileSync(join(root, file), "utf8");

const strict = JSON.stringify({
  compilerOptions: {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2023",
    lib: ["es2023"],
    types: [],
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
  },
  include: ["src"],
});

/** An `update` whose first argument is of this type, beside the `identify` that takes anything. */
function halo(parameter: string): string {
  return `export declare const identify: (user: unknown) => void;\nexport declare function update(user: ${parameter}): void;\n`;
}

const imports = 'import { identify, update } from "./halo.js";\nvoid update;\n';

describe("migrate where there is a tsconfig.json", () => {
  it("writes a file whose types are as good as before", async () => {
    const root = tempProject({
      "tsconfig.json": strict,
      "src/halo.ts": halo("number"),
      "src/a.ts": `${imports}identify(1);\n`,
    });
    expect(await runCli(root, ["migrate"])).toMatchObject({
      stdout: expect.stringContaining("1 call rewritten in 1 file, types checked in 1 file"),
      stderr: "",
      exitCode: 0,
    });
    expect(read(root, "src/a.ts")).toBe(`${imports}update(1);\n`);
  });

  it("does not write a file whose types would be worse, and writes the others", async () => {
    const root = tempProject({
      "tsconfig.json": strict,
      "src/halo.ts": halo("{ id: string; plan?: string }"),
      "src/a.ts": `${imports}identify({ id: "1", plan: undefined as string | undefined });\n`,
      "src/b.ts": `${imports}identify({ id: "1" });\n`,
      "src/c.ts": `${imports}declare const ids: { id: string }[];\nidentify(ids[0]);\n`,
    });
    const { stdout, stderr, exitCode } = await runCli(root, ["migrate"]);
    expect(exitCode).toBe(2);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(
        /^src\/a\.ts:3:8: not rewritten, its types would be worse: TS2379: Argument of type .*exactOptionalPropertyTypes/u,
      ),
      expect.stringMatching(
        /^src\/c\.ts:4:8: not rewritten, its types would be worse: TS2345: Argument of type .*undefined/u,
      ),
    ]);
    expect(stdout).toContain("1 call rewritten in 1 file, 2 errors, types checked in 3 files");
    expect(read(root, "src/a.ts")).toContain("\nidentify(");
    expect(read(root, "src/b.ts")).toContain("\nupdate(");
    expect(read(root, "src/c.ts")).toContain("\nidentify(");
  });

  it("does not mind errors that were there before, wherever the rewrite moves them", async () => {
    const engine = engineThatWrites(
      (text) => `// Two\n// lines\n${text.replace("identify(1)", "update(1)")}`,
    );
    const root = tempProject({
      "tsconfig.json": strict,
      "src/halo.ts": halo("number"),
      "src/a.ts": `${imports}identify(1);\nexport const broken: string = 1;\n`,
    });
    expect(await runCli(root, ["migrate"], { engine })).toMatchObject({ stderr: "", exitCode: 0 });
    expect(read(root, "src/a.ts")).toContain("// lines\n");
  });

  it("counts an error that is there once more", async () => {
    const engine = engineThatWrites((text) => `${text}export const again: string = 1;\n`);
    const root = tempProject({
      "tsconfig.json": strict,
      "src/halo.ts": halo("number"),
      "src/a.ts": `${imports}identify(1);\nexport const broken: string = 1;\n`,
    });
    const { stderr, exitCode } = await runCli(root, ["migrate"], { engine });
    expect(stderr).toContain("src/a.ts:5:14: not rewritten, its types would be worse: TS2322:");
    expect(exitCode).toBe(2);
  });

  it("does not write what breaks a file that imports it", async () => {
    const engine = engineThatWrites((text) => text.replace("(): void", "(): Promise<void>"));
    const root = tempProject({
      "tsconfig.json": strict,
      "src/job.ts":
        "declare function identify(id: number): void;\nexport declare function job(): void;\nidentify(1);\n",
      "src/main.ts":
        'import { job } from "./job.js";\nexport const done: undefined | void = job();\n',
    });
    expect(await runCli(root, ["migrate"], { engine })).toMatchObject({
      stderr: expect.stringMatching(
        /^src\/job\.ts: not rewritten, the types of src\/main\.ts:2:14 would be worse: TS2322: .*\n$/u,
      ),
      exitCode: 2,
    });
    expect(read(root, "src/job.ts")).toContain("(): void");
  });

  it("says the same in a dry run", async () => {
    const root = tempProject({
      "tsconfig.json": strict,
      "src/halo.ts": halo("string"),
      "src/a.ts": `${imports}identify(1);\n`,
    });
    expect(await runCli(root, ["migrate", "--dry-run"])).toMatchObject({
      stderr: expect.stringContaining("src/a.ts:3:8: not rewritten, its types would be worse"),
      exitCode: 2,
    });
  });

  it("writes unseen with --no-verify", async () => {
    const root = tempProject({
      "tsconfig.json": strict,
      "src/halo.ts": halo("string"),
      "src/a.ts": `${imports}identify(1);\n`,
    });
    expect(await runCli(root, ["migrate", "--no-verify"])).toMatchObject({ exitCode: 0 });
    expect(read(root, "src/a.ts")).toContain("\nupdate(1)");
  });
});

describe("which project checks a file", () => {
  const broken = { "src/halo.ts": halo("string"), "src/a.ts": `${imports}identify(1);\n` };

  it.each([
    [
      "none where the configuration leaves the file out",
      { "tsconfig.json": strict.replace('"src"', '"lib"') },
      0,
    ],
    [
      "one that the configuration refers to",
      {
        "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }] }',
        "tsconfig.node.json": strict,
      },
      2,
    ],
    [
      "the nearest upwards",
      {
        "tsconfig.json": strict.replace('"src"', '"lib"'),
        "src/tsconfig.json": strict.replace('"src"', '"."'),
      },
      2,
    ],
  ])("%s", async (_name, configurations, exitCode) => {
    const root = tempProject({ ...broken, ...configurations });
    expect(await runCli(root, ["migrate"])).toMatchObject({ exitCode });
  });

  it("is the one that --tsconfig names", async () => {
    const root = tempProject({ ...broken, "tsconfig.json": "{}", "tsconfig.check.json": strict });
    const argv = ["migrate", "--tsconfig", "tsconfig.check.json"];
    expect(await runCli(root, argv)).toMatchObject({ exitCode: 2 });
  });

  it.each([
    ["without checkJs", {}, 0],
    ["with checkJs", { checkJs: true }, 2],
  ])("checks JavaScript only with checkJs: %s", async (_name, more, exitCode) => {
    const options = {
      allowJs: true,
      noEmit: true,
      strict: true,
      module: "nodenext",
      types: [],
      ...more,
    };
    const root = tempProject({
      "tsconfig.json": JSON.stringify({ compilerOptions: options }),
      "halo.d.ts": halo("string"),
      "a.js": `${imports}identify(1);\n`,
    });
    expect(await runCli(root, ["migrate"])).toMatchObject({ exitCode });
  });

  it("warns and goes on where the project cannot be loaded", async () => {
    const root = tempProject({ ...broken, "tsconfig.json": "{ include: " });
    expect(await runCli(root, ["migrate"])).toMatchObject({
      stderr: "tsconfig.json: cannot be used, so types are not checked: Expression expected.\n",
      exitCode: 0,
    });
    expect(read(root, "src/a.ts")).toContain("\nupdate(1)");
  });
});

describe("the engine's own rewrites", () => {
  const strictWithNode = {
    "tsconfig.json": strict
      .replace('"types":[]', '"types":["node"]')
      .replace('"lib":["es2023"],', ""),
    "package.json": '{ "type": "module" }',
    "src/users.ts":
      "export interface User { id: string; plan?: string }\nexport declare function readUsers(): Promise<User[]>;\n",
    "src/job.ts": [
      'import { readUsers } from "./users.js";',
      "declare const ha: { identify(id: string, traits?: object): void };",
      "for (const user of await readUsers()) {",
      "  ha.identify(user.id, { plan: user.plan });",
      "}",
      "export {};",
      "",
    ].join("\n"),
  };

  it("pass in a strict project", async () => {
    const root = tempProject(strictWithNode);
    symlinkSync(join(import.meta.dirname, "../../node_modules"), join(root, "node_modules"));
    const engine = engineAccess({ workingDirectory: root });
    expect(await runCli(root, ["migrate"], { engine })).toMatchObject({
      stdout: expect.stringContaining("1 call rewritten in 1 file, types checked in 1 file"),
      stderr: "",
      exitCode: 0,
    });
  });

  it("are not written where the types of Node are missing", async () => {
    const root = tempProject(strictWithNode);
    const engine = engineAccess({ workingDirectory: root });
    const { stderr, exitCode } = await runCli(root, ["migrate"], { engine });
    expect(stderr).toMatch(
      /^src\/job\.ts:\d+:\d+: not rewritten, its types would be worse: .*\n$/u,
    );
    expect(exitCode).toBe(2);
  });
});

/** The fake engine, with another output where there is something to rewrite. */
function engineThatWrites(rewrite: (text: string) => string): EngineAccess {
  const access = fakeEngine();
  return {
    ...access,
    async load() {
      const engine = await access.load();
      return {
        ...engine,
        migrateFile(path: string, text: string) {
          const answer = engine.migrateFile(path, text);
          return answer.kind === "migrated" && answer.sites.length > 0
            ? { ...answer, output: rewrite(text) }
            : answer;
        },
      };
    },
  };
}
