import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { addTo } from "../../source/add-to.js";
import { oncePerFile } from "../../source/once-per-file.js";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { descendants, type FunctionNode, staticName, wrapped } from "../../source/syntax.js";
import { classOf } from "../values/definition.js";
import { instantiations } from "../values/instantiations.js";
import { type MemberOwner, memberOf, ownerOf } from "./member-owner.js";
import { functionBinding } from "../values/value-sources.js";

/**
 * The expressions of this file whose value is the function, other than the function itself: its name, an alias,
 * `client.sync` of an object literal or of a class, any of them bound. What stands around them calls it, or hands it on.
 */
export function functionUses(source: SourceFile, fn: FunctionNode): readonly TSESTree.Node[] {
  let uses = known.get(fn);
  if (!uses) {
    uses = new Set(directUses(source, fn).flatMap((use) => keptUses(source, use)));
    known.set(fn, uses);
  }
  return [...uses];
}

/** An expression, with its casts and bound; or, where a name keeps its value, what reads that name. */
export function keptUses(source: SourceFile, expression: TSESTree.Node): TSESTree.Node[] {
  const use = bound(expression);
  const parent = use.parent;
  const variable =
    parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.init === use
      ? bindingOf(source, parent.id)
      : undefined;
  return variable ? namesOf(source, variable, new Set()).map(bound) : [use];
}

/** Whether an expression is one of {@link functionUses}. */
export function isFunctionUse(source: SourceFile, fn: FunctionNode, node: TSESTree.Node): boolean {
  if (!known.has(fn)) functionUses(source, fn);
  return known.get(fn)?.has(wrapped(node)) === true;
}

const known = new WeakMap<FunctionNode, ReadonlySet<TSESTree.Node>>();

function directUses(source: SourceFile, fn: FunctionNode): readonly TSESTree.Node[] {
  const variable = functionBinding(source, fn);
  if (variable) return namesOf(source, variable, new Set());
  const parent = fn.parent;
  switch (parent.type) {
    case AST_NODE_TYPES.AssignmentExpression:
      return ownerUses(source, parent);
    case AST_NODE_TYPES.Property:
      return [...objectUses(source, parent), ...ownerUses(source, parent)];
    case AST_NODE_TYPES.MethodDefinition:
    case AST_NODE_TYPES.PropertyDefinition:
      return classUses(source, parent);
    default:
      return [];
  }
}

/** The names that read a variable, and those of its aliases: `const push = sync`. */
function namesOf(source: SourceFile, variable: Variable, seen: Set<Variable>): TSESTree.Node[] {
  if (seen.has(variable)) return [];
  seen.add(variable);
  return variable.references.flatMap((reference) => {
    if (!reference.isRead()) return [];
    const use = bound(reference.identifier);
    const parent = use.parent;
    const alias =
      parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.init === use
        ? bindingOf(source, parent.id)
        : undefined;
    return alias ? namesOf(source, alias, seen) : [reference.identifier];
  });
}

/** The object literal around a property, the outermost, and the way from it to the property. */
export function literalAround(
  property: TSESTree.Property,
): { object: TSESTree.Node; path: readonly string[] } | undefined {
  const path: string[] = [];
  let object: TSESTree.Node = property;
  for (let node: TSESTree.Node = property; node.type === AST_NODE_TYPES.Property;) {
    const name = staticName(node);
    if (name === undefined) return undefined;
    path.unshift(name);
    object = node.parent;
    node = wrapped(object).parent ?? object;
  }
  return { object, path };
}

/** `halo.sync`, `halo.users.sync`, for a function in an object literal that a variable holds. */
function objectUses(source: SourceFile, property: TSESTree.Property): TSESTree.Node[] {
  const around = literalAround(property);
  const node = around && wrapped(around.object).parent;
  if (!around || node?.type !== AST_NODE_TYPES.VariableDeclarator) return [];
  const { path } = around;
  const variable = bindingOf(source, node.id);
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const use = memberAt(identifier, path);
    return use ? [use] : [];
  });
}

