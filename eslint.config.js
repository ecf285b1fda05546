import js from "@eslint/js";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import tseslint from "typescript-eslint";
import importDirection from "./.eslint/import-direction.js";

export default tseslint.config(
  {
    ignores: [
      "dist/",
      ".stryker-tmp/",
      "examples/backfill/",
      ".demo/",
      "test/**/fixtures/",
      "test/**/cases/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        fetch: "readonly",
        Request: "readonly",
        URL: "readonly",
      },
    },
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["src/**/*.ts", "rules/**/*.ts", "codemods/**/*.ts"],
    plugins: { local: { rules: { "import-direction": importDirection } } },
    rules: {
      "local/import-direction": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 100 }],
    },
  },
  { files: ["rules/**/*.ts"], ...eslintPlugin.configs.recommended },
  {
    // Vitest's asymmetric matchers are `any`.
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off" },
  },
);
