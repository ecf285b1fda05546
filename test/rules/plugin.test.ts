import { ESLint, Linter } from "eslint";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import plugin from "../../rules/plugin.js";
import { projectFolder } from "./rule-tester.js";

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  name: string;
  version: string;
};
const names = Object.keys(plugin.rules);

const supporting = [
  "create-check-rule.ts",
  "create-rule.ts",
  "plugin.ts",
  "problems-in.ts",
  "source-of.ts",
  "suggestions.ts",
];

/** What is a matter of taste or of the project, and not always a bug. */
const advisable = ["identify-recommended-traits", "require-signed-up-at"];

describe("the plugin", () => {
  it("names itself as its package does", () => {
    expect(plugin.meta).toEqual({
      name: manifest.name,
      version: manifest.version,
      namespace: "halo-backfill",
    });
  });

  it("has every rule of the folder rules/", () => {
    const files = readdirSync("rules").filter((file) => !supporting.includes(file));
    expect(files.map((file) => file.replace(/\.ts$/, "")).toSorted()).toEqual(names.toSorted());
  });

  it.each(names)("has a page on %s, and links it", (name) => {
    expect(existsSync(`docs/rules/${name}.md`)).toBe(true);
    const rule = plugin.rules[name as keyof typeof plugin.rules];
    expect(rule.meta.docs?.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
  });

  it("turns on every rule in `all`, as an error, in both configuration formats", () => {
    const all = Object.fromEntries(names.map((name) => [`halo-backfill/${name}`, "error"]));
    expect(plugin.configs.all.rules).toEqual(all);
    expect(plugin.configs["legacy-all"]).toEqual({ plugins: ["halo-backfill"], rules: all });
  });

  it("turns on what is always a bug in `recommended`, and the advisable besides in `strict`", () => {
    const on = (preset: "recommended" | "strict"): string[] =>
      Object.keys(plugin.configs[preset].rules ?? {}).map((name) => name.split("/")[1] ?? "");
    expect(on("recommended")).toEqual(names.filter((name) => !advisable.includes(name)));
    expect(on("strict")).toEqual(names);
  });

  it.each(["recommended", "strict"] as const)("has a preset %s for each format", (preset) => {
    expect(plugin.configs[`legacy-${preset}`].rules).toEqual(plugin.configs[preset].rules);
  });

  it("reports through a flat preset", () => {
    const messages = new Linter({ cwd: projectFolder }).verify(
      "for (const user of users) ha.identify(user.id);",
      [plugin.configs.recommended as Linter.Config],
      { filename: `${projectFolder}a.js` },
    );
    expect(messages.map(({ ruleId, severity }) => ({ ruleId, severity }))).toEqual([
      { ruleId: "halo-backfill/no-identify-in-loop", severity: 2 },
    ]);
  });

  it("says which setting is wrong", async () => {
    const eslint = new ESLint({
      cwd: projectFolder,
      overrideConfigFile: true,
      overrideConfig: [
        plugin.configs.recommended as Linter.Config,
        { settings: { "halo-backfill": { instances: "ha" } } },
      ],
    });
    await expect(
      eslint.lintText("for (const user of users) ha.identify(user.id);", { filePath: "a.js" }),
    ).rejects.toThrow(
      'halo-backfill settings: "instances": Invalid type: Expected Array but received "ha"',
    );
  });
});
