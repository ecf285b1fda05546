import { type Rule, RuleTester } from "eslint";
import { join } from "node:path";

// Plain JavaScript, for ESLint's own configuration; imported by a name that the compiler does not follow.
const module = new URL("../../.eslint/import-direction.js", import.meta.url).href;
const { default: importDirection } = (await import(module)) as { default: Rule.RuleModule };

/** The rule sees paths from the working directory on. */
const at = (path: string): string => join(process.cwd(), path);

const ruleTester = new RuleTester();

ruleTester.run("import-direction", importDirection, {
  valid: [
    { name: "an empty file", filename: at("src/find/find.ts"), code: "" },
    {
      name: "a neighbour in the same layer",
      filename: at("src/find/iterations/iterations.ts"),
      code: 'import { unwrap } from "../value-sources.js";',
    },
    {
      name: "a layer below",
      filename: at("src/rewrite/plan.ts"),
      code: 'import { find } from "../find/find.js"; import { limits } from "../halo/limits.js";',
    },
    {
      name: "an adapter that asks the engine",
      filename: at("src/cli/engine-access.ts"),
      code: 'const engine = import("../engine.js");',
    },
    {
      name: "an adapter that imports its host",
      filename: at("rules/create-rule.ts"),
      code: 'import { RuleCreator } from "@typescript-eslint/utils/eslint-utils";',
    },
    {
      name: "a package that is no host, in the engine",
      filename: at("src/find/find.ts"),
      code: 'import { AST_NODE_TYPES } from "@typescript-eslint/types"; import { relative } from "node:path";',
    },
    {
      name: "a file outside the layers",
      filename: at("test/find/find.test.ts"),
      code: 'import { run } from "../../src/cli/run.js"; import "eslint";',
    },
    {
      name: "a folder whose name only begins like a layer's",
      filename: at("src/finder/find.ts"),
      code: 'import { run } from "../cli/run.js";',
    },
  ],
  invalid: [
    {
      name: "halo asks find",
      filename: at("src/halo/limits.ts"),
      code: 'import { find } from "../find/find.js";',
      errors: [
        {
          messageId: "layer",
          data: { from: "src/halo", to: "src/find" },
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 40,
        },
      ],
    },
    {
      name: "find asks rewrite, for a type even",
      filename: at("src/find/iterations/iteration.ts"),
      code: 'export { plan } from "../../rewrite/plan.js";',
      errors: [{ messageId: "layer", data: { from: "src/find", to: "src/rewrite" } }],
    },
    {
      name: "rewrite exports all of the engine's file",
      filename: at("src/rewrite/plan.ts"),
      code: 'export * from "../engine.js";',
      errors: [{ messageId: "layer", data: { from: "src/rewrite", to: "src/engine" } }],
    },
    {
      name: "the engine's file asks the command line, when it runs",
      filename: at("src/engine.ts"),
      code: 'const run = () => import("./cli/run.js");',
      errors: [
        {
          messageId: "layer",
          data: { from: "src/engine", to: "src/cli" },
          line: 1,
          column: 19,
          endLine: 1,
          endColumn: 41,
        },
      ],
    },
    {
      name: "one adapter asks another",
      filename: at("codemods/identify-to-update.ts"),
      code: 'import { run } from "../src/cli/run.js";',
      errors: [{ messageId: "layer", data: { from: "codemods", to: "src/cli" } }],
    },
    {
      name: "the engine knows ESLint",
      filename: at("src/find/find.ts"),
      code: 'import { Linter } from "eslint"; import { ESLintUtils } from "@typescript-eslint/utils";',
      errors: [
        { messageId: "host", data: { from: "src/find", name: "eslint" } },
        { messageId: "host", data: { from: "src/find", name: "@typescript-eslint/utils" } },
      ],
    },
    {
      name: "the engine prints, by a deep import",
      filename: at("src/rewrite/plan.ts"),
      code: 'import pc from "picocolors/picocolors.js"; import { log } from "@clack/prompts";',
      errors: [
        { messageId: "host", data: { from: "src/rewrite", name: "picocolors/picocolors.js" } },
        { messageId: "host", data: { from: "src/rewrite", name: "@clack/prompts" } },
      ],
    },
  ],
});
