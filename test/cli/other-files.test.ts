import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineAccess } from "../../src/cli/engine-access.js";
import { defaultSettings } from "../../src/find/settings.js";
import { runCli } from "./run-cli.js";
import { tempProject } from "./temp-project.js";

const files = {
  "package.json": '{ "type": "module" }',
  "src/halo.js": "export const syncToHalo = (user) => ha.identify(user.id);\n",
  "src/crm.js": 'export { syncToHalo as push } from "./halo.js";\n',
  "jobs/all.js": 'import { push } from "../src/crm.js";\nfor (const user of users) push(user);\n',
  "jobs/other.js": "for (const user of users) print(user);\n",
};

interface Document {
  filesScanned: number;
  filesParsed: number;
  findings: { file: string; line: number; reach: string; evidence: string }[];
}

/** Runs `check --format json` with the real engine. */
async function check(root: string, paths: readonly string[], otherFiles = true) {
  const settings = { ...defaultSettings, otherFiles };
  const engine = engineAccess({ workingDirectory: root, settings });
  const { stdout, stderr } = await runCli(root, ["check", "--format", "json", ...paths], {
    engine,
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as Document;
}

const finding = {
  file: "jobs/all.js",
  line: 2,
  reach: "wrapper",
  evidence:
    "each turn of for…of on line 2 identifies another user, and the call leads to identify() on line 1 of src/halo.js",
};

describe("check", () => {
  it("reports a call that leads to identify through other files, and names the last of them", async () => {
    const { findings, filesScanned, filesParsed } = await check(tempProject(files), []);
    expect(findings).toMatchObject([finding]);
    // A file that mentions no name of what leads to identify is read once and not parsed.
    expect({ filesScanned, filesParsed }).toEqual({ filesScanned: 4, filesParsed: 3 });
  });

  it("looks into files of the project that it was not asked to check", async () => {
    const { findings, filesScanned } = await check(tempProject(files), ["jobs"]);
    expect(findings).toMatchObject([finding]);
    expect(filesScanned).toBe(2);
  });

  it("reads no other file where the settings say so", async () => {
    expect((await check(tempProject(files), [], false)).findings).toEqual([]);
  });

  it("follows what has changed since the last run in the same process", async () => {
    const root = tempProject(files);
    expect((await check(root, [])).findings).toHaveLength(1);
    writeFileSync(
      join(root, "src/halo.js"),
      "export const syncToHalo = (user) => save(user); // once identify\n",
    );
    await expect
      .poll(async () => (await check(root, [])).findings, { timeout: 10_000 })
      .toEqual([]);
  });
});
