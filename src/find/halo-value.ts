import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { sdk } from "../halo/sdk.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeOf, descendants, type FunctionNode, isFunction, unwrap } from "../source/syntax.js";
import { heldType } from "./hook-sources.js";
import { globalValue, type HaloValue, resultOf, step } from "./halo-members.js";
import { assignedProperties } from "./assigned-properties.js";
import {
  type ClassMember,
  classOf,
  type LocalClass,
  membersNamed,
  partsOf,
} from "./local-class.js";
import { requiredModule } from "./required-module.js";
import type { Settings } from "./settings.js";
import { memberName } from "./static-text.js";
import { importedName, typedValue } from "./typed-value.js";
import { functionNamed, patternPath, type ValueSource, valueSources } from "./value-sources.js";

// Values that are passed on more often than this are not followed, so that no program can exhaust the stack.
const maxDepth = 100;

/**
 * Says what an expression's value is to the SDK, by following it through this file.
 * Ask through {@link haloValues}, which remembers its answers.
 */
class HaloValues {
  readonly #known = new Map<TSESTree.Node | Variable, HaloValue | undefined>();
  readonly #properties = new Map<Variable, Map<string, HaloValue | undefined>>();
  #depth = 0;

  constructor(
    private readonly source: SourceFile,
    private readonly settings: Settings,
  ) {}

  of(expression: TSESTree.Node): HaloValue | undefined {
    const node = unwrap(expression);
    return this.#remember(node, () => this.#evaluate(node) ?? this.#ofType(node));
  }

  #remember(
    key: TSESTree.Node | Variable,
    evaluate: () => HaloValue | undefined,
  ): HaloValue | undefined {
    if (this.#known.has(key)) return this.#known.get(key);
    if (this.#depth >= maxDepth) return undefined;
    // Set before looking, so that `a = a ?? b` ends.
    this.#known.set(key, undefined);
    this.#depth++;
    const value = evaluate();
    this.#depth--;
    this.#known.set(key, value);
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
      case AST_NODE_TYPES.ImportExpression:
        return this.#ofModule(node.source);
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

  /** What the type of an expression says, for hosts that check types: an instance that another file makes. */
  #ofType(node: TSESTree.Node): HaloValue | undefined {
    const isValue =
      node.type === AST_NODE_TYPES.Identifier || node.type === AST_NODE_TYPES.MemberExpression;
    const name = isValue ? this.source.types?.typeName(node) : undefined;
    return name?.startsWith(sdk.global) === true ? "instance" : undefined;
  }

  #ofIdentifier(node: TSESTree.Identifier): HaloValue | undefined {
    if (this.settings.instances.includes(node.name)) return "instance";
    const variable = bindingOf(this.source, node);
    if (!variable) return globalValue(node.name);
    return this.#remember(variable, () => this.#ofVariable(variable));
  }

  #ofVariable(variable: Variable): HaloValue | undefined {
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
    switch (node.type) {
      case AST_NODE_TYPES.ImportSpecifier:
      case AST_NODE_TYPES.ImportDefaultSpecifier:
        if (this.#ofModule(importSource(node))) return "instance";
        // Only a hand-made typing or shim of the global can be imported under its name: it has no package.
        return (importedName(node) ?? spelled) === sdk.global ? "sdk" : undefined;
      case AST_NODE_TYPES.ImportNamespaceSpecifier:
        return this.#ofModule(importSource(node));
      case AST_NODE_TYPES.TSImportEqualsDeclaration:
        return node.moduleReference.type === AST_NODE_TYPES.TSExternalModuleReference
          ? this.#ofModule(node.moduleReference.expression)
          : undefined;
      case AST_NODE_TYPES.VariableDeclarator:
        if (node.parent.declare) return globalValue(spelled);
    }
    const typed = annotated(name);
    return typed && typedValue(this.source, typed.type, typed.path);
  }

  #ofModule(name: TSESTree.Node | undefined): HaloValue | undefined {
    return name?.type === AST_NODE_TYPES.Literal &&
      this.settings.modules.includes(String(name.value))
      ? "module"
      : undefined;
  }

  #ofMember(node: TSESTree.MemberExpression): HaloValue | undefined {
    const name = memberName(this.source, node);
    if (name === undefined) return undefined;
    return step(this.of(node.object), name) ?? this.#ofProperty(unwrap(node.object), [name]);
  }

  #ofCall(node: TSESTree.CallExpression): HaloValue | undefined {
    const callee = calleeOf(node);
    const value = this.of(callee);
    if (value) return resultOf(value);
    if (requiredModule(this.source, node) !== undefined) return this.#ofModule(node.arguments[0]);
    const fn = functionNamed(this.source, callee);
    return fn && this.#ofReturns(fn);
  }

  #ofReturns(fn: FunctionNode): HaloValue | undefined {
    if (fn.body.type !== AST_NODE_TYPES.BlockStatement) return this.of(fn.body);
    for (const node of descendants(fn.body, (inner) => !isFunction(inner))) {
      const value =
        node.type === AST_NODE_TYPES.ReturnStatement && node.argument
          ? this.of(node.argument)
          : undefined;
      if (value) return value;
    }
    return undefined;
  }

  /** Reads a property off the class of an object, its type or its literal. */
  #ofProperty(object: TSESTree.Node, path: readonly string[]): HaloValue | undefined {
    const [name, ...rest] = path;
    if (name === undefined || this.#depth >= maxDepth) return undefined;
    this.#depth++;
    const value = this.#ofPropertyNamed(object, name, rest);
    this.#depth--;
    return value;
  }

  #ofPropertyNamed(
    object: TSESTree.Node,
    name: string,
    rest: readonly string[],
  ): HaloValue | undefined {
    const held = heldType(object, name);
    const typed = held && typedValue(this.source, held, rest);
    if (typed) return typed;
    const owner = classOf(this.source, object);
    if (owner) return rest.reduce(step, this.#ofField(owner, name));
    if (object.type === AST_NODE_TYPES.ObjectExpression) return this.#ofLiteral(object, name, rest);
    if (object.type !== AST_NODE_TYPES.Identifier) return undefined;
    const variable = bindingOf(this.source, object);
    return variable && this.#propertyOf(variable, [name, ...rest]);
  }

  /** Remembers, as `#remember` does: `x = { a: x, b: x }` has more ways to a property than can be walked. */
  #propertyOf(variable: Variable, path: readonly string[]): HaloValue | undefined {
    let known = this.#properties.get(variable);
    if (!known) this.#properties.set(variable, (known = new Map<string, HaloValue | undefined>()));
    const key = JSON.stringify(path);
    if (known.has(key)) return known.get(key);
    known.set(key, undefined);
    const value = this.#ofVariableProperty(variable, path);
    known.set(key, value);
    return value;
  }

  #ofVariableProperty(variable: Variable, path: readonly string[]): HaloValue | undefined {
    for (const { name } of variable.defs) {
      const typed = annotated(name);
      const value = typed && typedValue(this.source, typed.type, [...typed.path, ...path]);
      if (value) return value;
    }
    for (const { expression, path: inner } of assignedProperties(variable, path)) {
      const value = inner.reduce(step, this.of(expression)) ?? this.#ofProperty(expression, inner);
      if (value) return value;
    }
    for (const origin of valueSources(this.source, variable)) {
      if (origin.expression.type === AST_NODE_TYPES.Identifier) continue;
      const value = this.#ofProperty(origin.expression, [...origin.path, ...path]);
      if (value) return value;
    }
    return undefined;
  }

  #ofLiteral(
    object: TSESTree.ObjectExpression,
    name: string,
    rest: readonly string[],
  ): HaloValue | undefined {
    for (const property of object.properties) {
      if (property.type !== AST_NODE_TYPES.Property) continue;
      if (memberName(this.source, property) !== name) continue;
      const value = unwrap(property.value);
      return rest.reduce(step, this.of(value)) ?? this.#ofProperty(value, rest);
    }
    return undefined;
  }

  /** `ha` of `this.ha`: a field, a getter, a parameter property, or an assignment anywhere in the class. */
  #ofField(owner: LocalClass, name: string): HaloValue | undefined {
    for (const member of membersNamed(owner, name)) {
      const value = this.#remember(member, () => this.#ofFieldMember(member));
      if (value) return value;
    }
    return undefined;
  }

  #ofFieldMember(member: ClassMember): HaloValue | undefined {
    const { value, type } = partsOf(member);
    if (member.type === AST_NODE_TYPES.MethodDefinition) {
      return member.kind === "get" && isFunction(value) ? this.#ofReturns(value) : undefined;
    }
    const typed = type && typedValue(this.source, type.typeAnnotation);
    return typed ?? (value && this.of(value));
  }
}

