import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  type FunctionNode,
  isFunction,
  isWithin,
  unwrap,
} from "../../source/syntax.js";
import { functionsRunBy } from "../uses/called-function.js";
import { followed, functionOf } from "../values/definition.js";
import { originOf } from "../values/origin.js";
import { returnedBy } from "../values/returned-by.js";
import { memberName } from "../values/static-text.js";
import { constantSource, patternPath, valueSources } from "../values/value-sources.js";
import { addedParts } from "./added-parts.js";
import { cutList, listGivenTo, loopedOver } from "./list-behind.js";
import { isNothing, partsOf } from "./object-parts.js";
import { restOf } from "./rest-names.js";
import {
  absent,
  type Elements,
  type Field,
  type Given,
  joined,
  joinedElements,
  type Traced,
  unknown,
} from "./traced.js";
import { typedProperties } from "./typed-properties.js";

// Code that a person wrote takes a few dozen steps; what takes more is given up, so that no program can exhaust us.
const maxSteps = 500;

/** Calls that give back what they are given. */
const sameValue = /^(freeze|resolve|seal|structuredClone)$/;

/** Calls of a list that give a list of the same elements, or of some of them. */
const sameElements = /^(concat|filter|reverse|slice|sort|splice|toReversed|toSorted|values)$/;

/** Calls that cut a list into lists. */
const cutters =
  /^(_?chunk(s|ed)?|(in|to|into|split)?(batches|chunks)|splitEvery|batch|chunkArray)$/i;

/**
 * Follows values backwards: what an expression can be, what properties an object has, what elements a list has, through
 * names, files, functions and the calls that {@link Given} stands for. One is made for each question.
 */
export class Tracer {
  #steps = maxSteps;
  readonly #open = new Set<TSESTree.Node>();

  /** Whether an answer rested on what the parameters stand for. */
  usedGiven = false;

  /** The variables by which values were followed. */
  readonly passed = new Set<Variable>();

  /** The literals whose numbers were read. */
  readonly numbers = new Set<TSESTree.Node>();

  /** The expressions that a value can be; what leads no further stands for itself. */
  alternatives(value: Traced): readonly Traced[] {
    const node = unwrap(value.node);
    const self = node === value.node ? value : { ...value, node };
    if (self.isPiece === true || this.#steps-- <= 0 || this.#open.has(node)) return [self];
    this.#open.add(node);
    try {
      return this.#step(self);
    } finally {
      this.#open.delete(node);
    }
  }

  #step(value: Traced): readonly Traced[] {
    const { node } = value;
    const of = (...nodes: TSESTree.Node[]): readonly Traced[] =>
      nodes.flatMap((next) => this.alternatives({ ...value, node: next, holder: undefined }));
    switch (node.type) {
      case AST_NODE_TYPES.AwaitExpression:
        return of(node.argument);
      case AST_NODE_TYPES.ConditionalExpression:
        return of(node.consequent, node.alternate);
      case AST_NODE_TYPES.LogicalExpression:
        return of(node.left, node.right);
      case AST_NODE_TYPES.AssignmentExpression:
        return of(node.right);
      case AST_NODE_TYPES.SequenceExpression:
        return of(node.expressions.at(-1) ?? node);
      case AST_NODE_TYPES.Identifier:
        return this.#ofName(value, node);
      case AST_NODE_TYPES.MemberExpression:
        return this.#ofMember(value, node);
      case AST_NODE_TYPES.CallExpression:
        return this.#ofCall(value, node);
      default:
        return [value];
    }
  }

