import { defineConfig } from "vitest/config";
import config from "./vitest.config.js";

/** The tests that quickly tell a changed engine: no program is run, no compiler, no formatter and no Halo started. */
export default defineConfig({
  test: {
    ...config.test,
    include: ["test/rewrite/rewrite.test.ts"],
    testNamePattern: /comes out as written by hand/,
  },
});
