import * as babelParser from "@babel/eslint-parser";
import { Linter, type Rule } from "eslint";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import plugin from "../../rules/plugin.js";
import { find } from "../../src/find/find.js";
import { defaultSettings } from "../../src/find/settings.js";
import { evidenceRoot } from "../../src/project/evidence-root.js";
import { projectFacts } from "../../src/project/project-facts.js";
import type { SourceFile } from "../../src/source/source-file.js";

const loop = "for (const user of users) ha.identify(user.id);";

/** A project on the disk: ESLint's virtual paths go on below its files. */
const project = mkdtempSync(join(tmpdir(), "halo-hosts-"));
mkdirSync(join(project, "packages/shop/src"), { recursive: true });
writeFileSync(join(project, "package.json"), '{ "type": "commonjs" }');
writeFileSync(join(project, "packages/shop/package.json"), '{ "type": "module" }');
for (const file of ["page.vue", "page.mdx"]) {
  writeFileSync(join(project, "packages/shop/src", file), "");
}
afterAll(() => rmSync(project, { recursive: true }));

/** A processor that takes out one script, and says where its lines are in the file. */
function processor(name: string): Linter.Processor {
  return {
    preprocess: (text) => [{ text: text.slice(text.indexOf("\n") + 1), filename: name }],
    postprocess: ([messages = []]) => messages.map((each) => ({ ...each, line: each.line + 1 })),
    supportsAutofix: true,
  };
}

function lint(file: string, block: string, code: string): Linter.LintMessage[] {
  const config: Linter.Config[] = [
    plugin.configs.recommended as Linter.Config,
    { files: ["**/*.{astro,md,mdx,svelte,vue}"], processor: processor(block) },
  ];
  return new Linter({ cwd: project }).verify(`<script>\n${code}`, config, {
    filename: join(project, file),
    filterCodeBlock: () => true,
  });
}

describe("a processor's fragment", () => {
  it.each(["src/page.vue", "src/page.svelte", "src/page.astro", "docs/page.mdx"])(
    "of %s is reported in the file, and not rewritten",
    (file) => {
      expect(lint(file, "script.js", `\n  ${loop}`)).toEqual([
        expect.objectContaining({
          ruleId: "halo-backfill/no-identify-in-loop",
          line: 3,
          column: 29,
        }),
      ]);
      expect(lint(file, "script.js", loop)[0]).not.toHaveProperty("suggestions");
    },
  );

  it("of a folder for scripts is a batch, unless it is part of a component", () => {
    expect(lint("scripts/page.md", "script.js", "ha.identify(me.id);")).toHaveLength(1);
    expect(lint("scripts/page.vue", "script.js", "ha.identify(me.id);")).toHaveLength(0);
    expect(lint("src/scripts.md", "script.js", "ha.identify(me.id);")).toHaveLength(0);
  });

  it("of a folder for tests, or with a test's name, is a test", () => {
    expect(lint("tests/page.vue", "script.js", loop)).toHaveLength(0);
    expect(lint("src/page.vue", "page.test.js", loop)).toHaveLength(0);
    expect(lint("src/tests.vue", "script.js", loop)).toHaveLength(1);
  });

  it.each(["page.vue/0_script.ts", "page.mdx/0_0.js"])("belongs to the package of %s", (path) => {
    const fragment = join(project, "packages/shop/src", path);
    expect(evidenceRoot(fragment, project)).toBe(join(project, "packages/shop"));
    expect(projectFacts(fragment).moduleType).toBe("module");
  });
});

describe("a host", () => {
  /** What a rule reports where the host's source code lacks something. */
  function reportsWithout(key: string, code: string): unknown[] {
    const absent = { [key]: { value: undefined } };
    const reports: unknown[] = [];
    const rule = plugin.rules["no-identify-in-loop"] as unknown as Rule.RuleModule;
    const changed: Rule.RuleModule = {
      create(context) {
        const report = (each: unknown): void => void reports.push(each);
        const sourceCode = Object.create(
          context.sourceCode,
          absent,
        ) as Rule.RuleContext["sourceCode"];
        const own = { report: { value: report }, sourceCode: { value: sourceCode } };
        return rule.create(Object.create(context, own) as Rule.RuleContext);
      },
    };
    new Linter({ cwd: project }).verify(
      code,
      [{ plugins: { own: { rules: { changed } } }, rules: { "own/changed": "error" } }],
      join(project, "a.js"),
    );
    return reports;
  }

  it("without parser services is served", () => {
    expect(reportsWithout("parserServices", loop)).toHaveLength(1);
  });

  it("without scopes is told nothing, and not failed", () => {
    expect(reportsWithout("scopeManager", loop)).toHaveLength(0);
  });

  it("without visitor keys is served", () => {
    expect(reportsWithout("visitorKeys", loop)).toHaveLength(1);
  });

  it("is offered the rewrite of a class that has no decorators, not even an empty list", () => {
    const code = `export class Sync {\n  async all(users) {\n    ${loop}\n  }\n}\n`;
    const config = [plugin.configs.recommended as Linter.Config];
    const [message] = new Linter({ cwd: project }).verify(
      code,
      config,
      join(project, "scripts/a.mjs"),
    );
    expect(message?.suggestions).toHaveLength(1);
  });
});

describe("node types that no one expects", () => {
  /** A program with nodes of a type of its own around and beside a loop, as Flow and proposals bring them. */
  function strange(code: string): SourceFile {
    const { ast, scopeManager } = babelParser.parseForESLint(code, {
      requireConfigFile: false,
      babelOptions: {
        babelrc: false,
        configFile: false,
        parserOpts: { plugins: ["flow", "decorators", "doExpressions", "throwExpressions"] },
      },
    }) as unknown as { ast: SourceFile["ast"]; scopeManager: SourceFile["scopes"] };
    return { path: "/p/a.js", root: "/p", text: code, ast, scopes: scopeManager, comments: [] };
  }

  it.each([
    [
      "Flow's types",
      `type A = {| +id: string |};\nopaque type B = A;\n(users: Array<A>).map((u: A) => ha.identify(u.id));`,
    ],
    [
      "Flow's declarations",
      `declare var hub: any; declare export function f(a: ?string): void;\n${loop}`,
    ],
    [
      "Flow's generics",
      `class Sync<+T: Object> { +users: T[]; all = <A>(a: A) => { for (const u of this.users) ha.identify(u.id); }; }`,
    ],
    ["decorators", `@sync class Sync { @bound all(users) { ${loop} } }`],
    ["a throw expression", `const must = (a) => a ?? throw new Error("none"); ${loop}`],
  ])("%s: the loop is found all the same", (_name, code) => {
    const source = strange(code);
    // Nobody has linked the nodes to their parents here: ESLint does so on its way through the program.
    const linked = linkParents(source);
    expect(find(linked, defaultSettings)).toHaveLength(1);
  });

  it("are passed over where a host forgot the parents", () => {
    expect(() => find(strange(loop), defaultSettings)).not.toThrow();
  });
});

/** Links nodes as ESLint does, by whatever keys they have. */
function linkParents(source: SourceFile): SourceFile {
  const seen = new Set<object>();
  const visit = (node: object, parent: object | null): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if ("type" in node) Object.assign(node, { parent });
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
      if (key === "parent" || key === "loc" || key === "tokens" || key === "comments") continue;
      if (typeof value === "object" && value !== null) visit(value, "type" in node ? node : parent);
    }
  };
  visit(source.ast, null);
  return source;
}
