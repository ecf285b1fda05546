import fc from "fast-check";
import { frames } from "../../find/random-programs/frames.js";
import { derivations } from "../../find/random-programs/subjects.js";
import { wrappers } from "../../find/random-programs/wrappers.js";
import { checkedCalls } from "./checked-calls.js";
import { calls, constructs, type Layer, type Part, type Program } from "./program.js";
import { sinks } from "./sinks.js";
import type { Style } from "./styles.js";
import { plainTraits, statedTraits } from "./traits.js";
import type { Circumstances } from "./world.js";

/** One of the rows of a table; it shrinks to the first, which is the plainest. */
function rowOf<Table extends object>(table: Table): fc.Arbitrary<keyof Table> {
  return fc.constantFrom(...(Object.keys(table) as (keyof Table)[]));
}

function layer(kind: Layer["kind"]): fc.Arbitrary<Layer> {
  return fc.record({
    kind: fc.constant(kind),
    id: rowOf(constructs[kind]),
    naming: fc.nat(7),
  });
}

const { "synchronous function": _, ...asyncFrames } = frames;

/** Mostly the plain row, which more programs are rewritten with. */
function mostly<Row, Other>(row: Row, others: fc.Arbitrary<Other>): fc.Arbitrary<Other | Row> {
  return fc.oneof({ arbitrary: fc.constant(row), weight: 3 }, { arbitrary: others, weight: 1 });
}

const layers = fc
  .tuple(
    fc.array(fc.oneof(layer("work"), layer("guard"), layer("repeat"), layer("loop")), {
      maxLength: 1,
    }),
    layer("loop"),
    fc.array(
      fc.oneof(
        { arbitrary: layer("work"), weight: 6 },
        { arbitrary: layer("guard"), weight: 4 },
        { arbitrary: layer("leaving"), weight: 1 },
        { arbitrary: layer("deferral"), weight: 1 },
        { arbitrary: layer("repeat"), weight: 1 },
        { arbitrary: layer("loop"), weight: 1 },
      ),
      { maxLength: 3 },
    ),
  )
  .map(([outer, loop, inner]) => [...outer, loop, ...inner]);

const part: fc.Arbitrary<Part> = fc.record({
  frame: fc.oneof(
    { arbitrary: rowOf(asyncFrames), weight: 9 },
    { arbitrary: rowOf(frames), weight: 1 },
  ),
  layers,
  call: mostly<"plain", keyof typeof calls>(
    "plain",
    fc.oneof(fc.constant<"awaited">("awaited"), rowOf(checkedCalls), rowOf(calls)),
  ),
  whom: mostly(0, fc.nat(3)),
  derivation: mostly<"plain", keyof typeof derivations>("plain", rowOf(derivations)),
  traits: fc.oneof(
    { arbitrary: rowOf(plainTraits), weight: 1 },
    { arbitrary: rowOf(statedTraits), weight: 2 },
  ),
  wrappers: mostly<[], (keyof typeof wrappers)[]>([], fc.array(rowOf(wrappers), { maxLength: 2 })),
  sink: rowOf(sinks),
});

const style: fc.Arbitrary<Style> = fc.record({
  kind: fc.constantFrom("module", "module", "commonjs", "typescript"),
  semicolons: mostly(true, fc.constant(false)),
  quote: mostly<'"', "'">('"', fc.constant("'")),
  indent: mostly<"  ", "    " | "\t">("  ", fc.constantFrom("    ", "\t")),
  endOfLine: mostly<"\n", "\r\n">("\n", fc.constant("\r\n")),
  comments: mostly(false, fc.constant(true)),
  names: fc.constantFrom(
    ["row", "account"],
    ["haloUpdates", "haloSkipped"],
    ["updateHaloUsers", "createHmac"],
    ["attempt", "response"],
    ["postHaloUpdate", "haloUpdateToken"],
  ),
  imports: fc.boolean(),
});

const program: fc.Arbitrary<Program> = fc.record({
  parts: fc.array(part, { minLength: 1, maxLength: 2 }),
  style,
});

/** What a program is run with. */
const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  users: fc.oneof(
    { arbitrary: fc.constantFrom(7, 12), weight: 16 },
    { arbitrary: fc.constantFrom(0, 1), weight: 2 },
    { arbitrary: fc.constantFrom(500, 501, 1003), weight: 1 },
  ),
  failsAt: mostly(undefined, fc.constantFrom(0, 2, 6)),
  lacksCompany: mostly(undefined, fc.constantFrom(0, 2, 6)),
  faults: mostly<[], Circumstances["faults"]>(
    [],
    fc.array(fc.constantFrom<Circumstances["faults"][number][]>(429, 500, "cut", "cut after it"), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
});

/** A random program of one part or two, and what it is run with. */
export const arbitraryRun: fc.Arbitrary<[Program, Circumstances]> = fc
  .tuple(program, circumstances)
  .map(([printed, run]) => {
    // A loop within a loop over thousands of users takes too long.
    const isNested = printed.parts.some(
      ({ layers: all }) =>
        all.filter(({ kind }) => kind === "loop" || kind === "repeat").length > 1,
    );
    return [printed, isNested ? { ...run, users: Math.min(run.users, 12) } : run];
  });