  #ofName(value: Traced, name: TSESTree.Identifier): readonly Traced[] {
    const variable = bindingOf(value.source, name);
    const rest = variable && restOf(variable);
    if (variable) this.passed.add(variable);
    if (!variable || rest === "unknown") return [value];
    const all = this.#ofVariable(value, name, variable);
    return rest
      ? all.map((each) => ({ ...each, without: [...(each.without ?? []), ...rest.without] }))
      : all;
  }

  #ofVariable(value: Traced, name: TSESTree.Identifier, variable: Variable): readonly Traced[] {
    const { source, given } = value;
    const definition = variable.defs[0];
    const fn = definition?.node;
    if (isFunction(fn) && fn.id !== definition?.name)
      return this.#ofParameter(value, fn, variable) ?? [value];
    const list = loopedOver(variable);
    if (list) return this.#ofElement(value, { ...value, node: list });
    const constant = constantSource(variable);
    if (constant) {
      const { expression: node, path } = constant;
      const holder = path.length === 0 ? variable : undefined;
      return this.#at(value, { source, node, given, holder }, path);
    }
    const origin = originOf(source, name);
    if (origin) {
      const found = { source: origin.source, node: origin.node, given: new Map() };
      return this.#at(value, found, origin.path);
    }
    const sources = valueSources(source, variable);
    const all = sources.flatMap(({ expression, path }) =>
      this.#at(value, { source, node: expression, given, holder: variable }, path),
    );
    return all.length > 0 ? all : [value];
  }

  #ofParameter(value: Traced, fn: FunctionNode, variable: Variable): readonly Traced[] | undefined {
    const [name] = variable.identifiers;
    const parameter = name && fn.params.find((each) => isWithin(name, each));
    if (!parameter) return undefined;
    const path = patternPath(name);
    if (value.given.has(parameter)) {
      this.usedGiven = true;
      const argument = value.given.get(parameter);
      const preset = defaultOf(parameter);
      if (argument) return this.#at(value, argument, path);
      return preset ? this.#at(value, { ...value, node: preset }, path) : [];
    }
    const list = parameter === fn.params[0] ? listGivenTo(fn) : undefined;
    return list && path.length === 0
      ? this.#ofElement(value, { ...value, node: list, holder: undefined })
      : undefined;
  }

  #ofElement(value: Traced, list: Traced): readonly Traced[] {
    const { values } = this.elements(list);
    return values.length > 0 ? values.flatMap((each) => this.alternatives(each)) : [value];
  }

  #ofMember(value: Traced, node: TSESTree.MemberExpression): readonly Traced[] {
    const { source, given } = value;
    const name = memberName(source, node);
    const object = { source, node: node.object, given };
    if (name === undefined) return this.#ofElement(value, object);
    const { values } = this.field(object, name);
    if (values.length > 0) return values.flatMap((each) => this.alternatives(each));
    const place = followed({ source, node, path: [] });
    return place.node === node || place.path.length > 0 || place.node.type === node.type
      ? [value]
      : this.alternatives({ source: place.source, node: place.node, given });
  }

  #ofCall(value: Traced, call: TSESTree.CallExpression): readonly Traced[] {
    const [first] = call.arguments;
    if (first && sameValue.test(calleeName(call) ?? ""))
      return this.alternatives({ ...value, node: first, holder: undefined });
    for (const { source, node: fn } of functionsRunBy(value.source, call)) {
      const results = fn.generator ? [] : returnedBy(fn);
      if (results.length === 0) continue;
      const given = givenTo(fn, call, value);
      return results.flatMap((node) => this.alternatives({ source, node, given }));
    }
    return [value];
  }

  /** What is at a path of a value; the name itself where that cannot be told. */
  #at(name: Traced, value: Traced, path: readonly string[]): readonly Traced[] {
    const [property, ...rest] = path;
    if (property === undefined) return this.alternatives(value);
    const { values } = this.field(value, property);
    return values.length > 0 ? values.flatMap((each) => this.#at(name, each, rest)) : [name];
  }

  /** What an object says of a property, its values followed to where they are written. */
  resolvedField(object: Traced, name: string): Field {
    const field = this.field(object, name);
    const values = field.values.flatMap((each) => this.alternatives(each));
    const isLeftOut = field.values.length > 0 && values.length === 0;
    return { ...field, values, mayBeAbsent: field.mayBeAbsent || isLeftOut };
  }

  /** What an object says of a property. */
  field(object: Traced, name: string): Field {
    const alternatives = this.alternatives(object);
    return joined(alternatives.map((each) => this.#fieldOf(each, name)));
  }

  #fieldOf(value: Traced, name: string): Field {
    const { source, node, holder, without } = value;
    const given = (each: TSESTree.Node): Traced => ({ source, node: each, given: value.given });
    if (isNothing(node) || without?.includes(name) === true) return absent;
    const parts = partsOf(node);
    if (!parts) return typedProperties(source, node)?.has(name) === false ? absent : unknown;
    const added = holder && addedParts(holder);
    const set = added?.properties.get(name);
    if (added && (added.deletesAny || added.deleted.has(name)))
      return { ...unknown, values: (set ?? []).map(given) };
    const own = this.#lastOf([...parts, ...(added?.assigned ?? [])], given, name);
    if (set) return { ...own, values: [...own.values, ...set.map(given)], mayBeAbsent: false };
    return added?.isUnknown === true ? { ...own, isUnknown: true } : own;
  }

  /** The property that the last of some parts gives: properties, and objects that are spread. */
  #lastOf(
    parts: readonly TSESTree.Node[],
    given: (node: TSESTree.Node) => Traced,
    name: string,
  ): Field {
    let found: Field = absent;
    for (const part of parts.toReversed()) {
      const next = this.#ofPart(part, given, name);
      found = {
        values: [...next.values, ...found.values],
        mayBeAbsent: next.mayBeAbsent,
        isUnknown: found.isUnknown || next.isUnknown,
      };
      if (!next.mayBeAbsent) break;
    }
    return found;
  }

  #ofPart(part: TSESTree.Node, given: (node: TSESTree.Node) => Traced, name: string): Field {
    if (part.type === AST_NODE_TYPES.Property) {
      const key = memberName(given(part).source, part);
      if (key === undefined) return unknown;
      return key === name
        ? { values: [given(part.value)], mayBeAbsent: false, isUnknown: false }
        : absent;
    }
    const spread = unwrap(part.type === AST_NODE_TYPES.SpreadElement ? part.argument : part);
    // `...(isBackfill && { update_only: true })`
    const isGuarded = spread.type === AST_NODE_TYPES.LogicalExpression && spread.operator === "&&";
    const field = this.field(given(isGuarded ? spread.right : spread), name);
    return isGuarded ? { ...field, mayBeAbsent: true } : field;
  }

  /** What a list holds. */
  elements(list: Traced): Elements {
    return joinedElements(this.alternatives(list).map((each) => this.#elementsOf(each)));
  }

  #elementsOf(value: Traced): Elements {
    const { node, holder, source, given } = value;
    if (isNothing(node)) return { values: [], isUnknown: false };
    if (node.type === AST_NODE_TYPES.CallExpression) return this.#elementsOfCall(value, node);
    if (node.type !== AST_NODE_TYPES.ArrayExpression) return { values: [], isUnknown: true };
    const added = holder && addedParts(holder);
    const parts = [...node.elements, ...(added?.elements ?? [])].flatMap((part): Elements[] => {
      if (!part) return [];
      return part.type === AST_NODE_TYPES.SpreadElement
        ? [this.elements({ source, given, node: part.argument })]
        : [{ values: [{ source, given, node: part }], isUnknown: false }];
    });
    const held = joinedElements(parts);
    return added?.isUnknown === true ? { ...held, isUnknown: true } : held;
  }

  #elementsOfCall(value: Traced, call: TSESTree.CallExpression): Elements {
    const name = calleeName(call) ?? "";
    const callee = calleeOf(call);
    const object = callee.type === AST_NODE_TYPES.MemberExpression ? callee.object : undefined;
    const at = (node: TSESTree.Node): Traced => ({ ...value, node, holder: undefined });
    const [first, second] = call.arguments;
    if (cutters.test(name)) {
      const list = cutList(call);
      if (value.isPiece === true && list) return this.elements({ ...at(list), isPiece: false });
      return { values: list ? [{ ...at(call), isPiece: true }] : [], isUnknown: !list };
    }
    if (object && sameElements.test(name)) {
      const lists = name === "concat" ? [object, ...call.arguments] : [object];
      return joinedElements(lists.map((each) => this.elements(at(each))));
    }
    const mapped = /^(flatMap|map)$/.test(name) ? first : name === "from" ? second : undefined;
    if (mapped) return this.#resultsOf(value, mapped, name === "flatMap");
    if (first && /^(all|from|of)$/.test(name)) return this.elements(at(first));
    return { values: [], isUnknown: true };
  }

  /** What a callback of `map` makes of elements. */
  #resultsOf(value: Traced, callback: TSESTree.Node, isFlat: boolean): Elements {
    const fn = functionOf(value.source, callback);
    if (!fn) return { values: [], isUnknown: true };
    const results = returnedBy(fn.node).map((node): Traced => {
      return { source: fn.source, node, given: value.given };
    });
    const isUnknown = results.length === 0;
    if (isUnknown || !isFlat) return { values: results, isUnknown };
    return joinedElements(results.map((each) => this.elements(each)));
  }
}

/** What the parameters of a function stand for in a call of it. */
export function givenTo(
  fn: FunctionNode,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  { source, given }: Omit<Traced, "node">,
): Given {
  const isDynamic = call.arguments.some(({ type }) => type === AST_NODE_TYPES.SpreadElement);
  if (isDynamic) return given;
  const own = fn.params.flatMap((parameter, index) => {
    const node = call.arguments[index];
    return parameter.type === AST_NODE_TYPES.RestElement
      ? []
      : [[parameter, node && { source, node, given }] as const];
  });
  return new Map<TSESTree.Parameter, Traced | undefined>([...given, ...own]);
}

function defaultOf(parameter: TSESTree.Parameter): TSESTree.Node | undefined {
  return parameter.type === AST_NODE_TYPES.AssignmentPattern ? parameter.right : undefined;
}
