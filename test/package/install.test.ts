import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HaloServer, startHaloServer } from "../halo-server/server.js";
import { NewProject, packTarball } from "./new-project.js";

const fixture = fileURLToPath(new URL("./fixtures/project/", import.meta.url));
const typescript = ["typescript@~5.9.0", "typescript-eslint@8", "@types/node@20"];
const longAgo = "2024-06-01T00:00:00.000Z";

let tarballs: string;
let tarball: string;
let halo: HaloServer;

beforeAll(async () => {
  tarballs = await mkdtemp(join(tmpdir(), "tarball-"));
  [tarball, halo] = await Promise.all([packTarball(tarballs), startHaloServer()]);
}, 120_000);

afterAll(async () => {
  rmSync(tarballs, { recursive: true, force: true });
  await halo.close();
});

describe.each(["9", "10"])("installed beside ESLint %s", (version) => {
  let project: NewProject;

  beforeAll(async () => {
    project = new NewProject(fixture);
    const packages = [`eslint@${version}`, `@eslint/js@${version}`, ...typescript];
    await project.install(tarball, ...packages);
  }, 300_000);

  afterAll(() => project.remove());

  it("goes from a finding to a rewritten backfill that marks nobody active", async () => {
    const loop = "for await…of calls identify() for one user after another";

    const linted = await project.npx("eslint", ".");
    expect(linted.output).toContain(loop);
    expect(linted.output).toContain("backfill.ts\n  9:26 ");
    expect(linted.output).toContain("1 problem (1 error, 0 warnings)");
    expect(linted.exitCode).toBe(1);

    const checked = await project.npx("halo-backfill", "check");
    expect(checked.output).toContain("src/backfill.ts\n  9:26 ");
    expect(checked.exitCode).toBe(1);

    const compiledBefore = await project.npx("tsc");
    expect(compiledBefore).toEqual({ exitCode: 0, output: "" });
    await backfill();
    expect((await halo.users()).every(({ last_seen }) => isToday(last_seen))).toBe(true);
    const wanted = await traits();

    const migrated = await project.npx("halo-backfill", "migrate");
    expect(migrated.exitCode).toBe(0);
    expect(await project.npx("eslint", ".")).toEqual({ exitCode: 0, output: "" });
    expect(await project.npx("tsc")).toEqual({ exitCode: 0, output: "" });

    const again = await project.npx("halo-backfill", "migrate");
    expect(again.exitCode).toBe(0);
    expect(again.output).toContain("Nothing to rewrite");

    await backfill();
    expect((await halo.users()).filter(({ last_seen }) => isToday(last_seen))).toEqual([]);
    expect(await halo.automations()).toEqual([]);
    expect(halo.requests().map(({ route, users }) => [route, users])).toEqual([
      ["/api/sdk/users/update", 500],
      ["/api/sdk/users/update", 1],
    ]);
    expect(await traits()).toEqual(wanted);
  }, 120_000);

  /** Runs the compiled backfill against a Halo that knows the 501 users, who were here long ago. */
  async function backfill(): Promise<void> {
    await halo.reset();
    await halo.seedUsers(
      Array.from({ length: 501 }, (_, number) => ({
        user_id: `user-${number}`,
        first_seen: longAgo,
        last_seen: longAgo,
      })),
    );
    const variables = {
      HALO_BASE_URL: halo.url,
      HALO_API_KEY: halo.apiKey,
      HALO_IDENTITY_SECRET: halo.identitySecret ?? "",
    };
    const ran = await project.runWith(variables, "node", "out/backfill.js");
    expect(ran).toEqual({ exitCode: 0, output: "501 users done\n" });
  }

  async function traits(): Promise<object[]> {
    return (await halo.users()).map(({ first_seen, last_seen, ...rest }) => {
      expect([first_seen, last_seen]).not.toContain(null);
      return rest;
    });
  }
});

describe("installed beside ESLint 8.57 and stock jscodeshift", () => {
  let project: NewProject;
  const source = "for (const user of users) {\n  ha.identify(user.id);\n}\n";

  beforeAll(async () => {
    project = new NewProject(fixture);
    await project.install(tarball, "eslint@8.57", "jscodeshift", "@babel/preset-env");
    writeFileSync(join(project.folder, "list.mjs"), source);
  }, 300_000);

  afterAll(() => project.remove());

  it("reports through the legacy preset of an eslintrc file", async () => {
    const config = {
      root: true,
      extends: ["plugin:halo-backfill/legacy-recommended"],
      parserOptions: { ecmaVersion: 2022, sourceType: "module" },
    };
    writeFileSync(join(project.folder, ".eslintrc.json"), JSON.stringify(config));
    const flat = { ESLINT_USE_FLAT_CONFIG: "false" };
    const linted = await project.runWith(flat, "npx", "--no-install", "eslint", "list.mjs");
    expect(linted.output).toContain("2:3  error  for…of calls identify()");
    expect(linted.exitCode).toBe(1);
  });

  it("rewrites as a jscodeshift transform exactly as migrate does", async () => {
    writeFileSync(join(project.folder, "other.mjs"), source);
    const transform = await project.run(
      "node",
      "-p",
      'require.resolve("eslint-plugin-halo-backfill/codemods/identify-to-update")',
    );
    const ran = await project.npx("jscodeshift", "-t", transform.output.trim(), "list.mjs");
    expect(ran.output).toContain("1 ok");
    await project.npx("halo-backfill", "migrate", "other.mjs");
    const [byTransform, byMigrate] = ["list.mjs", "other.mjs"].map((file) =>
      readFileSync(join(project.folder, file), "utf8"),
    );
    expect(byTransform).toBe(byMigrate);
    expect(byTransform).toContain("await updateHaloUsers(");
  }, 60_000);
});

function isToday(date: unknown): boolean {
  return new Date(String(date)).getTime() > Date.now() - 24 * 60 * 60 * 1000;
}
