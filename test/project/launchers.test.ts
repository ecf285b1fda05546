import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { launchersOf } from "../../src/project/launchers.js";
import { tempProject } from "../cli/temp-project.js";

function launchedBy(file: string, files: Record<string, string>): string[] {
  return launchersOf(join(tempProject(files), file))().map(({ says }) => says);
}

function withScript(command: string, file: string, name = "halo"): string[] {
  return launchedBy(file, { "package.json": JSON.stringify({ scripts: { [name]: command } }) });
}

describe("an npm script", () => {
  it.each([
    ["node", "node src/halo.js", "src/halo.js"],
    ["a path that starts at the folder", "node ./src/halo.js", "src/halo.js"],
    ["no extension", "node src/halo", "src/halo.js"],
    ["a folder", "node src/halo", "src/halo/index.js"],
    ["arguments", "tsx src/halo.ts --all", "src/halo.ts"],
    [
      "options with values",
      "node --import tsx -r ./env.js --env-file .env src/halo.ts",
      "src/halo.ts",
    ],
    ["another program before it", "dotenv -e .env -- ts-node src/halo.ts", "src/halo.ts"],
    ["variables", "NODE_ENV=production npx tsx 'src/halo.ts'", "src/halo.ts"],
    ["bun's run", "bun run src/halo.ts", "src/halo.ts"],
    ["several commands", "npm run build && node dist/halo.js | tee log", "src/halo.ts"],
    ["compiled output with the folder src", "tsc; node build/src/halo.mjs", "src/halo.mts"],
  ])("runs a file: %s", (_name, command, file) => {
    expect(withScript(command, file)).toEqual(['the npm script "halo" runs the file']);
  });

  it.each([
    ["another file", "node src/other.js", "src/halo.js"],
    ["a file of the same name elsewhere", "node tools/halo.js", "src/halo.js"],
    ["a file that is loaded before", "node -r ./src/halo.js src/server.js", "src/halo.js"],
    ["an argument", "node src/server.js src/halo.js", "src/halo.js"],
    ["a program that watches", "tsx watch src/halo.ts", "src/halo.ts"],
    ["the option for it", "node --watch src/halo.js", "src/halo.js"],
    ["what checks a file", "eslint src/halo.js", "src/halo.js"],
  ])("does not: %s", (_name, command, file) => {
    expect(withScript(command, file)).toEqual([]);
  });

  it.each(["start", "dev", "serve", "test", "build", "start:prod", "worker", "lint"])(
    "is no evidence if it is named %s",
    (name) => {
      expect(withScript("node src/halo.js", "src/halo.js", name)).toEqual([]);
    },
  );

  it("may stand in the workspace's manifest", () => {
    const files = {
      "package.json": JSON.stringify({
        workspaces: ["packages/*"],
        scripts: { halo: "node packages/crm/src/halo.js" },
      }),
      "packages/crm/package.json": "{}",
    };
    expect(launchedBy("packages/crm/src/halo.js", files)).toEqual([
      'the npm script "halo" runs the file',
    ]);
  });

  it("may be Prisma's seed", () => {
    const manifest = { prisma: { seed: "tsx prisma/fill.ts" } };
    expect(launchedBy("prisma/fill.ts", { "package.json": JSON.stringify(manifest) })).toEqual([
      "the seed command of package.json runs the file",
    ]);
  });
});

describe("a bin", () => {
  it.each([
    ["one", { name: "halo", bin: "./dist/cli.js" }],
    ["named ones", { bin: { other: "x.js", halo: "dist/cli.js" } }],
  ])("is the file: %s", (_name, manifest) => {
    expect(launchedBy("src/cli.ts", { "package.json": JSON.stringify(manifest) })).toEqual([
      'the bin "halo" is the file',
    ]);
  });
});

describe("vercel.json", () => {
  const crons = JSON.stringify({ crons: [{ path: "/api/daily?by=cron", schedule: "0 3 * * *" }] });

  it.each([
    "app/api/daily/route.ts",
    "src/app/(jobs)/api/daily/route.js",
    "pages/api/daily.ts",
    "src/pages/api/daily/index.js",
    "api/daily.ts",
    "src/routes/api/daily/+server.ts",
    "server/api/daily.get.ts",
  ])("calls %s by the clock", (file) => {
    expect(launchedBy(file, { "vercel.json": crons })).toEqual([
      "vercel.json runs the route on a schedule",
    ]);
  });

  it.each([
    "app/api/daily/page.tsx",
    "app/api/weekly/route.ts",
    "lib/api/daily.ts",
    "app/daily/route.ts",
  ])("does not call %s", (file) => {
    expect(launchedBy(file, { "vercel.json": crons })).toEqual([]);
  });

  it("is found above the package", () => {
    const files = { "vercel.json": crons, "package.json": "{}" };
    expect(launchedBy("api/daily.ts", files)).toHaveLength(1);
  });
});

describe("files that are not what they should be", () => {
  it.each(["{", "[]", "null", '{"scripts":"node src/halo.js"}', '{"scripts":{"halo":1},"bin":2}'])(
    "count as absent: a manifest of %s",
    (text) => {
      expect(launchedBy("src/halo.js", { "package.json": text })).toEqual([]);
    },
  );

  it.each(["{", "[]", "null", '{"crons":{}}', '{"crons":[{"path":1}]}'])(
    "count as absent: a vercel.json of %s",
    (text) => {
      expect(launchedBy("api/daily.ts", { "vercel.json": text })).toEqual([]);
    },
  );

  it("are not read before somebody asks", () => {
    const root = tempProject({ "src/halo.js": "" });
    const launchers = launchersOf(join(root, "src/halo.js"));
    writeFileSync(join(root, "package.json"), '{ "scripts": { "halo": "node src/halo.js" } }');
    expect(launchers()).toHaveLength(1);
  });
});
