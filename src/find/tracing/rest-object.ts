import type { Variable } from "@typescript-eslint/scope-manager";
import { isRest, takenBeside } from "../values/value-sources.js";
import { addedParts } from "./added-parts.js";
import type { Traced } from "./traced.js";

/**
 * The objects that a name can be, without what a pattern took out of them: `rest` of `{ id, ...rest }`. The name itself where
 * that cannot be told, or where it was added to since.
 */
export function withoutTaken(
  variable: Variable,
  name: Traced,
  objects: readonly Traced[],
): readonly Traced[] {
  if (!isRest(variable)) return objects;
  const taken = takenBeside(variable);
  const { properties, assigned } = addedParts(variable);
  if (!taken || properties.size > 0 || assigned.length > 0) return [name];
  return objects.map((each) => ({
    ...each,
    without: new Set([...taken, ...(each.without ?? [])]),
  }));
}
