import { execFile } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { engineAccess } from "../../src/cli/engine-access.js";
import { defaultBaseUrl } from "../../src/halo/endpoints.js";
import { HaloPool } from "../rewrite/halo-pool.js";
import { runCli } from "./run-cli.js";
import { tempProject } from "./temp-project.js";

const halos = new HaloPool(1);

const sdk = `import { users } from "../users.js";

const ha = HaloAgents.init({ orgId: "org_1", apiKey: "ab_live_9f2c7e41" });

for (const user of users) {
  ha.identify(user.id, { plan: user.plan });
}
`;

const rest = `import { users } from "../users.js";
import { record } from "../billing.js";

for (const user of users) {
  record(user);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: \`Bearer \${process.env.HALO_API_KEY}\` },
    body: JSON.stringify({ user_id: user.id, traits: { role: user.role } }),
  });
}
`;

const files = {
  "package.json": '{ "type": "module", "private": true }',
  "users.js":
    'export const users = Array.from({ length: 501 }, (_, index) => ({ id: `user_${index}`, plan: "pro", role: "member" }));\n',
  "billing.js": "export function record() {}\n",
  "scripts/backfill-plan.js": sdk,
  "jobs/roles.js": rest,
};

interface Document {
  files: { file: string; status: string; sites: unknown[]; diff: string }[];
}

async function migrate(root: string, ...args: string[]) {
  const result = await runCli(root, ["migrate", "--format", "json", ...args], {
    engine: engineAccess({ workingDirectory: root }),
  });
  return { ...result, document: JSON.parse(result.stdout || "{}") as Document };
}

