import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineAccess } from "../../src/cli/engine-access.js";
import { listSources } from "../../src/project/list-sources.js";
import { runCli } from "./run-cli.js";
import { commitAll, tempProject } from "./temp-project.js";

const halo = 'const ha = HaloAgents.init({ orgId: "org_1", apiKey: "ab_live_1" });\n';
const loop = "  for (const user of users) ha.identify(user.id, { plan: user.plan });\n";

const files = {
  "package.json": '{ "type": "module", "private": true }',
  "src/plans.js": `${halo}export function syncPlans(users) {\n${loop}  return users.length;\n}\n`,
  "src/nightly.js":
    'import { syncPlans } from "./plans.js";\nexport function nightly(users) {\n  return syncPlans(users);\n}\n',
  "bin/main.js":
    'import { nightly } from "../src/nightly.js";\nconst count = nightly([]);\nconsole.log(count);\n',
};

interface Document {
  files: {
    file: string;
    status: string;
    sites: { line: number; status: string; reason?: string }[];
    diff: string;
  }[];
}

/** Runs a command with the real engine, for JSON. */
async function run(root: string, command: "check" | "migrate", ...args: string[]) {
  const paths = args.filter((arg) => !arg.startsWith("--"));
  const listed = listSources(paths, root).files;
  const engine = engineAccess({ workingDirectory: root, files: listed });
  const { stdout, exitCode } = await runCli(root, [command, "--format", "json", ...args], {
    engine,
  });
  return { exitCode, document: JSON.parse(stdout) as Document, stdout };
}

function project(changed: Readonly<Record<string, string>> = {}): string {
  const root = tempProject({ ...files, ...changed });
  commitAll(root);
  return root;
}

function read(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** By file: its status, and that of its sites or why they are refused. */
function outcomes({ files: all }: Document): Record<string, string[]> {
  return Object.fromEntries(
    all.map(({ file, status, sites }) => [
      file,
      [status, ...sites.map((site) => site.reason ?? site.status)],
    ]),
  );
}

describe("a function that becomes async", () => {
  it("is awaited in the files that call it, which are written and shown with its own", async () => {
    const root = project();
    const { exitCode, document } = await run(root, "migrate");
    expect(exitCode).toBe(0);
    expect(outcomes(document)).toEqual({
      "bin/main.js": ["rewritten"],
      "src/nightly.js": ["rewritten"],
      "src/plans.js": ["rewritten", "rewritten"],
    });
    expect(document.files.find(({ file }) => file === "bin/main.js")?.diff).toContain(
      "+const count = await nightly([]);",
    );
    expect(read(root, "src/plans.js")).toContain("export async function syncPlans(users) {");
    expect(read(root, "src/nightly.js")).toBe(
      files["src/nightly.js"].replace("export ", "export async "),
    );
    expect(read(root, "bin/main.js")).toBe(
      files["bin/main.js"].replace("nightly([])", "await nightly([])"),
    );
  });

  it("is changed no further by a second run", async () => {
    const root = project();
    await run(root, "migrate");
    expect((await run(root, "migrate", "--force")).document.files).toEqual([]);
  });

  it("is what check says of it, too", async () => {
    const { stdout } = await run(project(), "check");
    expect(stdout).toContain('"strategy": "batch"');
  });

  it("stays as it is where a caller's file was not named", async () => {
    const root = project();
    const { exitCode, document } = await run(root, "migrate", "src");
    expect(exitCode).toBe(1);
    expect(outcomes(document)).toEqual({ "src/plans.js": ["refused", "cannot-await"] });
    expect(read(root, "src/nightly.js")).toBe(files["src/nightly.js"]);
  });

  it("is awaited in a file that git ignores, where that is named", async () => {
    const root = tempProject({ ...files, ".gitignore": "bin/main.js\n" });
    const { exitCode } = await run(root, "migrate", "src", "bin/main.js");
    expect(exitCode).toBe(0);
    expect(read(root, "bin/main.js")).toContain("await nightly([])");
  });

  it("counts the files that only await it as files to be committed first", async () => {
    const root = project();
    writeFileSync(join(root, "bin/main.js"), `${files["bin/main.js"]}// Not yet committed.\n`);
    const { exitCode, document } = await run(root, "migrate");
    expect(exitCode).toBe(2);
    expect(outcomes(document)["bin/main.js"]).toEqual(["error"]);
    expect(read(root, "src/plans.js")).toBe(files["src/plans.js"]);
  });

  it("keeps the line ends and the byte order mark of the files that call it", async () => {
    const main = `\uFEFF${files["bin/main.js"].replaceAll("\n", "\r\n")}`;
    const root = project({ "bin/main.js": main });
    await run(root, "migrate");
    expect(read(root, "bin/main.js")).toBe(main.replace("nightly([])", "await nightly([])"));
  });

  it("is awaited once where rewrites of two files want it", async () => {
    const other = files["src/plans.js"]
      .replace("syncPlans", "syncNames")
      .replace(/ {2}return.*\n/, "");
    const nightly =
      'import { syncPlans } from "./plans.js";\nimport { syncNames } from "./names.js";\n' +
      "export function nightly(users) {\n  syncNames(users);\n  return syncPlans(users);\n}\n";
    const root = project({ "src/names.js": other, "src/nightly.js": nightly });
    const { exitCode } = await run(root, "migrate");
    expect(exitCode).toBe(0);
    expect(read(root, "src/nightly.js")).toBe(
      nightly.replace("export function", "export async function").replace("  sync", "  await sync"),
    );
  });

  it("is refused where it is called in code that another rewrite replaces", async () => {
    const main =
      `${halo}import { nightly } from "../src/nightly.js";\n` +
      'import { ids } from "./ids.js";\nfor (const id of ids(nightly([]))) ha.identify(id, { plan: 1 });\n';
    const root = project({ "bin/main.js": main });
    const { exitCode, document } = await run(root, "migrate", "--emit=inline");
    expect(exitCode).toBe(1);
    expect(outcomes(document)).toEqual({
      "bin/main.js": ["rewritten", "rewritten"],
      "src/plans.js": ["refused", "cannot-await"],
    });
  });

  it("does not bring TypeScript in where no function has to become async", async () => {
    const root = project({
      "src/plans.js": files["src/plans.js"].replace("function", "async function"),
    });
    const loaded = (): boolean =>
      Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes("ts-morph"));
    const before = loaded();
    const { exitCode } = await run(root, "migrate");
    expect(exitCode).toBe(0);
    expect(loaded()).toBe(before);
  });
});