function importSource(specifier: TSESTree.ImportClause): TSESTree.Node | undefined {
  const declaration = specifier.parent;
  return declaration.type === AST_NODE_TYPES.ImportDeclaration ? declaration.source : undefined;
}

/** The type that is written at the pattern which a name stands in, and the way from it to the name. */
function annotated(
  name: TSESTree.Node,
): { type: TSESTree.TypeNode; path: ValueSource["path"] } | undefined {
  let pattern: TSESTree.Node = name;
  while (isPatternPart(pattern.parent)) pattern = pattern.parent;
  if (pattern.type === AST_NODE_TYPES.AssignmentPattern) pattern = pattern.left;
  const annotation = "typeAnnotation" in pattern ? pattern.typeAnnotation : undefined;
  return annotation?.type === AST_NODE_TYPES.TSTypeAnnotation
    ? { type: annotation.typeAnnotation, path: patternPath(name) }
    : undefined;
}

function isPatternPart(node: TSESTree.Node | undefined): node is TSESTree.Node {
  return (
    node?.type === AST_NODE_TYPES.ObjectPattern ||
    node?.type === AST_NODE_TYPES.ArrayPattern ||
    node?.type === AST_NODE_TYPES.AssignmentPattern ||
    (node?.type === AST_NODE_TYPES.Property && node.parent.type === AST_NODE_TYPES.ObjectPattern)
  );
}

/** A fresh {@link HaloValues} for one file. */
export function haloValues(source: SourceFile, settings: Settings): HaloValues {
  return new HaloValues(source, settings);
}
