import { ESLint, type Linter } from "eslint";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineAccess } from "../../src/cli/engine-access.js";
import plugin from "../../rules/plugin.js";
import { runCli } from "../cli/run-cli.js";
import { tempProject } from "../cli/temp-project.js";

const eslintBinary = join(import.meta.dirname, "../../node_modules/eslint/bin/eslint.js");
const pluginPath = join(import.meta.dirname, "../../dist/rules/plugin.js");

const identifies = "export const push = (user) => ha.identify(user.id);\n";
const updates = "export const push = (user) => save(user); // was: identify\n";

function project(halo: string): string {
  return tempProject({
    "package.json": '{ "type": "module" }',
    "eslint.config.mjs": `import halo from ${JSON.stringify(pluginPath)};\nexport default [halo.configs.recommended];\n`,
    "halo.js": halo,
    "sync.js": 'import { push } from "./halo.js";\nfor (const user of users) push(user);\n',
  });
}

/** The lines that ESLint reports in `sync.js`, in a process of its own as in a hook or in CI. */
function lint(root: string, ...options: string[]): number[] {
  const argv = [eslintBinary, "--format", "json", ...options, "sync.js"];
  let output;
  try {
    output = execFileSync(process.execPath, argv, { cwd: root, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const [result] = JSON.parse(output) as ESLint.LintResult[];
  return result?.messages.map(({ line }) => line) ?? [];
}

async function check(root: string): Promise<number> {
  const engine = engineAccess({ workingDirectory: root });
  return (await runCli(root, ["check"], { engine })).exitCode;
}

describe("a result that rests on another file", () => {
  it("stays in the cache of `eslint --cache` when that file alone changes, in both directions", () => {
    const root = project(identifies);
    expect(lint(root, "--cache")).toEqual([2]);
    writeFileSync(join(root, "halo.js"), updates);
    expect(lint(root, "--cache")).toEqual([2]);

    const other = project(updates);
    expect(lint(other, "--cache")).toEqual([]);
    writeFileSync(join(other, "halo.js"), identifies);
    expect(lint(other, "--cache")).toEqual([]);
  });

  it("is right without the cache, and from `halo-backfill check`", async () => {
    const root = project(identifies);
    expect(lint(root, "--cache")).toEqual([2]);
    writeFileSync(join(root, "halo.js"), updates);
    expect(lint(root)).toEqual([]);
    expect(await check(root)).toBe(0);

    writeFileSync(join(root, "halo.js"), identifies);
    expect(lint(root)).toEqual([2]);
    expect(await check(root)).toBe(1);
  });

  it("does not come about with `otherFiles: false`, under which the cache is never stale", async () => {
    const root = project(identifies);
    const eslint = new ESLint({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: [
        { ...(plugin.configs.recommended as Linter.Config) },
        { settings: { "halo-backfill": { otherFiles: false } } },
      ],
    });
    const [result] = await eslint.lintFiles(["sync.js"]);
    expect(result?.messages).toEqual([]);
  });
});
