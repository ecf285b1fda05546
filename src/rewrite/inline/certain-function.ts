import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import {
  isClass,
  membersNamed,
  partsOf,
  type PlacedClass,
} from "../../find/values/class-members.js";
import { classOf, followed, type PlacedFunction } from "../../find/values/definition.js";
import { originOf } from "../../find/values/origin.js";
import { constantSource } from "../../find/values/value-sources.js";
import { bindingOf, type SourceFile, isRewritten } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  descendants,
  type FunctionNode,
  isFunction,
  staticName,
  unwrap,
} from "../../source/syntax.js";
import { importedFunction, namedFunction } from "../called-wrapper.js";

/** A function that an expression certainly is, and what `this` is in it when it is called as that expression. */
export interface CertainFunction extends PlacedFunction {
  /** `undefined` where nothing may read `this`. */
  receiver: TSESTree.Node | undefined;
  /** The class of which the function is a method. */
  owner: PlacedClass | undefined;
}

/**
 * The one function that an expression is, whatever happens: `sync`, `halo.sync`, `this.sync`, `this.sync.bind(this)`.
 * `undefined` where it may be another one.
 */
export function certainFunction(
  source: SourceFile,
  expression: TSESTree.Node,
): CertainFunction | undefined {
  switch (expression.type) {
    case AST_NODE_TYPES.Identifier: {
      const fn = namedFunction(source, expression) ?? importedFunction(source, expression);
      return fn && { ...fn, receiver: undefined, owner: undefined };
    }
    case AST_NODE_TYPES.MemberExpression:
      return expression.optional ? undefined : ofMember(source, expression);
    case AST_NODE_TYPES.CallExpression:
      return ofBound(source, expression);
    default:
      return undefined;
  }
}

/** `this.sync.bind(this)` */
function ofBound(source: SourceFile, call: TSESTree.CallExpression): CertainFunction | undefined {
  const callee = calleeOf(call);
  const [self, another] = call.arguments;
  const isBound = callee.type === AST_NODE_TYPES.MemberExpression && calleeName(call) === "bind";
  if (!isBound || !self || another) return undefined;
  const fn = certainFunction(source, callee.object);
  const isSame = fn?.receiver && codeOf(source, fn.receiver) === codeOf(source, self);
  return isSame === true ? fn : undefined;
}

function codeOf({ text }: SourceFile, node: TSESTree.Node): string {
  return text.slice(...node.range);
}

function ofMember(
  source: SourceFile,
  member: TSESTree.MemberExpression,
): CertainFunction | undefined {
  const name = staticName(member);
  if (name === undefined) return undefined;
  const { object } = member;
  const found =
    ofLiteral(source, object, name) ?? ofClass(source, object, name) ?? ofModule(source, member);
  if (!found || isPatched(name, [source, found.source])) return undefined;
  const isLexical = found.node.type === AST_NODE_TYPES.ArrowFunctionExpression && !found.owner;
  return { ...found, receiver: isLexical ? undefined : object };
}

type Found = Omit<CertainFunction, "receiver">;

/** `import * as halo from "./halo.js"`, `const halo = require("./halo")`, where the file exports the function by its name. */
function ofModule(source: SourceFile, member: TSESTree.MemberExpression): Found | undefined {
  const fn = importedFunction(source, member);
  return fn && { ...fn, owner: undefined };
}

/** A function in an object literal that a constant of this file or of another holds. */
function ofLiteral(source: SourceFile, object: TSESTree.Node, name: string): Found | undefined {
  const place = literalOf(source, object);
  if (!place) return undefined;
  const [property, another] = place.node.properties.filter(
    (each) =>
      each.type === AST_NODE_TYPES.SpreadElement || each.computed || staticName(each) === name,
  );
  if (another || property?.type !== AST_NODE_TYPES.Property || property.kind !== "init")
    return undefined;
  const value = unwrap(property.value);
  const fn =
    value.type === AST_NODE_TYPES.Identifier
      ? namedFunction(place.source, value)
      : isFunction(value) && { source: place.source, node: value };
  return fn ? { ...fn, owner: undefined } : undefined;
}

function literalOf(
  source: SourceFile,
  object: TSESTree.Node,
): { source: SourceFile; node: TSESTree.ObjectExpression } | undefined {
  const node = unwrap(object);
  const imported = originOf(source, node);
  if (imported) {
    const value = unwrap(imported.node);
    if (imported.path.length > 0) return undefined;
    if (value.type === AST_NODE_TYPES.ObjectExpression)
      return { source: imported.source, node: value };
    return value.type === AST_NODE_TYPES.Identifier ? literalOf(imported.source, value) : undefined;
  }
  const variable = node.type === AST_NODE_TYPES.Identifier ? bindingOf(source, node) : undefined;
  const constant = variable && constantSource(variable);
  return constant?.path.length === 0 && constant.expression.type === AST_NODE_TYPES.ObjectExpression
    ? { source, node: constant.expression }
    : undefined;
}

