import fc from "fast-check";
import { calls } from "./calls.js";
import { frames } from "./frames.js";
import { constructs, type Layer, type Part, type Program } from "./program.js";
import { decoySinks, sinks } from "./sinks.js";
import { derivations } from "./subjects.js";
import { wrappers } from "./wrappers.js";

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

const layers = fc.array(
  fc.oneof(
    { arbitrary: layer("loop"), weight: 4 },
    { arbitrary: layer("guard"), weight: 3 },
    { arbitrary: layer("deferral"), weight: 2 },
    { arbitrary: layer("repeat"), weight: 2 },
    { arbitrary: layer("leaving"), weight: 2 },
  ),
  { maxLength: 5 },
);

const part: fc.Arbitrary<Part> = fc.record({
  frame: rowOf(frames),
  layers,
  call: fc.oneof(
    { arbitrary: fc.constant<"plain">("plain"), weight: 1 },
    { arbitrary: rowOf(calls), weight: 1 },
  ),
  whom: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: fc.nat(3), weight: 1 }),
  derivation: fc.oneof(
    { arbitrary: fc.constant<"plain">("plain"), weight: 1 },
    { arbitrary: rowOf(derivations), weight: 1 },
  ),
  wrappers: fc.array(rowOf(wrappers), { maxLength: 3 }),
  sink: fc.oneof(
    { arbitrary: rowOf(sinks), weight: 6 },
    { arbitrary: rowOf(decoySinks), weight: 1 },
  ),
});

/** Random programs of one to three parts. */
export const arbitraryProgram: fc.Arbitrary<Program> = fc.array(part, {
  minLength: 1,
  maxLength: 3,
});
