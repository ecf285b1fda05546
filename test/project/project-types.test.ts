import tsParser from "@typescript-eslint/parser";
import { ESLint, type Linter } from "eslint";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import plugin from "../../rules/plugin.js";
import { checkFile } from "../../src/engine.js";
import { defaultSettings } from "../../src/find/settings.js";
import { openProject } from "../../src/project/project-types.js";
import { tempProject } from "../cli/temp-project.js";

const files = {
  "package.json": '{ "type": "module" }',
  "tsconfig.json": JSON.stringify({
    compilerOptions: { strict: true, module: "nodenext", target: "es2022", types: [] },
    include: ["*.ts"],
  }),
  "halo.ts": `
interface HaloAgentsInstance { identify(id: string, traits?: object): void }
declare function connect(): { agent: HaloAgentsInstance | null };
export const halo = connect();
export const vendor = { identify(id: string): void { console.log(id); } };
`,
  "users.ts": "export const users: string[] = [];\n",
  "instance.ts": `import { halo, vendor } from "./halo.js";
import { users } from "./users.js";
for (const user of users) halo.agent?.identify(user);
for (const user of users) vendor.identify(user);
`,
  "client.ts": `export class HaloClient { push(id: string): void { ha.identify(id); } }
declare const ha: { identify(id: string): void };
`,
  "services.ts": `import { HaloClient } from "./client.js";
declare function provided<T>(key: new () => T): T;
export const client = provided(HaloClient);
`,
  "wrapper.ts": `import { client } from "./services.js";
import { users } from "./users.js";
for (const user of users) client.push(user);
`,
  "array.ts": `import { users } from "./users.js";
users.forEach((user) => ha.identify(user));
declare const ha: { identify(id: string): void };
`,
};

/** What the engine says of a file of the project, with or without the project's types. */
function check(file: keyof typeof files, typed: boolean) {
  const root = tempProject(files);
  const project = typed ? openProject(join(root, "tsconfig.json")) : undefined;
  const path = join(root, file);
  const options = { settings: defaultSettings, workingDirectory: root, project };
  const result = checkFile(path, readFileSync(path, "utf8"), options);
  if (result.kind === "unparsable") throw new Error(result.message);
  return result.findings.map(({ line, rewrite }) => ({ line, strategy: rewrite.strategy }));
}

describe("the types of a project", () => {
  it("tell an instance that another file makes from another vendor's", () => {
    expect(check("instance.ts", false)).toEqual([]);
    expect(check("instance.ts", true)).toEqual([{ line: 3, strategy: "batch" }]);
  });

  it("tell the method of another file's class that a call calls", () => {
    expect(check("wrapper.ts", false)).toEqual([]);
    expect(check("wrapper.ts", true)).toEqual([{ line: 3, strategy: "refuse" }]);
  });

  it("tell an array, whose forEach becomes a map", () => {
    expect(check("array.ts", false)).toEqual([{ line: 2, strategy: "collect" }]);
    expect(check("array.ts", true)).toEqual([{ line: 2, strategy: "batch" }]);
  });

  it("say nothing of a file that the project does not have", () => {
    const root = tempProject(files);
    expect(
      openProject(join(root, "tsconfig.json")).typesOf(join(root, "other.ts")),
    ).toBeUndefined();
  });

  it("serve the rules inside ESLint too, where the parser has them", async () => {
    const root = tempProject(files);
    const lint = async (parserOptions: Linter.ParserOptions) => {
      const eslint = new ESLint({
        cwd: root,
        overrideConfigFile: true,
        overrideConfig: [
          { files: ["**/*.ts"], languageOptions: { parser: tsParser, parserOptions } },
          { ...(plugin.configs.recommended as Linter.Config), files: ["**/*.ts"] },
        ],
      });
      const [result] = await eslint.lintFiles(["instance.ts"]);
      return result?.messages.map(({ line, ruleId }) => ({ line, ruleId }));
    };
    expect(await lint({})).toEqual([]);
    expect(await lint({ projectService: true, tsconfigRootDir: root })).toEqual([
      { line: 3, ruleId: "halo-backfill/no-identify-in-loop" },
    ]);
  });
});
