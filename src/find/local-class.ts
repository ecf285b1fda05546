import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { ancestors, descendants, isFunction, staticName, unwrap } from "../source/syntax.js";

import { writesOf } from "./value-sources.js";

/** What an object is to a class of this file. */
export interface LocalClass {
  body: TSESTree.ClassBody;
  /** Whether the object is the class itself, not an instance. */
  isStatic: boolean;
}

/** What gives a member of a class its value: a declaration, a parameter property, `this.name = …`. */
export type ClassMember =
  | TSESTree.AssignmentExpression
  | TSESTree.MethodDefinition
  | TSESTree.PropertyDefinition
  | TSESTree.TSParameterProperty;

// A field that holds an instance whose field holds an instance, and so on; it also ends cycles.
const maxDepth = 8;

/** The class of this file that an object belongs to: `this`, `new Sync()`, a name that holds one, a typed parameter. */
export function classOf(
  source: SourceFile,
  object: TSESTree.Node,
  depth = 0,
): LocalClass | undefined {
  if (depth > maxDepth) return undefined;
  const node = unwrap(object);
  switch (node.type) {
    case AST_NODE_TYPES.ThisExpression:
      return classAround(node);
    case AST_NODE_TYPES.ClassExpression:
      return { body: node.body, isStatic: true };
    case AST_NODE_TYPES.NewExpression: {
      const made = classOf(source, node.callee, depth + 1);
      return made?.isStatic ? { ...made, isStatic: false } : undefined;
    }
    case AST_NODE_TYPES.Identifier:
      return classOfName(source, node, depth);
    case AST_NODE_TYPES.MemberExpression:
      return classOfMember(source, node, depth);
    default:
      return undefined;
  }
}

/** The class whose `this` a node sees; an object's method and a plain function have a `this` of their own. */
function classAround(self: TSESTree.Node): LocalClass | undefined {
  for (const up of ancestors(self)) {
    if (up.type === AST_NODE_TYPES.StaticBlock) return { body: up.parent, isStatic: true };
    if (
      up.type === AST_NODE_TYPES.PropertyDefinition ||
      up.type === AST_NODE_TYPES.MethodDefinition
    )
      return { body: up.parent, isStatic: up.static };
    const hasThis = isFunction(up) && up.type !== AST_NODE_TYPES.ArrowFunctionExpression;
    if (hasThis && up.parent.type !== AST_NODE_TYPES.MethodDefinition) return undefined;
  }
  return undefined;
}

function classOfName(
  source: SourceFile,
  name: TSESTree.Identifier,
  depth: number,
): LocalClass | undefined {
  const variable = bindingOf(source, name);
  for (const definition of variable?.defs ?? []) {
    if (isClass(definition.node)) return { body: definition.node.body, isStatic: true };
    const typed =
      definition.name.type === AST_NODE_TYPES.Identifier
        ? classOfType(source, definition.name.typeAnnotation)
        : undefined;
    if (typed) return typed;
  }
  for (const { identifier, writeExpr } of variable ? writesOf(variable) : []) {
    const whole =
      identifier.parent.type === AST_NODE_TYPES.VariableDeclarator ||
      identifier.parent.type === AST_NODE_TYPES.AssignmentExpression;
    const found = whole && writeExpr ? classOf(source, writeExpr, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function isClass(
  node: TSESTree.Node,
): node is TSESTree.ClassDeclaration | TSESTree.ClassExpression {
  return (
    node.type === AST_NODE_TYPES.ClassDeclaration || node.type === AST_NODE_TYPES.ClassExpression
  );
}

function classOfType(
  source: SourceFile,
  annotation: TSESTree.TSTypeAnnotation | undefined,
): LocalClass | undefined {
  const type = annotation?.typeAnnotation;
  if (type?.type !== AST_NODE_TYPES.TSTypeReference) return undefined;
  const definition = bindingOf(source, type.typeName)?.defs[0];
  return definition && isClass(definition.node)
    ? { body: definition.node.body, isStatic: false }
    : undefined;
}

function classOfMember(
  source: SourceFile,
  node: TSESTree.MemberExpression,
  depth: number,
): LocalClass | undefined {
  const owner = classOf(source, node.object, depth + 1);
  const name = staticName(node);
  if (!owner || name === undefined) return undefined;
  for (const member of membersNamed(owner, name)) {
    const { value, type } = partsOf(member);
    const found = classOfType(source, type) ?? (value && classOf(source, value, depth + 1));
    if (found) return found;
  }
  return undefined;
}

/** What a member holds, and what it is declared to hold, where the code says so. */
export function partsOf(member: ClassMember): {
  value?: TSESTree.Node | undefined;
  type?: TSESTree.TSTypeAnnotation | undefined;
} {
  switch (member.type) {
    case AST_NODE_TYPES.PropertyDefinition:
      return { value: member.value ?? undefined, type: member.typeAnnotation };
    case AST_NODE_TYPES.AssignmentExpression:
      return { value: member.right };
    case AST_NODE_TYPES.MethodDefinition:
      return { value: member.value };
    case AST_NODE_TYPES.TSParameterProperty: {
      const { parameter } = member;
      if (parameter.type !== AST_NODE_TYPES.AssignmentPattern)
        return { type: parameter.typeAnnotation };
      return { value: parameter.right, type: parameter.left.typeAnnotation };
    }
  }
}

const indexes = new WeakMap<TSESTree.ClassBody, Map<string, ClassMember[]>>();

/** Everything in a class that gives the member its value, in the order of the source. */
export function membersNamed({ body, isStatic }: LocalClass, name: string): readonly ClassMember[] {
  let index = indexes.get(body);
  if (!index) indexes.set(body, (index = indexMembers(body)));
  return index.get(memberKey(name, isStatic)) ?? [];
}

function indexMembers(body: TSESTree.ClassBody): Map<string, ClassMember[]> {
  const index = new Map<string, ClassMember[]>();
  for (const node of descendants(body)) {
    const key = keyOf(node, body);
    if (key === undefined) continue;
    const members = index.get(key);
    if (members) members.push(node as ClassMember);
    else index.set(key, [node as ClassMember]);
  }
  return index;
}

function memberKey(name: string, isStatic: boolean): string {
  return isStatic ? `static ${name}` : name;
}

function keyOf(node: TSESTree.Node, body: TSESTree.ClassBody): string | undefined {
  switch (node.type) {
    case AST_NODE_TYPES.PropertyDefinition:
    case AST_NODE_TYPES.MethodDefinition: {
      const name = node.parent === body ? staticName(node) : undefined;
      return name === undefined ? undefined : memberKey(name, node.static);
    }
    case AST_NODE_TYPES.TSParameterProperty: {
      const { parameter } = node;
      const target =
        parameter.type === AST_NODE_TYPES.AssignmentPattern ? parameter.left : parameter;
      return target.name;
    }
    case AST_NODE_TYPES.AssignmentExpression: {
      const { left } = node;
      if (left.type !== AST_NODE_TYPES.MemberExpression) return undefined;
      const name = staticName(left);
      if (left.object.type !== AST_NODE_TYPES.ThisExpression || name === undefined)
        return undefined;
      const owner = classAround(left.object);
      return owner?.body === body ? memberKey(name, owner.isStatic) : undefined;
    }
    default:
      return undefined;
  }
}
