import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import config from "./vitest.config.js";

/** The tests that quickly tell a changed engine: no program is run, no compiler, no formatter and no Halo started. */
export default defineConfig({
  test: {
    ...config.test,
    include: [
      "test/find/**/*.test.ts",
      "test/project/*-files.test.ts",
      "test/rewrite/rewrite.test.ts",
    ],
    exclude: [
      "test/find/host-parsers.test.ts",
      "test/find/large-programs.test.ts",
      "test/find/random-programs/**",
    ],
    // A process of its own for each change, and not for each file of tests.
    isolate: false,
    sequence: {
      /** The cheap tests come first: the first one that fails ends the run. */
      sequencer: class extends BaseSequencer {
        override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
          return Promise.resolve(files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1)));
        }
      },
    },
  },
});
