import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName, staticName, unwrap, wrapped } from "../../source/syntax.js";
import { constantSource, type ValueSource } from "./value-sources.js";

/**
 * Where a property of a variable's object comes from, if it is assigned later: `x` of `state.halo = x`, and of
 * `useRef(x)` for its `current`.
 */
export function assignedProperties(
  variable: Variable,
  [name, ...rest]: readonly string[],
): ValueSource[] {
  const origin = constantSource(variable)?.expression;
  const initial =
    name === "current" &&
    origin?.type === AST_NODE_TYPES.CallExpression &&
    calleeName(origin) === "useRef"
      ? origin.arguments.slice(0, 1)
      : [];
  const assigned = variable.references.flatMap(({ identifier }) => {
    const member = wrapped(identifier).parent;
    if (member?.type !== AST_NODE_TYPES.MemberExpression || staticName(member) !== name) return [];
    const target: TSESTree.Node | undefined = wrapped(member);
    const assignment = target.parent;
    return assignment?.type === AST_NODE_TYPES.AssignmentExpression && assignment.left === target
      ? [assignment.right]
      : [];
  });
  return [...initial, ...assigned].map((value) => ({ expression: unwrap(value), path: rest }));
}
