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
});
