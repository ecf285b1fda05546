import * as parser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import { expect, it } from "vitest";
import plugin from "../../rules/plugin.js";
import { readCases } from "../rewrite/cases.js";
import { inProject } from "./rule-tester.js";

/** The rules about update calls; those about identify calls are told by the rewrites' own tests. */
const rules = Object.keys(plugin.rules).filter((name) => !name.includes("identify-"));

const linter = new Linter({ cwd: inProject("") });
const config: Linter.Config = {
  files: ["**/*.{js,cjs,mjs,ts,cts,mts}"],
  plugins: {
    "halo-backfill": { rules: plugin.rules as unknown as Record<string, Rule.RuleModule> },
  },
  rules: Object.fromEntries(rules.map((name) => [`halo-backfill/${name}`, "error"])),
  languageOptions: { parser },
};

const rewritten = readCases().filter(({ expected }) => expected !== undefined);

it.each(rewritten.map((each) => [each.name, each] as const))(
  "what the codemod makes of %s has no problem",
  (_name, { expected = "", extension }) => {
    const messages = linter.verify(expected, config, {
      filename: inProject(`backfill${extension}`),
    });
    expect(messages).toEqual([]);
  },
);
