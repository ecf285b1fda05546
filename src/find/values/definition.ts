import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  type FunctionNode,
  isFunction,
  staticName,
  unwrap,
} from "../../source/syntax.js";
import { classAround, type ClassSide, isClass, membersNamed, partsOf } from "./class-members.js";
import { contextValues } from "./context-values.js";
import { undecorated } from "./decorated-function.js";
import type { Place } from "./exports.js";
import { originOf } from "./origin.js";
import { returnedBy } from "./returned-by.js";
import { stateRead } from "./store-state.js";
import { constantSource, valueSources } from "./value-sources.js";

/** A function, and the file that it stands in. */
export interface PlacedFunction {
  source: SourceFile;
  node: FunctionNode;
}

/** A class or an instance of one, and the file that the class stands in. */
export interface PlacedClass extends ClassSide {
  source: SourceFile;
}

/** A place that has been followed as far as the project's code says; of a class, which side of it is meant. */
interface Definition extends Place {
  isInstance?: boolean;
}

// Code that a person wrote takes a few dozen steps; what takes more is given up, so that no program can exhaust us.
const maxSteps = 300;

/** The function that an expression's value is, in this file or another; `undefined` where no code of the project says. */
export function functionOf(
  source: SourceFile,
  expression: TSESTree.Node,
): PlacedFunction | undefined {
  const { source: file, node, path } = new Search().follow(at(source, expression));
  return isFunction(node) && path.length === 0 ? { source: file, node } : undefined;
}

/** The class that an object belongs to: `this`, `new Sync()`, a name that holds one, a typed parameter, an import. */
export function classOf(source: SourceFile, object: TSESTree.Node): PlacedClass | undefined {
  const { source: file, node, path, isInstance } = new Search().follow(at(source, object));
  return isClass(node) && path.length === 0
    ? { source: file, body: node.body, isStatic: isInstance !== true }
    : undefined;
}

function at(source: SourceFile, node: TSESTree.Node): Definition {
  return { source, node: unwrap(node), path: [] };
}

// Containers give an instance of the class that they are asked for.
const containers = /^(get|getInstance|inject|make|resolve)$/;

/** Follows one expression. */
class Search {
  #steps = maxSteps;

  follow(from: Definition): Definition {
    let place = from;
    for (;;) {
      if (this.#steps-- <= 0) return from;
      const next = this.#step(place);
      if (!next) return place;
      place = { ...next, node: unwrap(next.node) };
    }
  }

  #step(place: Definition): Definition | undefined {
    const { source, node, path } = place;
    switch (node.type) {
      case AST_NODE_TYPES.Identifier:
        return this.#ofName(place, node);
      case AST_NODE_TYPES.MemberExpression: {
        const name = staticName(node);
        return name === undefined
          ? undefined
          : { source, node: node.object, path: [name, ...path] };
      }
      case AST_NODE_TYPES.CallExpression:
        return this.#ofCall(place, node);
      case AST_NODE_TYPES.NewExpression:
        return this.#ofInstance({ source, node: node.callee, path: [] }, path);
      case AST_NODE_TYPES.AwaitExpression:
        return originOf(source, node, path) ?? { source, node: node.argument, path };
      case AST_NODE_TYPES.ObjectExpression:
        return this.#ofProperty(place, node);
      case AST_NODE_TYPES.ClassDeclaration:
      case AST_NODE_TYPES.ClassExpression:
        return this.#ofMember(place, node);
      case AST_NODE_TYPES.ThisExpression:
        return ofThis(place);
      case AST_NODE_TYPES.LogicalExpression:
        return this.#firstOf(source, [node.left, node.right], path);
      case AST_NODE_TYPES.ConditionalExpression:
        return this.#firstOf(source, [node.consequent, node.alternate], path);
      case AST_NODE_TYPES.AssignmentExpression:
        return { source, node: node.right, path };
      default:
        return undefined;
    }
  }

