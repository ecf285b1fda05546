import { PassThrough } from "node:stream";
import type { WriteStream } from "node:tty";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { migrate } from "../../src/cli/migrate.js";
import { migrateSteps } from "../../src/cli/migrate-steps.js";
import { isWatched, type Progress, silence, terminalProgress } from "../../src/cli/progress.js";
import { stylesFor } from "../../src/cli/reporters/printed.js";
import type { Surroundings } from "../../src/cli/surroundings.js";
import { listSources } from "../../src/project/list-sources.js";
import { fakeEngine } from "./fake-engine.js";
import { tempProject } from "./temp-project.js";

const terminal = { isTTY: true, columns: 100 };

describe("isWatched", () => {
  it("is true on a terminal", () => {
    expect(isWatched({ stderr: terminal, env: {} })).toBe(true);
    expect(isWatched({ stderr: terminal, env: { CI: "false" } })).toBe(true);
  });

  it.each([
    ["in a pipe", { stderr: {}, env: {} }],
    ["in CI", { stderr: terminal, env: { CI: "true" } }],
    ["on a dumb terminal", { stderr: terminal, env: { TERM: "dumb" } }],
    ["on a narrow terminal", { stderr: { isTTY: true, columns: 40 }, env: {} }],
  ])("is false %s", (_name, surroundings) => {
    expect(isWatched(surroundings)).toBe(false);
  });
});

describe("silence", () => {
  it("never makes the scan wait", () => {
    expect(silence.advance()).toBeUndefined();
  });
});

describe("terminalProgress", () => {
  it("appears once the run has taken long enough, and says what is done", async () => {
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
    let screen = "";
    output.on("data", (chunk) => (screen += String(chunk)));
    const clock = vi.spyOn(performance, "now").mockReturnValue(0);
    onTestFinished(() => {
      clock.mockRestore();
    });
    const progress = terminalProgress(output as unknown as WriteStream);
    progress.stage("read", 40);
    await progress.advance();
    expect(screen).toBe("");
    clock.mockReturnValue(1000);
    progress.stage("written", 3);
    await progress.advance();
    await expect.poll(() => screen).toContain("1 of 3 files written");
    progress.stop();
  });
});

describe("migrate", () => {
  it("tells of every stage how far it is", async () => {
    const root = tempProject({
      "a.ts": "declare const identify: any, update: any;\nidentify(1);",
      "b.ts": "export {};",
      "tsconfig.json": '{ "compilerOptions": { "noLib": true, "types": [] } }',
    });
    const stages: [string, number][] = [];
    let advanced: number[] = [];
    const progress: Progress = {
      stage(done, total) {
        stages.push([done, total]);
        advanced = [...advanced, 0];
      },
      advance() {
        advanced[advanced.length - 1] = (advanced.at(-1) ?? 0) + 1;
        return undefined;
      },
      stop: () => undefined,
    };
    const env = { XDG_STATE_HOME: tempProject({}) };
    const surroundings = { cwd: root, env } as unknown as Surroundings;
    const { err } = stylesFor({ env, stdout: {}, stderr: {} });
    const steps = migrateSteps({}, surroundings, progress, err);
    const options = { dryRun: false, force: true };
    await migrate(listSources([], root), fakeEngine(), progress, options, steps);
    expect(stages.map(([done]) => done)).toEqual([
      "read",
      "worked out",
      "types checked",
      "written",
    ]);
    expect(advanced).toEqual(stages.map(([, total]) => total));
  });
});