/** `this.sync` in a member beside it, `exports.sync`, `Halo.prototype.sync`. */
function ownerUses(
  source: SourceFile,
  set: TSESTree.AssignmentExpression | TSESTree.Property,
): TSESTree.Node[] {
  const member = memberOf(source, set);
  const uses = member && usesByOwner(source, member.name).get(member.owner);
  return uses?.filter((use) => use !== writtenBy(set)) ?? [];
}

function writtenBy(set: TSESTree.AssignmentExpression | TSESTree.Property): TSESTree.Node {
  return set.type === AST_NODE_TYPES.AssignmentExpression ? set.left : set.key;
}

/** The member expression that reads a path off an object: `a.b.c` for `a` and `["b", "c"]`. */
export function memberAt(
  object: TSESTree.Node,
  path: readonly string[],
): TSESTree.Node | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return object;
  const outer = wrapped(object);
  const parent = outer.parent;
  return parent?.type === AST_NODE_TYPES.MemberExpression &&
    parent.object === outer &&
    staticName(parent) === name
    ? memberAt(parent, rest)
    : undefined;
}

function classUses(
  source: SourceFile,
  member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
): readonly TSESTree.Node[] {
  const name = staticName(member);
  if (name === undefined) return [];
  const { parent: body, static: isStatic } = member;
  if (name === "constructor" && !isStatic)
    return instantiations(source, body.parent).map(({ callee }) => callee);
  const uses = usesByClass(source, name).get(body) ?? [];
  return uses.filter((use) => use.isStatic === isStatic).map(({ node }) => node);
}

interface MemberUse {
  node: TSESTree.MemberExpression;
  isStatic: boolean;
}

/** The member expressions of a file by the name that they read, and those of one name by the class or object that has it. */
interface MemberIndex {
  byName: Map<string, TSESTree.MemberExpression[]>;
  byClass: Map<string, Map<TSESTree.ClassBody, MemberUse[]>>;
  byOwner: Map<string, Map<MemberOwner, TSESTree.MemberExpression[]>>;
}

const indexOf = oncePerFile((source): MemberIndex => ({
  byName: membersOf(source),
  byClass: new Map(),
  byOwner: new Map(),
}));

function usesByOwner(
  source: SourceFile,
  name: string,
): Map<MemberOwner, TSESTree.MemberExpression[]> {
  const { byName, byOwner } = indexOf(source);
  let uses = byOwner.get(name);
  if (!uses) {
    byOwner.set(name, (uses = new Map<MemberOwner, TSESTree.MemberExpression[]>()));
    for (const node of byName.get(name) ?? []) {
      const owner = ownerOf(source, node.object);
      if (owner !== undefined) addTo(uses, owner, node);
    }
  }
  return uses;
}

function usesByClass(source: SourceFile, name: string): Map<TSESTree.ClassBody, MemberUse[]> {
  const index = indexOf(source);
  let uses = index.byClass.get(name);
  if (!uses) index.byClass.set(name, (uses = groupByClass(source, index.byName.get(name) ?? [])));
  return uses;
}

function membersOf(source: SourceFile): MemberIndex["byName"] {
  const index: MemberIndex["byName"] = new Map();
  for (const node of descendants(source.ast)) {
    const name = node.type === AST_NODE_TYPES.MemberExpression ? staticName(node) : undefined;
    if (name !== undefined) addTo(index, name, node as TSESTree.MemberExpression);
  }
  return index;
}

function groupByClass(
  source: SourceFile,
  members: readonly TSESTree.MemberExpression[],
): Map<TSESTree.ClassBody, MemberUse[]> {
  const groups = new Map<TSESTree.ClassBody, MemberUse[]>();
  for (const node of members) {
    const owner = classOf(source, node.object);
    if (owner) addTo(groups, owner.body, { node, isStatic: owner.isStatic });
  }
  return groups;
}

/** The whole of `this.sync.bind(this)`, where the use is its `this.sync`; else the use with its casts. */
function bound(use: TSESTree.Node): TSESTree.Node {
  const outer = wrapped(use);
  const member = outer.parent;
  if (member?.type !== AST_NODE_TYPES.MemberExpression || member.object !== outer) return outer;
  const call = member.parent;
  return staticName(member) === "bind" &&
    call.type === AST_NODE_TYPES.CallExpression &&
    call.callee === member
    ? wrapped(call)
    : outer;
}
