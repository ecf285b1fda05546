import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { addTo } from "../../source/add-to.js";
import type { SourceFile } from "../../source/source-file.js";
import { ancestors, descendants, isFunction, staticName } from "../../source/syntax.js";

/** A class, and whether the class itself is meant or an instance of it. */
export interface ClassSide {
  body: TSESTree.ClassBody;
  isStatic: boolean;
}

/** A class or an instance of one, and the file that the class stands in. */
export interface PlacedClass extends ClassSide {
  source: SourceFile;
}

/** What gives a member of a class its value: a declaration, a parameter property, `this.name = …`. */
export type ClassMember =
  | TSESTree.AssignmentExpression
  | TSESTree.MethodDefinition
  | TSESTree.PropertyDefinition
  | TSESTree.TSParameterProperty;

/** The class whose `this` a node sees; an object's method and a plain function have a `this` of their own. */
export function classAround(self: TSESTree.Node): ClassSide | undefined {
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

/** Whether a node is a class, declared or not. */
export function isClass(
  node: TSESTree.Node | null | undefined,
): node is TSESTree.ClassDeclaration | TSESTree.ClassExpression {
  return (
    node?.type === AST_NODE_TYPES.ClassDeclaration || node?.type === AST_NODE_TYPES.ClassExpression
  );
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
export function membersNamed({ body, isStatic }: ClassSide, name: string): readonly ClassMember[] {
  let index = indexes.get(body);
  if (!index) indexes.set(body, (index = indexMembers(body)));
  return index.get(memberKey(name, isStatic)) ?? [];
}

function indexMembers(body: TSESTree.ClassBody): Map<string, ClassMember[]> {
  const index = new Map<string, ClassMember[]>();
  for (const node of descendants(body)) {
    const key = keyOf(node, body);
    if (key !== undefined) addTo(index, key, node as ClassMember);
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
