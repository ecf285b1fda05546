import js from "@eslint/js";
import haloBackfill from "eslint-plugin-halo-backfill";

export default [
  js.configs.recommended,
  haloBackfill.configs.recommended,
  {
    languageOptions: {
      globals: {
        console: "readonly",
        fetch: "readonly",
        process: "readonly",
        setTimeout: "readonly",
      },
    },
  },
];
