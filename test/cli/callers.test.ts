import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineAccess } from "../../src/cli/engine-access.js";
import { listSources } from "../../src/project/list-sources.js";
import { runCli } from "./run-cli.js";
import { tempProject } from "./temp-project.js";

const users = "export declare const users: { id: string; name: string }[];\n";

const names = `import { users } from "./users.js";

declare const HaloAgents: { init(options: object): { identify(id: string, traits?: object): void } };
const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncNames(): void {
  for (const user of users) {
    ha.identify(user.id, { name: user.name });
  }
}
`;

const main = `import { syncNames } from "./names.js";

syncNames();
`;

const project = {
  "package.json": '{ "type": "module" }',
  "src/users.ts": users,
  "src/names.ts": names,
  "src/main.ts": main,
};

const read = (root: string, file: string) => readFileSync(join(root, file), "utf8");

/** Runs `migrate` with the real engine. */
function migrate(root: string, argv: readonly string[], keys?: string) {
  const { files } = listSources([], root);
  const engine = engineAccess({ workingDirectory: root, files });
  const env = { NO_COLOR: "1" };
  return runCli(root, ["migrate", ...argv], { engine, env, ...(keys && { keys }) });
}

describe("a rewrite that makes a function async", () => {
  it("writes the files that await it, too, and undoes all of them", async () => {
    const root = tempProject(project);
    expect(await migrate(root, [])).toMatchObject({
      stdout: expect.stringMatching(
        /\nsrc\/main\.ts: rewritten \(awaits functions that become async\)\n\n1 call rewritten in 2 files/u,
      ),
      exitCode: 0,
    });
    expect(read(root, "src/main.ts")).toContain("await syncNames();");
    await migrate(root, ["--undo"]);
    expect([read(root, "src/names.ts"), read(root, "src/main.ts")]).toEqual([names, main]);
  });

  it("is one change for a person, with all of its files", async () => {
    const root = tempProject(project);
    const { stderr } = await migrate(root, ["--interactive"], "n");
    expect(stderr).toContain("+export async function syncNames(): Promise<void> {");
    expect(stderr).toContain("--- a/src/main.ts\n+++ b/src/main.ts\n");
    expect([read(root, "src/names.ts"), read(root, "src/main.ts")]).toEqual([names, main]);
    await migrate(root, ["--interactive"], "y");
    expect(read(root, "src/names.ts")).toContain("updateHaloUsers");
    expect(read(root, "src/main.ts")).toContain("await syncNames();");
  });

  it("is not written at all where the types of one of its files would be worse", async () => {
    // Under this target, the top level of a module cannot await.
    const compilerOptions = {
      ...{ strict: true, noEmit: true, module: "preserve", target: "es5" },
      ...{ lib: ["es2022"], types: ["node"] },
    };
    const root = tempProject({ ...project, "tsconfig.json": JSON.stringify({ compilerOptions }) });
    symlinkSync(join(import.meta.dirname, "../../node_modules"), join(root, "node_modules"));
    const { stderr, exitCode } = await migrate(root, []);
    expect(stderr.trimEnd().split("\n").toSorted()).toEqual([
      expect.stringMatching(
        /^src\/main\.ts:3:1: not rewritten, its types would be worse: TS1378: /u,
      ),
      "src/names.ts: not rewritten, since it changes together with src/main.ts",
    ]);
    expect(exitCode).toBe(2);
    expect([read(root, "src/names.ts"), read(root, "src/main.ts")]).toEqual([names, main]);
  });

  it("shows a file that only awaits it in the reports", async () => {
    const root = tempProject(project);
    const argv = ["--dry-run", "--report", "r.html", "--report", "r.md"];
    expect(await migrate(root, argv)).toMatchObject({ exitCode: 0 });
    expect(read(root, "r.md")).toContain("| `src/main.ts` | 0 | 0 | +1 −1 |");
    expect(read(root, "r.html")).toContain("It awaits functions of other files that become async.");
  });
});
