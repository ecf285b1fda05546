import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { sdk } from "../../halo/sdk.js";
import { sharedStore } from "../../source/modules.js";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeOf, importedName, isFunction, isName, unwrap } from "../../source/syntax.js";
import { assignedProperties } from "./assigned-properties.js";
import { type ClassMember, membersNamed, partsOf, type PlacedClass } from "./class-members.js";
import { contextValues } from "./context-values.js";
import { firstOf } from "./first-of.js";
import { globalValue, type HaloValue, resultOf, step } from "./halo-members.js";
import { heldType } from "./hook-sources.js";
import { classOf, functionOf, type PlacedFunction } from "./definition.js";
import { originOf } from "./origin.js";
import { requiredModule } from "./required-module.js";
import { returnedBy } from "./returned-by.js";
import type { Settings } from "../settings.js";
import { memberName } from "./static-text.js";
import { typedValue } from "./typed-value.js";
import { valueSources } from "./value-sources.js";
import { writtenType } from "./written-type.js";

// Values that are passed on more often than this are not followed, so that no program can exhaust the stack.
const maxDepth = 100;

/**
 * Says what an expression's value is to the SDK, by following it through its file and those that it imports.
 * Ask through {@link haloValues}, which remembers its answers.
 */
class HaloValues {
  readonly #known = new Map<TSESTree.Node | Variable, HaloValue | undefined>();
  readonly #properties = new Map<TSESTree.Node | Variable, Map<string, HaloValue | undefined>>();
  #depth = 0;

  constructor(
    private readonly source: SourceFile,
    private readonly settings: Settings,
    private readonly files: Map<TSESTree.Program, HaloValues>,
  ) {
    files.set(source.ast, this);
  }

  of(expression: TSESTree.Node): HaloValue | undefined {
    const node = unwrap(expression);
    return this.#remember(
      node,
      () => this.#evaluate(node) ?? this.#ofOtherFile(node, []) ?? this.#ofType(node),
    );
  }

  /** What is read from an expression's value at a path. */
  #at(expression: TSESTree.Node, path: readonly string[]): HaloValue | undefined {
    return path.reduce(step, this.of(expression)) ?? this.#ofProperty(expression, path);
  }

  #in(source: SourceFile): HaloValues {
    return this.files.get(source.ast) ?? new HaloValues(source, this.settings, this.files);
  }

  #ofOtherFile(node: TSESTree.Node, path: readonly string[]): HaloValue | undefined {
    const origin = this.#depth < maxDepth ? originOf(this.source, node, path) : undefined;
    return origin && this.#in(origin.source).#at(origin.node, origin.path);
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
    const name = isName(node) ? this.source.types?.typeName(node) : undefined;
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
      const value = this.#at(expression, path);
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
    const typed = writtenType(name);
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
    return this.#ofContext(node, []) ?? this.#ofResult(functionOf(this.source, callee), []);
  }

  #ofResult(fn: PlacedFunction | undefined, path: readonly string[]): HaloValue | undefined {
    if (!fn || this.#depth >= maxDepth) return undefined;
    const values = this.#in(fn.source);
    this.#depth++;
    const value = firstOf(returnedBy(fn.node), (returned) => values.#at(returned, path));
    this.#depth--;
    return value;
  }

  /** `useContext(HaloContext)`. */
  #ofContext(call: TSESTree.CallExpression, path: readonly string[]): HaloValue | undefined {
    const handed = contextValues(this.source, call);
    if (!handed) return undefined;
    const typed = handed.type && typedValue(handed.type.source, handed.type.node, path);
    return typed ?? firstOf(handed.values, ({ source, node }) => this.#in(source).#at(node, path));
  }

  /** Reads a property off the class of an object, its type or its literal. */
  #ofProperty(object: TSESTree.Node, path: readonly string[]): HaloValue | undefined {
    const [name, ...rest] = path;
    if (name === undefined || this.#depth >= maxDepth) return undefined;
    return this.#rememberAt(object, path, () => {
      this.#depth++;
      const value = this.#ofPropertyNamed(object, name, rest);
      this.#depth--;
      return value;
    });
  }

  /** As `#remember` does: `x = { a: x, b: x }` has more ways to a property than can be walked, as have calls in circles. */
  #rememberAt(
    key: TSESTree.Node | Variable,
    path: readonly string[],
    evaluate: () => HaloValue | undefined,
  ): HaloValue | undefined {
    let known = this.#properties.get(key);
    if (!known) this.#properties.set(key, (known = new Map<string, HaloValue | undefined>()));
    const text = JSON.stringify(path);
    if (known.has(text)) return known.get(text);
    known.set(text, undefined);
    const value = evaluate();
    known.set(text, value);
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
    if (owner) return rest.reduce(step, this.#in(owner.source).#ofField(owner, name));
    const path = [name, ...rest];
    switch (object.type) {
      case AST_NODE_TYPES.ObjectExpression:
        return this.#ofLiteral(object, name, rest);
      case AST_NODE_TYPES.AwaitExpression:
        return this.#ofProperty(unwrap(object.argument), path);
      case AST_NODE_TYPES.ImportExpression:
        return this.#ofOtherFile(object, path);
      case AST_NODE_TYPES.CallExpression:
        return (
          this.#ofOtherFile(object, path) ??
          this.#ofContext(object, path) ??
          this.#ofResult(functionOf(this.source, calleeOf(object)), path)
        );
      case AST_NODE_TYPES.Identifier: {
        const variable = bindingOf(this.source, object);
        const value =
          variable &&
          this.#rememberAt(variable, path, () => this.#ofVariableProperty(variable, path));
        return value ?? this.#ofOtherFile(object, path);
      }
      default:
        return undefined;
    }
  }

  #ofVariableProperty(variable: Variable, path: readonly string[]): HaloValue | undefined {
    for (const { name } of variable.defs) {
      const typed = writtenType(name);
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
      return this.#at(value, rest);
    }
    return undefined;
  }

  /** `ha` of `this.ha`: a field, a getter, a parameter property, or an assignment anywhere in the class. */
  #ofField(owner: PlacedClass, name: string): HaloValue | undefined {
    for (const member of membersNamed(owner, name)) {
      const value = this.#remember(member, () => this.#ofFieldMember(member));
      if (value) return value;
    }
    return undefined;
  }

  #ofFieldMember(member: ClassMember): HaloValue | undefined {
    const { value, type } = partsOf(member);
    if (member.type === AST_NODE_TYPES.MethodDefinition) {
      if (member.kind !== "get" || !isFunction(value)) return undefined;
      return this.#ofResult({ source: this.source, node: value }, []);
    }
    const typed = type && typedValue(this.source, type.typeAnnotation);
    return typed ?? (value && this.of(value));
  }
}

function importSource(specifier: TSESTree.ImportClause): TSESTree.Node | undefined {
  const declaration = specifier.parent;
  return declaration.type === AST_NODE_TYPES.ImportDeclaration ? declaration.source : undefined;
}

const filesOf = sharedStore(() => new Map<TSESTree.Program, HaloValues>());

/** The {@link HaloValues} of a file; those of a project's files share what they know of each other. */
export function haloValues(source: SourceFile, settings: Settings): HaloValues {
  const files = filesOf(source);
  return files.get(source.ast) ?? new HaloValues(source, settings, files);
}
