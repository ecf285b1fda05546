import * as parser from "@typescript-eslint/parser";
import { Linter } from "@typescript-eslint/utils/ts-eslint";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import plugin from "../../rules/plugin.js";

/** Rules that say what is wrong with an update call; those of the codemod are all right. */
const rules = ["no-exposed-identity-secret", "valid-update-token"];

const cases = fileURLToPath(new URL("../rewrite/cases/", import.meta.url));
const rewritten = readdirSync(cases, { recursive: true, encoding: "utf8" }).filter((path) =>
  /expected\.[cm]?[jt]s$/.test(path),
);

it("finds nothing wrong in what the codemod writes", () => {
  const linter = new Linter({ cwd: cases });
  const config = {
    files: ["**/*.{cjs,cts,js,mjs,mts,ts}"],
    languageOptions: { parser },
    plugins: { "halo-backfill": plugin },
    settings: { "halo-backfill": { checkTests: true } },
    rules: Object.fromEntries(rules.map((name) => [`halo-backfill/${name}`, "error"] as const)),
  };
  const messages = rewritten.flatMap((path) =>
    linter
      .verify(readFileSync(cases + path, "utf8"), [config], { filename: cases + path })
      .map(({ line, message }) => `${path}:${line} ${message}`),
  );
  expect(rewritten.length).toBeGreaterThan(200);
  expect(messages).toEqual([]);
}, 60_000);
