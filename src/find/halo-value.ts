import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { sdk } from "../halo/sdk.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeOf,
  descendants,
  isFunction,
  staticName,
  unwrap,
} from "../source/syntax.js";
import type { Settings } from "./settings.js";
import { functionNamed, valueSources } from "./value-sources.js";

/**
 * What an expression's value is to Halo's SDK:
 * - `global object`: `window`, `globalThis`, `self`
 * - `sdk`: `HaloAgents`
 * - `factory`: `HaloAgents.init`
 * - `instance`: `HaloAgents.init({…})`
 * - `identify`: `ha.identify`
 * - `binder`: `ha.identify.bind`
 */
export type HaloValue = "binder" | "factory" | "global object" | "identify" | "instance" | "sdk";

const globalObjects = new Set(["window", "globalThis", "self", "global"]);

const members: Partial<Record<HaloValue, Record<string, HaloValue>>> = {
  "global object": {
    [sdk.global]: "sdk",
    [sdk.documentedInstanceName]: "instance",
    window: "global object",
    self: "global object",
    globalThis: "global object",
  },
  sdk: Object.fromEntries(sdk.instanceMethods.map((method) => [method, "factory"])),
  instance: { [sdk.identifyMethod]: "identify" },
  identify: { bind: "binder" },
};

const calls: Partial<Record<HaloValue, HaloValue>> = { factory: "instance", binder: "identify" };

/**
 * Says what an expression's value is to the SDK, by following it through this file.
 * Ask through {@link haloValues}, which remembers its answers.
 */
class HaloValues {
  readonly #known = new Map<TSESTree.Node, HaloValue | undefined>();

  constructor(
    private readonly source: SourceFile,
    private readonly settings: Settings,
  ) {}

  of(expression: TSESTree.Node): HaloValue | undefined {
    const node = unwrap(expression);
    if (this.#known.has(node)) return this.#known.get(node);
    // Set before looking, so that `a = a ?? b` ends.
    this.#known.set(node, undefined);
    const value = this.#evaluate(node);
    this.#known.set(node, value);
    return value;
  }

  #evaluate(node: TSESTree.Node): HaloValue | undefined {
    switch (node.type) {
      case AST_NODE_TYPES.Identifier:
        return this.#ofIdentifier(node);
      case AST_NODE_TYPES.MemberExpression:
        return this.#ofMember(node);
      case AST_NODE_TYPES.CallExpression:
        return this.#ofCall(node);
      case AST_NODE_TYPES.LogicalExpression:
        return this.of(node.right) ?? this.of(node.left);
      case AST_NODE_TYPES.ConditionalExpression:
        return this.of(node.consequent) ?? this.of(node.alternate);
      case AST_NODE_TYPES.AssignmentExpression:
        return this.of(node.right);
      case AST_NODE_TYPES.AwaitExpression:
        return this.of(node.argument);
      case AST_NODE_TYPES.SequenceExpression:
        return this.of(node.expressions.at(-1) ?? node);
      default:
        return undefined;
    }
  }

