import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName, calleeOf, staticName, wrapped } from "../../source/syntax.js";

/** What is done to the object or list that a variable holds, after it was made. */
export interface AddedParts {
  /** `users.push(user)`, `users[0] = user`. */
  elements: readonly TSESTree.Node[];
  /** `body.update_only = true`, by the name of the property. */
  properties: ReadonlyMap<string, readonly TSESTree.Node[]>;
  /** `delete traits.id`, somewhere. */
  deleted: ReadonlySet<string>;
  /** `delete traits[key]`, somewhere. */
  deletesAny: boolean;
  /** `Object.assign(body, rest)`. */
  assigned: readonly TSESTree.Node[];
  /** Whether anything else may have added to it: `fill(body)`, `body[key] = value`. */
  isUnknown: boolean;
}

/** What reads an object or list, and changes nothing in it. */
const readers =
  /^(all|allSettled|assert|chunk|debug|entries|error|fetch|from|identify|info|isArray|keys|log|parse|post|race|request|send|splitEvery|stringify|values|warn)$/;

const known = new WeakMap<Variable, AddedParts>();

/** Remembered, for each rule asks about the same bodies. */
export function addedParts(variable: Variable): AddedParts {
  let parts = known.get(variable);
  if (!parts) known.set(variable, (parts = readParts(variable)));
  return parts;
}

function readParts({ references }: Variable): AddedParts {
  const elements: TSESTree.Node[] = [];
  const assigned: TSESTree.Node[] = [];
  const properties = new Map<string, TSESTree.Node[]>();
  const deleted = new Set<string>();
  let deletesAny = false;
  let isUnknown = false;
  for (const { identifier } of references) {
    const use = wrapped(identifier);
    const { parent } = use;
    if (parent?.type === AST_NODE_TYPES.MemberExpression && parent.object === use) {
      const value = writtenTo(parent);
      const name = staticName(parent);
      if (isDeleted(parent)) {
        if (name === undefined) deletesAny = true;
        else deleted.add(name);
      }
      if (name === "push" || name === "unshift") elements.push(...argumentsOf(parent));
      if (!value) continue;
      if (name === undefined) {
        elements.push(value);
        isUnknown ||= parent.property.type !== AST_NODE_TYPES.Identifier;
      } else properties.set(name, [...(properties.get(name) ?? []), value]);
    } else if (parent?.type === AST_NODE_TYPES.CallExpression && calleeOf(parent) !== use) {
      const name = calleeName(parent) ?? "";
      if (name === "assign" && parent.arguments[0] === use)
        assigned.push(...parent.arguments.slice(1));
      else isUnknown ||= !readers.test(name) && name !== "assign";
    }
  }
  return { elements, properties, deleted, deletesAny, assigned, isUnknown };
}

/** What is assigned to a member. */
function writtenTo(member: TSESTree.MemberExpression): TSESTree.Node | undefined {
  const target = wrapped(member);
  return target.parent?.type === AST_NODE_TYPES.AssignmentExpression &&
    target.parent.left === target
    ? target.parent.right
    : undefined;
}

function isDeleted(member: TSESTree.MemberExpression): boolean {
  const { parent } = wrapped(member);
  return parent?.type === AST_NODE_TYPES.UnaryExpression && parent.operator === "delete";
}

/** What a method is called with. */
function argumentsOf(member: TSESTree.MemberExpression): readonly TSESTree.Node[] {
  const { parent } = wrapped(member);
  return parent?.type === AST_NODE_TYPES.CallExpression && calleeOf(parent) === member
    ? parent.arguments
    : [];
}
