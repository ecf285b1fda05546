import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { staticName } from "../../source/syntax.js";
import { addedParts } from "./added-parts.js";

/** What a rest element leaves of a value: an object without some properties, or a part that cannot be told. */
export type Rest = { without: ReadonlySet<string> } | "unknown";

/** What `...traits` of `{ id, ...traits }` leaves of the object; `undefined` for a variable that is no rest element. */
export function restOf(variable: Variable): Rest | undefined {
  const rest = variable.identifiers[0]?.parent;
  if (rest?.type !== AST_NODE_TYPES.RestElement) return undefined;
  const { properties, assigned } = addedParts(variable);
  const isAddedTo = properties.size > 0 || assigned.length > 0;
  if (rest.parent.type !== AST_NODE_TYPES.ObjectPattern || isAddedTo) return "unknown";
  const names = rest.parent.properties.flatMap((property) =>
    property.type === AST_NODE_TYPES.Property ? [staticName(property)] : [],
  );
  const without = names.filter((each) => each !== undefined);
  return without.length === names.length ? { without: new Set(without) } : "unknown";
}
