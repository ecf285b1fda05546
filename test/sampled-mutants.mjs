import { createHash } from "node:crypto";

const share = Number(process.env.HALO_MUTANT_SHARE ?? 1);
const seed = process.env.HALO_RANDOM_SEED ?? "0";

/** Where a mutant falls among all, from 0 to 1: the same for the same seed as long as its file is the same before it. */
function placeOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const file = fileName.slice(fileName.lastIndexOf("/src/"));
  const key = JSON.stringify([seed, file, start, end, mutatorName, replacement]);
  return createHash("sha256").update(key).digest().readUInt32BE() / 2 ** 32;
}

/**
 * Passes a random share of all mutants on to the tests. Stryker counts the others as compile errors, which its score leaves out.
 *
 * @see CONTRIBUTING.md
 */
class SampledMutants {
  async init() {}

  async check(mutants) {
    const result = (mutant) =>
      placeOf(mutant) < share
        ? { status: "passed" }
        : { status: "compileError", reason: "Not in the sample" };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, result(mutant)]));
  }
}

export const strykerPlugins = [
  { kind: "Checker", name: "sampled", factory: () => new SampledMutants() },
];
