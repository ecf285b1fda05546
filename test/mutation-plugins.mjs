import { createHash } from "node:crypto";

const share = Number(process.env.HALO_MUTANT_SHARE ?? 1);
const seed = process.env.HALO_RANDOM_SEED ?? "0";

/** Where a mutant falls among all, from 0 to 1: the same for the same seed as long as it stands in the same place. */
function placeOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const file = fileName.slice(fileName.lastIndexOf("/src/"));
  const key = JSON.stringify([seed, file, start, end, mutatorName, replacement]);
  return createHash("sha256").update(key).digest().readUInt32BE() / 2 ** 32;
}

/** Passes a random share of all mutants on. Stryker counts the others as compile errors, which its score leaves out. */
class Sample {
  async init() {}

  async check(mutants) {
    const result = (mutant) =>
      placeOf(mutant) < share
        ? { status: "passed" }
        : { status: "compileError", reason: "It is not in the sample." };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, result(mutant)]));
  }
}

/** `calleeName(call) ?? ""`: what has no name is none of those looked for, and so is every other text. */
class AbsentNames {
  shouldIgnore(path) {
    const { node, parent } = path;
    const standsForName =
      path.isStringLiteral() &&
      node.value === "" &&
      parent.type === "LogicalExpression" &&
      parent.left.type === "CallExpression" &&
      /Name$/.test(parent.left.callee.name ?? "");
    return standsForName ? "Any text that is no name does as well." : undefined;
  }
}

export const strykerPlugins = [
  { kind: "Checker", name: "sample", factory: () => new Sample() },
  { kind: "Ignore", name: "absent-names", factory: () => new AbsentNames() },
];
