import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import config from "./vitest.config.js";

// The cheapest come first: the first that fails ends the run.
const folders = ["find", "project", "rewrite"];

function placeOf({ moduleId }: TestSpecification): number {
  return folders.findIndex((folder) => moduleId.includes(`/test/${folder}/`));
}

/** The tests that quickly tell a changed engine: no program is run, no formatter and no Halo started. */
export default defineConfig({
  test: {
    ...config.test,
    include: [
      "test/find/**/*.test.ts",
      "test/project/{project-types,ways-between-files}.test.ts",
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
      sequencer: class extends BaseSequencer {
        override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
          return Promise.resolve(files.toSorted((a, b) => placeOf(a) - placeOf(b)));
        }
      },
    },
  },
});
