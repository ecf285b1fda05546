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
import { assignedProperties } from "./assigned-properties.js";
import { isClass, membersNamed, partsOf, type PlacedClass } from "./class-members.js";
import { contextValues } from "./context-values.js";
import { undecorated } from "./decorated-function.js";
import type { Place } from "./exports.js";
import {
  containers,
  declared,
  type Definition,
  isSettled,
  ofElement,
  ofThis,
  sameObject,
} from "./definition-steps.js";
import { memberType } from "./member-type.js";
import { originOf } from "./origin.js";
import { decoratedBy } from "./project-decorator.js";
import { returnedBy } from "./returned-by.js";
import { stateRead, storeActions } from "./store-state.js";
import { constantSource, valueSources } from "./value-sources.js";
import { writtenType } from "./written-type.js";

/** A function, and the file that it stands in. */
export interface PlacedFunction {
  source: SourceFile;
  node: FunctionNode;
}

// Code that a person wrote takes a few dozen steps; what takes more is given up, so that no program can exhaust us.
const maxSteps = 300;

/** The function that an expression's value is, in this file or another; `undefined` where no code of the project says. */
export function functionOf(
  source: SourceFile,
  expression: TSESTree.Node,
): PlacedFunction | undefined {
  return functionAt(new Search().follow(at(source, expression)));
}

/**
 * The functions that an expression's value may be, {@link functionOf} first: `sync` of `withRetry(sync)` besides what
 * withRetry makes, `sync` of `isTest ? fake : sync`.
 *
 * @param otherwise - says the first where no code of the project does
 */
export function* functionsOf(
  source: SourceFile,
  expression: TSESTree.Node,
  otherwise: () => PlacedFunction | undefined,
): Generator<PlacedFunction> {
  const first = new Search();
  const fn = functionAt(first.follow(at(source, expression))) ?? otherwise();
  if (fn) yield fn;
  for (const choice of first.choices) {
    const other = functionAt(new Search(choice).follow(at(source, expression)));
    if (other) yield other;
  }
}

/** The function that a place is, with nothing left to read from it. */
export function functionAt({ source, node, path }: Definition): PlacedFunction | undefined {
  return isFunction(node) && path.length === 0 ? { source, node } : undefined;
}

/** The class that an object belongs to: `this`, `new Sync()`, a name that holds one, a typed parameter, an import. */
export function classOf(source: SourceFile, object: TSESTree.Node): PlacedClass | undefined {
  const { source: file, node, path, isInstance } = new Search().follow(at(source, object));
  return isClass(node) && path.length === 0
    ? { source: file, body: node.body, isStatic: isInstance !== true }
    : undefined;
}

/** Where a value is written, followed as far as the project's code says. */
export function followed(place: Definition): Definition {
  return new Search().follow(place);
}

function at(source: SourceFile, node: TSESTree.Node): Definition {
  return { source, node: unwrap(node), path: [] };
}

/** Which way a search goes where a value can be one of several: into what a decorator is given, or by the last of the alternatives. */
type Choice = "decorated" | "last";

/** Follows one expression. */
class Search {
  #steps = maxSteps;
  /** What a search may choose otherwise than this one did. */
  readonly choices = new Set<Choice>();

  constructor(private readonly choice?: Choice) {}

  /** Where places lead; to themselves while they are being followed, which ends recursion. */
  readonly #known = new Map<TSESTree.Node, Map<string, Definition>>();

  follow(from: Definition): Definition {
    const known = this.#knownAt(from.node);
    const key = `${from.path.join(".")} ${String(from.isInstance)}`;
    const before = known.get(key);
    if (before) return before;
    known.set(key, from);
    const found = this.#follow(from);
    known.set(key, found);
    return found;
  }

