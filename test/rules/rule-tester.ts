import { RuleTester } from "@typescript-eslint/rule-tester";
import { fileURLToPath } from "node:url";

/** The folder that the linted files of the rule tests would be in. */
export const projectFolder = fileURLToPath(new URL("./fixtures/project/", import.meta.url));

/** A file of that project; `scripts/x.js` is in the folder for scripts. */
export function inProject(file: string): string {
  return projectFolder + file;
}

/** Runs rules as ESLint does, over JavaScript and TypeScript alike. */
export const ruleTester = new RuleTester({
  languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
});