/** A method of the class that an object is an instance of, its own or inherited, which no subclass overrides. */
function ofClass(source: SourceFile, object: TSESTree.Node, name: string): Found | undefined {
  if (!isCertainObject(source, object)) return undefined;
  const side = classOf(source, object);
  if (!side || isOverridden(source, side, name)) return undefined;
  for (let owner: PlacedClass | undefined = side; owner; owner = baseOf(owner)) {
    const members = membersNamed(owner, name).filter(
      (member) =>
        member.type !== AST_NODE_TYPES.MethodDefinition || isFunction(member.value as FunctionNode),
    );
    const [member, another] = members;
    if (!member) continue;
    if (another) return undefined;
    const isMethod = member.type === AST_NODE_TYPES.MethodDefinition && member.kind === "method";
    const isField = member.type === AST_NODE_TYPES.PropertyDefinition;
    // Parsers that know no decorators leave the list out.
    const decorators = (member as { decorators?: readonly unknown[] }).decorators ?? [];
    if ((!isMethod && !isField) || decorators.length > 0) return undefined;
    const value = member.value && unwrap(member.value);
    return isFunction(value) ? { source: owner.source, node: value, owner } : undefined;
  }
  return undefined;
}

/** Whether an object is the same whenever it is read, and of the class that it says: made once, or typed. */
function isCertainObject(source: SourceFile, object: TSESTree.Node): boolean {
  const node = unwrap(object);
  switch (node.type) {
    case AST_NODE_TYPES.NewExpression:
    case AST_NODE_TYPES.ThisExpression:
      return true;
    case AST_NODE_TYPES.Identifier: {
      const imported = originOf(source, node);
      if (imported)
        return imported.path.length === 0 && isCertainObject(imported.source, imported.node);
      const variable = bindingOf(source, node);
      return variable !== undefined && isWrittenOnce(variable) && isMade(source, variable);
    }
    case AST_NODE_TYPES.MemberExpression: {
      const isOwn = unwrap(node.object).type === AST_NODE_TYPES.ThisExpression && !node.optional;
      const owner = isOwn ? classOf(source, node.object) : undefined;
      const members = owner ? membersNamed(owner, staticName(node) ?? "") : [];
      const values = members.flatMap((member) => partsOf(member).value ?? []);
      const isTyped = members.some((member) => partsOf(member).type !== undefined);
      const [value, another] = values;
      if (another || (!value && !isTyped)) return false;
      return !value || isCertainObject(source, value);
    }
    default:
      return false;
  }
}

/** Whether a variable holds what is made where it is declared, or is a parameter with a type. */
function isMade(source: SourceFile, { defs: [definition] }: Variable): boolean {
  if (!definition) return false;
  const { node, name } = definition;
  if (node.type === AST_NODE_TYPES.VariableDeclarator)
    return node.id === name && node.init !== null && isCertainObject(source, node.init);
  return isFunction(node) && node.id !== name && "typeAnnotation" in name && !!name.typeAnnotation;
}

function isWrittenOnce(variable: Variable): boolean {
  return variable.defs.length === 1 && !isRewritten(variable);
}

function baseOf({ source, body, isStatic }: PlacedClass): PlacedClass | undefined {
  const { superClass } = body.parent;
  const base = superClass && followed({ source, node: superClass, path: [] });
  return base && isClass(base.node) && base.path.length === 0
    ? { source: base.source, body: base.node.body, isStatic }
    : undefined;
}

/** Whether a class of the project that extends this one has a member of the name, too. */
function isOverridden(source: SourceFile, side: PlacedClass, name: string): boolean {
  const files = new Set([source, side.source, ...(source.modules?.leadingFiles() ?? [])]);
  const classes = [...files].flatMap((file) =>
    [...descendants(file.ast)].filter(isClass).map((node) => ({ source: file, node })),
  );
  const known = new Set([keyOf(side.source, side.body.parent)]);
  // A subclass may have subclasses of its own.
  for (let before = -1; before !== known.size;) {
    before = known.size;
    for (const each of classes) {
      const base = each.node.superClass && keyOfBase(each.source, each.node.superClass);
      if (!base || !known.has(base)) continue;
      const members = membersNamed({ body: each.node.body, isStatic: side.isStatic }, name);
      if (members.length > 0) return true;
      known.add(keyOf(each.source, each.node));
    }
  }
  return false;
}

type ClassNode = PlacedClass["body"]["parent"];

/** What tells a class from others, also where its file was parsed anew. */
function keyOf({ path }: SourceFile, { id }: ClassNode): string {
  return `${path} ${id?.name ?? ""}`;
}

function keyOfBase(source: SourceFile, base: TSESTree.Node): string | undefined {
  const place = followed({ source, node: base, path: [] });
  return isClass(place.node) ? keyOf(place.source, place.node) : undefined;
}

/** Whether a file writes a member of the name from outside: `halo.sync = fake`; `exports.sync = …` is how it is made. */
function isPatched(name: string, files: readonly SourceFile[]): boolean {
  return files.some(({ ast }) =>
    [...descendants(ast)].some((node) => {
      if (node.type !== AST_NODE_TYPES.AssignmentExpression) return false;
      const { left } = node;
      if (left.type !== AST_NODE_TYPES.MemberExpression || staticName(left) !== name) return false;
      return !/^(module\.)?exports$/.test(ownerName(left.object));
    }),
  );
}

function ownerName(node: TSESTree.Node): string {
  if (node.type === AST_NODE_TYPES.Identifier) return node.name;
  return node.type === AST_NODE_TYPES.MemberExpression
    ? `${ownerName(node.object)}.${staticName(node) ?? ""}`
    : "";
}