  #knownAt(node: TSESTree.Node): Map<string, Definition> {
    let known = this.#known.get(node);
    if (!known) this.#known.set(node, (known = new Map<string, Definition>()));
    return known;
  }

  #follow(from: Definition): Definition {
    let place: Definition = { ...from, node: unwrap(from.node) };
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
      case AST_NODE_TYPES.ArrayExpression:
        return ofElement(place, node);
      case AST_NODE_TYPES.ClassDeclaration:
      case AST_NODE_TYPES.ClassExpression:
        return this.#ofMember(place, node);
      case AST_NODE_TYPES.ThisExpression:
        return ofThis(place);
      case AST_NODE_TYPES.Super:
        return this.#ofBase(ofThis(place), path);
      case AST_NODE_TYPES.ImportExpression:
        return originOf(source, node, path);
      case AST_NODE_TYPES.LogicalExpression:
        return this.#oneOf(source, [node.left, node.right], path);
      case AST_NODE_TYPES.ConditionalExpression:
        return this.#oneOf(source, [node.consequent, node.alternate], path);
      case AST_NODE_TYPES.AssignmentExpression:
        return { source, node: node.right, path };
      case AST_NODE_TYPES.SequenceExpression:
        return { source, node: node.expressions.at(-1) ?? node, path };
      default:
        return undefined;
    }
  }

  #oneOf(
    source: SourceFile,
    nodes: readonly TSESTree.Node[],
    path: readonly string[],
  ): Definition | undefined {
    this.choices.add("last");
    return this.#firstOf(source, this.choice === "last" ? nodes.toReversed() : nodes, path);
  }

  /** The first of some expressions of a file that leads to code of the project. */
  #firstOf(
    source: SourceFile,
    nodes: readonly TSESTree.Node[],
    path: readonly string[],
  ): Definition | undefined {
    return this.#firstPlace(
      nodes.map((node) => ({ source, node })),
      path,
    );
  }

  #firstPlace(
    places: readonly Omit<Place, "path">[],
    path: readonly string[],
  ): Definition | undefined {
    for (const place of places) {
      const found = this.follow({ ...place, path });
      if (isSettled(found)) return found;
    }
    return undefined;
  }

  #ofName(place: Definition, node: TSESTree.Identifier): Definition | undefined {
    const { source, path } = place;
    const variable = bindingOf(source, node);
    if (!variable) return undefined;
    return (
      this.#ofAssigned(place, variable) ??
      declared(place, variable) ??
      this.#ofType(place, variable) ??
      originOf(source, node, path) ??
      this.#ofValue(place, variable)
    );
  }

  /** `halo.sync = async (user) => …` */
  #ofAssigned({ source, path }: Definition, variable: Variable): Definition | undefined {
    for (const { expression, path: rest } of assignedProperties(variable, path)) {
      const found = this.#firstOf(source, [expression], rest);
      if (found) return found;
    }
    return undefined;
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

  /** `client: HaloClient`, `{ client }: Services`. */
  #ofType({ source, path }: Definition, variable: Variable): Definition | undefined {
    for (const { name } of variable.defs) {
      const typed = writtenType(name);
      const found = typed && this.#instanceOf(source, typed.type, [...typed.path, ...path]);
      if (found) return found;
    }
    return undefined;
  }

  #instanceOf(
    file: SourceFile,
    written: TSESTree.TypeNode,
    properties: readonly string[],
  ): Definition | undefined {
    const { source, type, path } = memberType({ source: file, type: written, path: properties });
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
    if (sameObject.test(name)) return this.#firstOf(source, node.arguments.toReversed(), path);
    const plain = undecorated(node);
    if (plain !== node) return { source, node: plain, path };
    const context = contextValues(source, node);
    if (context) return this.#firstPlace(context.values, path);
    const origin = originOf(source, node, path);
    if (origin) return origin;
    const made =
      argument && containers.test(name)
        ? this.#ofInstance({ source, node: argument, path: [] }, path)
        : undefined;
    return made ?? this.#ofResult({ source, node, path }, node);
  }

  #ofResult(place: Definition, call: TSESTree.CallExpression): Definition | undefined {
    const { path } = place;
    const called = this.follow(at(place.source, calleeOf(call)));
    const state = stateRead(called, call);
    if (state) {
      const created = returnedBy(state.creator);
      return this.#firstOf(called.source, created, [...state.path, ...path]);
    }
    const actions = storeActions(called);
    if (actions) return this.#firstOf(called.source, actions.nodes, [...actions.path, ...path]);
    const { source, node, path: rest } = called;
    if (!isFunction(node) || rest.length > 0 || node.generator) return undefined;
    const decorated = path.length === 0 ? decoratedBy(node, call) : undefined;
    if (decorated) this.choices.add("decorated");
    if (decorated && this.choice === "decorated") return { ...place, node: decorated, path };
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
      const typed = type && this.#instanceOf(source, type.typeAnnotation, rest);
      if (typed) return typed;
      if (value) return { source, node: value, path: rest };
    }
    return this.#ofBase({ source, node, path, isInstance }, path);
  }

  /** What a class inherits. */
  #ofBase(derived: Definition | undefined, path: readonly string[]): Definition | undefined {
    if (!derived || !isClass(derived.node)) return undefined;
    const { source, node, isInstance } = derived;
    const base = node.superClass && this.follow({ source, node: node.superClass, path: [] });
    return base && isClass(base.node)
      ? { ...base, path, isInstance: isInstance === true }
      : undefined;
  }
}
