import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { arbitraryRun } from "./arbitrary-program.js";
import { compare } from "./differences.js";
import { print } from "./program.js";

// What once failed is a case of its own under `cases/`. The seed is fixed, so that a change is judged by what it changes;
// who looks for more says HALO_RANDOM_SEED=1234 HALO_RANDOM_RUNS=100000.
const { HALO_RANDOM_RUNS: runs = "2000", HALO_RANDOM_SEED: seed = "2" } = process.env;

// Programs drop promises on purpose, before their rewrite and after it; Vitest would take their rejections for its own.
const listeners = process.listeners("unhandledRejection");
beforeAll(() => {
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", () => undefined);
});
afterAll(async () => {
  await setImmediate();
  process.removeAllListeners("unhandledRejection");
  for (const listener of listeners) process.on("unhandledRejection", listener);
});

it("rewrites random programs so that they do the same, and nobody is active", () => {
  let rewritten = 0;
  fc.assert(
    fc.property(arbitraryRun, ([program, circumstances]) => {
      const printed = print(program);
      const comparison = compare(printed, circumstances);
      if (comparison.rewritten) rewritten++;
      const shown = [printed.text, comparison.output, JSON.stringify(circumstances)];
      expect(comparison.differences, shown.join("\n--------\n")).toEqual([]);
    }),
    { numRuns: Number(runs), seed: Number(seed) },
  );
  // A grammar of which nothing can be rewritten would prove nothing.
  expect(rewritten).toBeGreaterThan(Number(runs) / 2);
}, 600_000);
