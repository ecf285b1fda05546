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
  const assigned = name === undefined ? [] : (assignmentsOf(variable).get(name) ?? []);
  return [...initial, ...assigned].map((value) => ({ expression: unwrap(value), path: rest }));
}

const known = new WeakMap<Variable, ReadonlyMap<string, readonly TSESTree.Node[]>>();

/** What is assigned to the members of a variable's object, by their names. */
function assignmentsOf(variable: Variable): ReadonlyMap<string, readonly TSESTree.Node[]> {
  let assignments = known.get(variable);
  if (!assignments) known.set(variable, (assignments = readAssignments(variable)));
  return assignments;
}

function readAssignments({ references }: Variable): Map<string, TSESTree.Node[]> {
  const assignments = new Map<string, TSESTree.Node[]>();
  for (const { identifier } of references) {
    const member = wrapped(identifier).parent;
    const name = member?.type === AST_NODE_TYPES.MemberExpression ? staticName(member) : undefined;
    if (!member || name === undefined) continue;
    const target: TSESTree.Node = wrapped(member);
    const assignment = target.parent;
    if (assignment?.type !== AST_NODE_TYPES.AssignmentExpression || assignment.left !== target)
      continue;
    assignments.set(name, [...(assignments.get(name) ?? []), assignment.right]);
  }
  return assignments;
}