  /** The first of some expressions of a file that leads to code of the project. */
  #firstOf(
    source: SourceFile,
    nodes: readonly TSESTree.Node[],
    path: readonly string[],
  ): Definition | undefined {
    for (const node of nodes) {
      const found = this.follow({ source, node, path });
      if (isSettled(found)) return found;
    }
    return undefined;
  }

  #ofName(place: Definition, node: TSESTree.Identifier): Definition | undefined {
    const { source, path } = place;
    const variable = bindingOf(source, node);
    if (!variable) return undefined;
    return (
      declared(place, variable) ??
      this.#ofType(place, variable) ??
      originOf(source, node, path) ??
      this.#ofValue(place, variable)
    );
  }

  #ofValue({ source, path }: Definition, variable: Variable): Definition | undefined {
    const constant = constantSource(variable);
    if (constant) return { source, node: constant.expression, path: [...constant.path, ...path] };
    for (const origin of valueSources(source, variable)) {
      const found = this.#firstOf(source, [origin.expression], [...origin.path, ...path]);
      if (found) return found;
    }
    return undefined;
  }

  /** `client: HaloClient`. */
  #ofType({ source, path }: Definition, variable: Variable): Definition | undefined {
    for (const { name } of variable.defs) {
      const type = name.type === AST_NODE_TYPES.Identifier ? name.typeAnnotation : undefined;
      const found = type && this.#instanceOf(source, type, path);
      if (found) return found;
    }
    return undefined;
  }

  #instanceOf(
    source: SourceFile,
    { typeAnnotation: type }: TSESTree.TSTypeAnnotation,
    path: readonly string[],
  ): Definition | undefined {
    return type.type === AST_NODE_TYPES.TSTypeReference
      ? this.#ofInstance({ source, node: type.typeName, path: [] }, path)
      : undefined;
  }

  #ofInstance(maker: Definition, path: readonly string[]): Definition | undefined {
    const made = this.follow(maker);
    return isClass(made.node) && made.path.length === 0 && made.isInstance !== true
      ? { ...made, path, isInstance: true }
      : undefined;
  }

  #ofCall({ source, path }: Definition, node: TSESTree.CallExpression): Definition | undefined {
    const [argument] = node.arguments;
    const callee = calleeOf(node);
    const name = calleeName(node) ?? "";
    if (name === "bind" && callee.type === AST_NODE_TYPES.MemberExpression)
      return { source, node: callee.object, path };
    const plain = undecorated(node);
    if (plain !== node) return { source, node: plain, path };
    const context = contextValues(source, node);
    if (context) return this.#firstOf(context.source, context.values, path);
    const origin = originOf(source, node, path);
    if (origin) return origin;
    const made =
      argument && containers.test(name)
        ? this.#ofInstance({ source, node: argument, path: [] }, path)
        : undefined;
    return made ?? this.#ofResult({ source, node: callee, path: [] }, path, node);
  }

  #ofResult(
    callee: Definition,
    path: readonly string[],
    call: TSESTree.CallExpression,
  ): Definition | undefined {
    const called = this.follow(callee);
    const state = stateRead(called, call);
    if (state) {
      const created = returnedBy(state.creator);
      return this.#firstOf(called.source, created, [...state.path, ...path]);
    }
    const { source, node, path: rest } = called;
    if (!isFunction(node) || rest.length > 0 || node.generator) return undefined;
    return this.#firstOf(source, returnedBy(node), path);
  }

  #ofProperty(
    { source, path }: Definition,
    object: TSESTree.ObjectExpression,
  ): Definition | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return undefined;
    for (const property of object.properties.toReversed()) {
      if (property.type === AST_NODE_TYPES.SpreadElement) {
        const spread = this.follow({ source, node: property.argument, path });
        if (isSettled(spread)) return spread;
      } else if (staticName(property) === name) {
        return { source, node: property.value, path: rest };
      }
    }
    return undefined;
  }

  #ofMember(
    { source, path, isInstance }: Definition,
    node: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
  ): Definition | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return undefined;
    for (const member of membersNamed({ body: node.body, isStatic: isInstance !== true }, name)) {
      const { value, type } = partsOf(member);
      const isGetter = member.type === AST_NODE_TYPES.MethodDefinition && member.kind === "get";
      if (isGetter && isFunction(value)) return this.#firstOf(source, returnedBy(value), rest);
      const typed = type && this.#instanceOf(source, type, rest);
      if (typed) return typed;
      if (value) return { source, node: value, path: rest };
    }
    const base = node.superClass && this.follow({ source, node: node.superClass, path: [] });
    return base && isClass(base.node)
      ? { ...base, path, isInstance: isInstance === true }
      : undefined;
  }
}

function isSettled({ node, path }: Place): boolean {
  return (
    path.length === 0 &&
    (isFunction(node) || isClass(node) || node.type === AST_NODE_TYPES.ObjectExpression)
  );
}

/** A function or class under the name that its declaration gives it. */
function declared({ source, path }: Definition, variable: Variable): Definition | undefined {
  const [definition] = variable.defs;
  const node = definition?.node;
  return (isFunction(node) || isClass(node)) && node.id === definition?.name
    ? { source, node, path }
    : undefined;
}

/** `this` of a class, or of an object literal's method. */
function ofThis({ source, node, path }: Definition): Definition | undefined {
  const around = classAround(node);
  if (around) return { source, node: around.body.parent, path, isInstance: !around.isStatic };
  return undefined;
}
