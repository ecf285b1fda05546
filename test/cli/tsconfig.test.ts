import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineAccess } from "../../src/cli/engine-access.js";
import type { EngineChoices } from "../../src/cli/engine-access.js";
import { runCli } from "./run-cli.js";
import { tempProject } from "./temp-project.js";

const loop = "for (const user of users) ha.identify(user.id);\n";

/** Runs `check --tsconfig` with the real engine. */
async function check(root: string, ...argv: string[]) {
  const given: EngineChoices = {
    workingDirectory: root,
    tsconfig: { path: join(root, "tsconfig.json"), file: "tsconfig.json" },
  };
  return runCli(root, ["check", ...argv], { engine: engineAccess(given) });
}

describe("--tsconfig", () => {
  it("names a file that is not there, checks all the same, and exits with 2", async () => {
    const root = tempProject({ "src/a.ts": loop });
    const result = await runCli(root, ["check", "--tsconfig", "tsconfig.base.json"]);
    expect(result.stderr).toBe("tsconfig.base.json: tsconfig cannot be read: does not exist\n");
    expect(result.stdout).toContain("1 file scanned, 1 error");
    expect(result.exitCode).toBe(2);
  });

  it("names a file that is no configuration", async () => {
    const root = tempProject({ "tsconfig.json": "{ include: ", "src/a.ts": loop });
    const result = await check(root, "--tsconfig", "tsconfig.json");
    expect(result.stderr).toBe("tsconfig.json: tsconfig cannot be used: Expression expected.\n");
    expect(result.stdout).toContain("src/a.ts\n  1:27  error");
    expect(result.exitCode).toBe(2);
  });

  it("loses no loop that only types tell, where another one needs a function inlined", async () => {
    const root = tempProject({
      "package.json": '{ "type": "module" }',
      "tsconfig.json":
        '{ "compilerOptions": { "strict": true, "module": "NodeNext", "types": [] } }',
      "src/halo.d.ts":
        "declare interface HaloAgentsInstance { identify(id: string, traits?: object): void }\ndeclare const HaloAgents: { getInstance(): HaloAgentsInstance };\ndeclare function made(): { client: HaloAgentsInstance };\n",
      "scripts/backfill.ts": typedAndInlined,
    });
    const engine = engineAccess({
      workingDirectory: root,
      tsconfig: { path: join(root, "tsconfig.json"), file: "tsconfig.json" },
    });
    const result = await runCli(root, ["migrate", "--no-verify", "--format", "json"], { engine });
    const { files } = JSON.parse(result.stdout) as {
      files: { sites: { line: number; status: string }[] }[];
    };
    const text = readFileSync(join(root, "scripts/backfill.ts"), "utf8");
    for (const { line, status } of files.flatMap(({ sites }) => sites)) {
      const call = typedAndInlined.split("\n")[line - 1] ?? "";
      expect(text.includes(call)).toBe(status === "refused");
    }
    expect(files.flatMap(({ sites }) => sites).map(({ line }) => line)).toEqual([6, 10]);
  });
});

const typedAndInlined = `const sync = { push: (user: User) => HaloAgents.getInstance().identify(user.id, { plan: user.plan }) };
interface User { id: string; plan: string }
declare const users: User[];

for (const user of users) {
  sync.push(user);
}
const { client } = made();
for (const user of users) {
  client.identify(user.id, { name: user.plan });
}
`;