function read(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

describe("a module that several files send with", () => {
  it("is added beside them, and every file imports it", async () => {
    const root = tempProject(files);
    const { exitCode, document } = await migrate(root);
    expect(exitCode).toBe(0);
    expect(document.files.map(({ file, status }) => `${file} ${status}`)).toEqual([
      "jobs/roles.js rewritten",
      "scripts/backfill-plan.js rewritten",
      "halo-users.js rewritten",
    ]);
    expect(document.files.at(-1)?.diff).toMatch(/^--- \/dev\/null\n\+\+\+ b\/halo-users\.js\n/);
    for (const file of ["jobs/roles.js", "scripts/backfill-plan.js"]) {
      expect(read(root, file)).toContain('import { updateHaloUsers } from "../halo-users.js";\n');
      expect(read(root, file)).not.toContain("function ");
    }
    expect(read(root, "halo-users.js")).toContain("export async function updateHaloUsers(");
  });

  it("sends what the files sent, with the key of each", async () => {
    const root = tempProject(files);
    await migrate(root);
    await halos.with(async (halo) => {
      const ids = Array.from({ length: 501 }, (_, index) => `user_${index}`);
      await halo.seedUsers(ids.map((user_id) => ({ user_id, traits: {} })));
      for (const file of ["scripts/backfill-plan.js", "jobs/roles.js"]) {
        await promisify(execFile)(process.execPath, [...preload, join(root, file)], {
          env: {
            ...{ HALO_BASE_URL: halo.url, HALO_PUBLIC_URL: defaultBaseUrl },
            ...{
              HALO_IDENTITY_SECRET: halo.identitySecret ?? "",
              HALO_API_KEY: "ab_live_9f2c7e41",
            },
          },
        });
      }
      expect(halo.requests().map(({ status, users }) => `${status} ${users}`)).toEqual([
        ...["200 500", "200 1"],
        ...["200 500", "200 1"],
      ]);
      const rows = await halo.users();
      expect(
        rows.every(({ custom_fields: { plan, role } }) => plan === "pro" && role === "member"),
      ).toBe(true);
    });
  }, 60_000);

  it("is used again by a later run", async () => {
    const root = tempProject(files);
    await migrate(root);
    const module = read(root, "halo-users.js");
    writeFileSync(join(root, "jobs/late.js"), rest);
    writeFileSync(join(root, "jobs/later.js"), rest);
    const { document } = await migrate(root);
    expect(document.files.map(({ file }) => file)).toEqual(["jobs/late.js", "jobs/later.js"]);
    expect(existsSync(join(root, "jobs/halo-users.js"))).toBe(false);
    expect(read(root, "halo-users.js")).toBe(module);
  });

  it("takes another name where a file of that name says something else", async () => {
    const root = tempProject({ ...files, "halo-users.js": "export const mine = true;\n" });
    await migrate(root);
    expect(read(root, "halo-users.js")).toBe("export const mine = true;\n");
    expect(read(root, "jobs/roles.js")).toContain('from "../halo-users-2.js";');
  });

  it("goes with --undo", async () => {
    const root = tempProject(files);
    await migrate(root);
    const { exitCode } = await migrate(root, "--undo");
    expect(exitCode).toBe(0);
    expect(existsSync(join(root, "halo-users.js"))).toBe(false);
    expect(read(root, "jobs/roles.js")).toBe(rest);
  });

  it("is typed, and its files are checked with it", async () => {
    const typed = {
      "package.json": files["package.json"],
      "tsconfig.json":
        '{ "compilerOptions": { "strict": true, "module": "NodeNext", "target": "ES2023", "noEmit": true, "noUnusedLocals": true, "types": [] } }',
      "env.d.ts":
        'declare const HaloAgents: { init(options: object): { identify(id: string, traits: object): void } };\ndeclare const process: { env: Record<string, string | undefined> };\ndeclare module "node:crypto" { export function createHmac(name: string, key: string): { update(text: string): { digest(form: string): string } } }\ndeclare const Buffer: { from(text: string): { toString(form: string): string } };\n',
      "users.ts":
        "export const users = [1, 2].map((index) => ({ id: `user_${index}`, plan: 'pro', role: 'x' }));\n",
      "billing.ts": "export function record(user: object): void {\n  console.log(user);\n}\n",
      "scripts/backfill-plan.ts": sdk,
      "jobs/roles.ts": rest,
    };
    const root = tempProject(typed);
    const { exitCode, document, stderr } = await migrate(root);
    expect(stderr).toBe("");
    expect(document.files.map(({ file, status }) => `${file} ${status}`)).toEqual([
      "jobs/roles.ts rewritten",
      "scripts/backfill-plan.ts rewritten",
      "halo-users.ts rewritten",
    ]);
    expect(exitCode).toBe(0);
    expect(read(root, "jobs/roles.ts")).toContain(
      'import { type HaloUserUpdate, updateHaloUsers } from "../halo-users.js";',
    );
  });
});

describe("a module's files", () => {
  const three = { ...files, "jobs/more.js": rest };

  it("are written though one of them cannot be", async () => {
    const root = tempProject(three);
    chmodSync(join(root, "jobs/more.js"), 0o444);
    const { exitCode, document } = await migrate(root);
    expect(exitCode).toBe(2);
    expect(document.files.map(({ file, status }) => `${file} ${status}`)).toEqual([
      "jobs/roles.js rewritten",
      "scripts/backfill-plan.js rewritten",
      "halo-users.js rewritten",
      "jobs/more.js error",
    ]);
    expect(read(root, "jobs/more.js")).toBe(rest);
    expect(read(root, "jobs/roles.js")).toContain("halo-users.js");
  });

  it("are left alone where none of them can be written, and the module with them", async () => {
    const root = tempProject(files);
    for (const file of ["jobs/roles.js", "scripts/backfill-plan.js"])
      chmodSync(join(root, file), 0o444);
    const { exitCode } = await migrate(root);
    expect(exitCode).toBe(2);
    expect(existsSync(join(root, "halo-users.js"))).toBe(false);
  });

  it("are left alone where the module's own types are wrong", async () => {
    const root = tempProject({
      "package.json": files["package.json"],
      // Without Node's types there is no node:crypto.
      "tsconfig.json":
        '{ "compilerOptions": { "strict": true, "module": "NodeNext", "target": "ES2023", "types": [] } }',
      "env.d.ts":
        "declare const HaloAgents: { init(options: object): { identify(id: string, traits: object): void } };\n",
      "users.ts": "export const users = [{ id: 'user_1', plan: 'pro' }];\n",
      "scripts/backfill-plan.ts": sdk,
      "scripts/backfill-more.ts": sdk,
    });
    const { exitCode, document } = await migrate(root);
    expect(exitCode).toBe(2);
    expect(document.files.map(({ file, status }) => `${file} ${status}`).sort()).toEqual([
      "scripts/backfill-more.ts error",
      "scripts/backfill-plan.ts error",
      "scripts/halo-users.ts error",
    ]);
    expect(existsSync(join(root, "scripts/halo-users.ts"))).toBe(false);
    expect(read(root, "scripts/backfill-plan.ts")).toBe(sdk);
  });

  it("are told apart from the module", async () => {
    const root = tempProject(files);
    const engine = engineAccess({ workingDirectory: root });
    const { stdout } = await runCli(root, ["migrate", "--dry-run"], { engine });
    expect(stdout).toContain(
      "halo-users.js: would be added (sends the users of the files that import it)\n",
    );
  });
});

describe("--emit", () => {
  it("inline keeps the functions in each file", async () => {
    const root = tempProject(files);
    const { document } = await migrate(root, "--emit", "inline");
    expect(document.files.map(({ file }) => file)).toEqual([
      "jobs/roles.js",
      "scripts/backfill-plan.js",
    ]);
    expect(read(root, "jobs/roles.js")).toContain("async function updateHaloUsers(");
  });

  it("module adds one for a single file, too", async () => {
    const { "jobs/roles.js": _other, ...one } = files;
    const root = tempProject(one);
    const { document } = await migrate(root, "--emit", "module");
    expect(document.files.map(({ file }) => file)).toEqual([
      "scripts/backfill-plan.js",
      "scripts/halo-users.js",
    ]);
  });
});

describe("files that are not alike", () => {
  it("keep their own functions: a script does not require what is imported", async () => {
    const script = sdk.replace(
      'import { users } from "../users.js";',
      'const { users } = require("../users.cjs");',
    );
    const root = tempProject({
      ...files,
      "jobs/roles.js": "export {};\n",
      "jobs/plan.cjs": `async function main() {\n${script}}\nmain();\n`,
    });
    const { document } = await migrate(root);
    expect(document.files.map(({ file }) => file)).toEqual([
      "jobs/plan.cjs",
      "scripts/backfill-plan.js",
    ]);
  });

  it("are served by a module of CommonJS where all of them are", async () => {
    const script = `const { users } = require("../users");\nconst ha = HaloAgents.init({ orgId: "org_1", apiKey: "ab_live_1" });\nasync function main() {\n  for (const user of users) ha.identify(user.id, { plan: user.plan });\n}\nmain();\n`;
    const root = tempProject({
      "package.json": "{}",
      "users.js": "exports.users = [];\n",
      "jobs/a.js": script,
      "jobs/b.js": script,
    });
    await migrate(root);
    expect(read(root, "jobs/a.js")).toContain(
      'const { updateHaloUsers } = require("./halo-users");',
    );
    expect(read(root, "jobs/halo-users.js")).toContain("\nmodule.exports = { updateHaloUsers };\n");
  });
});

const preload = [
  "--import",
  fileURLToPath(new URL("../rewrite/support/local-halo.mjs", import.meta.url)),
];