  #ofIdentifier(node: TSESTree.Identifier): HaloValue | undefined {
    const variable = bindingOf(this.source, node);
    if (this.settings.instances.includes(node.name)) return "instance";
    if (!variable) return globalValue(node.name);
    for (const definition of variable.defs) {
      const value = this.#ofDefinition(definition.name, definition.node);
      if (value) return value;
    }
    for (const { expression, path } of valueSources(this.source, variable)) {
      const value = path.reduce(step, this.of(expression)) ?? this.#ofProperty(expression, path);
      if (value) return value;
    }
    return undefined;
  }

  /** What the declaration alone says: an ambient global, an import, a type. */
  #ofDefinition(name: TSESTree.Node, node: TSESTree.Node): HaloValue | undefined {
    const spelled = name.type === AST_NODE_TYPES.Identifier ? name.name : "";
    if (
      node.type === AST_NODE_TYPES.ImportSpecifier ||
      node.type === AST_NODE_TYPES.ImportDefaultSpecifier
    ) {
      const imported =
        node.parent.type === AST_NODE_TYPES.ImportDeclaration && node.parent.source.value;
      if (imported && this.settings.modules.includes(imported)) return "instance";
      // Only a hand-made typing or shim of the global can be imported under its name: it has no package.
      return spelled === sdk.global ? "sdk" : undefined;
    }
    if (node.type === AST_NODE_TYPES.VariableDeclarator && node.parent.declare) {
      return globalValue(spelled);
    }
    return name.type === AST_NODE_TYPES.Identifier ? typedValue(name.typeAnnotation) : undefined;
  }

  #ofMember(node: TSESTree.MemberExpression): HaloValue | undefined {
    const name = staticName(node);
    if (name === undefined) return undefined;
    return step(this.of(node.object), name) ?? this.#ofProperty(unwrap(node.object), [name]);
  }

  #ofCall(node: TSESTree.CallExpression): HaloValue | undefined {
    const callee = calleeOf(node);
    const value = this.of(callee);
    if (value) return calls[value];
    if (isRequireOf(node, this.settings.modules)) return "instance";
    const fn = functionNamed(this.source, callee);
    return fn && this.#ofReturns(fn);
  }

  #ofReturns(fn: TSESTree.Node): HaloValue | undefined {
    if (!isFunction(fn)) return undefined;
    if (fn.body?.type !== AST_NODE_TYPES.BlockStatement)
      return fn.body ? this.of(fn.body) : undefined;
    for (const node of descendants(fn.body, (inner) => !isFunction(inner))) {
      const value =
        node.type === AST_NODE_TYPES.ReturnStatement && node.argument
          ? this.of(node.argument)
          : undefined;
      if (value) return value;
    }
    return undefined;
  }

  /** Reads a property of `this` off the class around it, or of an object off its literal. */
  #ofProperty(object: TSESTree.Node, path: readonly string[]): HaloValue | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return undefined;
    if (object.type === AST_NODE_TYPES.ThisExpression) {
      return rest.reduce(step, this.#ofField(object, name));
    }
    if (object.type === AST_NODE_TYPES.Identifier) {
      const variable = bindingOf(this.source, object);
      for (const origin of variable ? valueSources(this.source, variable) : []) {
        if (origin.expression.type === AST_NODE_TYPES.Identifier) continue;
        const value = this.#ofProperty(origin.expression, [...origin.path, ...path]);
        if (value) return value;
      }
    }
    if (object.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
    for (const property of object.properties) {
      if (property.type !== AST_NODE_TYPES.Property || staticName(property) !== name) continue;
      return (
        rest.reduce(step, this.of(property.value)) ?? this.#ofProperty(unwrap(property.value), rest)
      );
    }
    return undefined;
  }

  /** `ha` of `this.ha`: a field, a parameter property, or an assignment anywhere in the class. */
  #ofField(self: TSESTree.Node, name: string): HaloValue | undefined {
    const body = [...ancestors(self)].find((up) => up.type === AST_NODE_TYPES.ClassBody);
    if (!body) return undefined;
    for (const node of descendants(body)) {
      const value = this.#ofFieldPart(node, name);
      if (value) return value;
    }
    return undefined;
  }

  #ofFieldPart(node: TSESTree.Node, name: string): HaloValue | undefined {
    if (node.type === AST_NODE_TYPES.PropertyDefinition && staticName(node) === name) {
      return typedValue(node.typeAnnotation) ?? (node.value ? this.of(node.value) : undefined);
    }
    if (node.type === AST_NODE_TYPES.TSParameterProperty) {
      const target =
        node.parameter.type === AST_NODE_TYPES.AssignmentPattern
          ? node.parameter.left
          : node.parameter;
      const named = target.type === AST_NODE_TYPES.Identifier && target.name === name;
      return named ? typedValue(target.typeAnnotation) : undefined;
    }
    if (
      node.type === AST_NODE_TYPES.AssignmentExpression &&
      node.left.type === AST_NODE_TYPES.MemberExpression &&
      node.left.object.type === AST_NODE_TYPES.ThisExpression &&
      staticName(node.left) === name
    ) {
      return this.of(node.right);
    }
    return undefined;
  }
}

function step(value: HaloValue | undefined, name: string): HaloValue | undefined {
  const table = value && members[value];
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

function globalValue(name: string): HaloValue | undefined {
  if (globalObjects.has(name)) return "global object";
  return step("global object", name);
}

/** `HaloAgents` and `HaloAgentsInstance` type an instance, `typeof HaloAgents` the global itself. */
function typedValue(annotation: TSESTree.TSTypeAnnotation | undefined): HaloValue | undefined {
  if (!annotation) return undefined;
  for (const type of descendants(annotation.typeAnnotation)) {
    if (type.type === AST_NODE_TYPES.TSTypeQuery) {
      return type.exprName.type === AST_NODE_TYPES.Identifier && type.exprName.name === sdk.global
        ? "sdk"
        : undefined;
    }
    // An instance inside another type (a promise, a list, a function) is not the value itself.
    if (type.type !== AST_NODE_TYPES.TSTypeReference) {
      if (type.type === AST_NODE_TYPES.TSUnionType || type.type === AST_NODE_TYPES.TSNullKeyword)
        continue;
      if (type.type === AST_NODE_TYPES.TSUndefinedKeyword) continue;
      return undefined;
    }
    const name =
      type.typeName.type === AST_NODE_TYPES.TSQualifiedName ? type.typeName.left : type.typeName;
    return name.type === AST_NODE_TYPES.Identifier && name.name.startsWith(sdk.global)
      ? "instance"
      : undefined;
  }
  return undefined;
}

function isRequireOf(node: TSESTree.CallExpression, modules: readonly string[]): boolean {
  const [argument] = node.arguments;
  return (
    node.callee.type === AST_NODE_TYPES.Identifier &&
    node.callee.name === "require" &&
    argument?.type === AST_NODE_TYPES.Literal &&
    modules.includes(String(argument.value))
  );
}

/** A fresh {@link HaloValues} for one file. */
export function haloValues(source: SourceFile, settings: Settings): HaloValues {
  return new HaloValues(source, settings);
}
