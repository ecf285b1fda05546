import fc from "fast-check";
import { expect, it } from "vitest";
import { arbitraryProgram } from "./arbitrary-program.js";
import { deviations } from "./deviations.js";
import { print } from "./program.js";

// What once failed stands as text in the tables of cases beside this folder. The seed is fixed, so that a change is
// judged by what it changes; who looks for more says HALO_RANDOM_SEED=1234 HALO_RANDOM_RUNS=100000.
const { HALO_RANDOM_RUNS: runs = "2000", HALO_RANDOM_SEED: seed = "2" } = process.env;

it("finds identify in a random program exactly when it runs for more than one user", () => {
  fc.assert(
    fc.property(arbitraryProgram, (program) => {
      const printed = print(program);
      expect(deviations(printed), printed.text).toEqual([]);
    }),
    { numRuns: Number(runs), seed: Number(seed) },
  );
}, 600_000);
