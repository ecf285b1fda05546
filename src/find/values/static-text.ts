import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, isImport, type SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, staticName, unwrap } from "../../source/syntax.js";
import { membersNamed } from "./class-members.js";
import { classOf, functionOf, type PlacedFunction } from "./definition.js";
import type { Place } from "./exports.js";
import { originOf } from "./origin.js";
import { constantSource, isRest } from "./value-sources.js";

/** Stands in a static text for a part that only the running program knows. */
export const unknownPart = "\0";

// A chain of constants longer than this is no code that a person wrote, and so is a text that takes more steps.
const maxDepth = 20;
const maxSteps = 2_000;

// A longer text is no URL.
const maxLength = 4_000;

/** What the parameters of a function stand for in one call of it. */
type Given = ReadonlyMap<Variable | undefined, string[]>;

/** How far the evaluation of one expression has got. */
interface Progress {
  depth: number;
  given: Given;
  steps: { left: number };
}

type TextsOf = (node: TSESTree.Node, given?: Given, source?: SourceFile) => string[];

/**
 * The texts that an expression can be, as far as the project's code says: constants, template literals, `+`, `??`, `new URL`.
 * A part that cannot be known is {@link unknownPart}: `${base}/api` gives `"\0/api"`.
 */
export function staticTexts(
  source: SourceFile,
  expression: TSESTree.Node,
  { depth, given, steps }: Progress = { depth: 0, given: new Map(), steps: { left: maxSteps } },
): string[] {
  if (depth > maxDepth || steps.left-- <= 0) return [unknownPart];
  const textsOf: TextsOf = (node, inner = given, file = source) =>
    staticTexts(file, node, { depth: depth + 1, given: inner, steps });
  const node = unwrap(expression);
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return [String(node.value)];
    case AST_NODE_TYPES.TemplateLiteral:
      return concatenate(
        node.quasis.flatMap((quasi, index) => {
          const hole = node.expressions[index];
          return [[quasi.value.cooked ?? unknownPart], hole ? textsOf(hole) : [""]];
        }),
      );
    case AST_NODE_TYPES.BinaryExpression:
      return node.operator === "+"
        ? concatenate([textsOf(node.left), textsOf(node.right)])
        : [unknownPart];
    case AST_NODE_TYPES.LogicalExpression:
      return [...textsOf(node.left), ...textsOf(node.right)];
    case AST_NODE_TYPES.ConditionalExpression:
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case AST_NODE_TYPES.NewExpression:
    case AST_NODE_TYPES.CallExpression:
      return ofCall(source, node, textsOf);
    case AST_NODE_TYPES.MemberExpression:
      if (staticName(node) === "href") return textsOf(node.object);
      return ofConstant(source, node, textsOf);
    case AST_NODE_TYPES.Identifier:
      return given.get(bindingOf(source, node)) ?? ofConstant(source, node, textsOf);
    default:
      return [unknownPart];
  }
}

/** `new URL(path, base)`, `String(url)`, `url.toString()`, `[a, b].join("/")`, `base.concat(path)`. */
function ofCall(
  source: SourceFile,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  textsOf: TextsOf,
): string[] {
  const [first, second] = node.arguments;
  const callee = calleeOf(node);
  const name = calleeName(node) ?? "";
  const object =
    callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : undefined;
  if (object && name === "toString") return textsOf(object);
  if (object && name === "concat")
    return concatenate([object, ...node.arguments].map((part) => textsOf(part)));
  if (object?.type === AST_NODE_TYPES.ArrayExpression && name === "join") {
    const separator = first ? textsOf(first) : [","];
    return concatenate(
      object.elements.flatMap((element, index) => [
        index === 0 ? [""] : separator,
        element ? textsOf(element) : [""],
      ]),
    );
  }
  const fn = functionOf(source, callee);
  if (fn) {
    const texts = node.arguments.map((argument) => textsOf(argument));
    return ofResult(fn, texts, textsOf);
  }
  if (!first || !["URL", "String"].includes(name) || isOwn(source, object ?? callee))
    return [unknownPart];
  if (!second) return textsOf(first);
  return textsOf(first).flatMap((path) => textsOf(second).map((base) => resolveUrl(path, base)));
}

/** `url("/users/identify")`, for a function that does nothing but build a text. */
function ofResult(
  { source, node: fn }: PlacedFunction,
  texts: readonly string[][],
  textsOf: TextsOf,
): string[] {
  const parts: readonly TSESTree.Node[] =
    fn.body.type === AST_NODE_TYPES.BlockStatement ? fn.body.body : [fn.body];
  const [only, another] = parts;
  const result = only?.type === AST_NODE_TYPES.ReturnStatement ? only.argument : only;
  if (!result || another || fn.async || fn.generator) return [unknownPart];
  const given = fn.params.flatMap((parameter, index) => {
    const variable = bindingOf(source, parameter);
    const text = texts[index];
    return variable && text ? [[variable, text] as const] : [];
  });
  return textsOf(result, new Map(given), source);
}

/** Whether a name is the file's own, and neither a global nor an import: a class that happens to be named URL. */
function isOwn(source: SourceFile, name: TSESTree.Node): boolean {
  const definition = bindingOf(source, name)?.defs[0];
  return definition !== undefined && !isImport(definition);
}

function resolveUrl(path: string, base: string): string {
  if (!path.includes(unknownPart) && !base.includes(unknownPart) && URL.canParse(path, base)) {
    return new URL(path, base).href;
  }
  if (path.startsWith(unknownPart) || /^[a-z]+:\/\//i.test(path)) return path;
  // An absolute path replaces the base's own path, a relative one its last segment; the origin stays unknown.
  return path.startsWith("/") ? unknownPart + path : base.replace(/[^/]*$/, "") + path;
}

/** Reads a name, or a member of an object literal, through the one declaration that gives its value. */
function ofConstant(
  source: SourceFile,
  node: TSESTree.Identifier | TSESTree.MemberExpression,
  textsOf: TextsOf,
): string[] {
  const value = constantValue(source, node);
  if (value) return withAssignedPath(source, node, value, textsOf);
  const origin = originOf(source, node);
  const elsewhere = origin && constantAt(origin);
  return elsewhere ? textsOf(elsewhere, undefined, origin.source) : [unknownPart];
}

/** What another file's export holds, where it is a constant. */
function constantAt({ source, node, path }: Place): TSESTree.Node | undefined {
  const [name, another] = path;
  if (name === undefined) return node;
  const object = constantValue(source, node);
  const value = object && propertyValue(object, path);
  return value ?? (another === undefined ? declaredMember(source, node, name) : undefined);
}

/** `url`, or what it becomes by `url.pathname = path`. */
function withAssignedPath(
  source: SourceFile,
  node: TSESTree.Node,
  value: TSESTree.Node,
  textsOf: TextsOf,
): string[] {
  const paths = value.type === AST_NODE_TYPES.NewExpression ? assignedPaths(source, node) : [];
  return paths.length === 0
    ? textsOf(value)
    : paths.flatMap((path) =>
        textsOf(path).flatMap((text) => textsOf(value).map((base) => resolveUrl(text, base))),
      );
}

/** `path` of `url.pathname = path`. */
function assignedPaths(source: SourceFile, node: TSESTree.Node): TSESTree.Node[] {
  const references = bindingOf(source, node)?.references ?? [];
  return references.flatMap(({ identifier: { parent } }) =>
    parent.type === AST_NODE_TYPES.MemberExpression &&
    staticName(parent) === "pathname" &&
    parent.parent.type === AST_NODE_TYPES.AssignmentExpression &&
    parent.parent.left === parent
      ? [parent.parent.right]
      : [],
  );
}

/**
 * The expression that a name or a member of a constant object literal stands for, one step away.
 * `undefined` where it may hold anything else.
 */
export function constantValue(
  source: SourceFile,
  expression: TSESTree.Node,
  depth = 0,
): TSESTree.Node | undefined {
  const node = unwrap(expression);
  if (depth > maxDepth) return undefined;
  if (node.type === AST_NODE_TYPES.MemberExpression) {
    const name = staticName(node);
    if (name === undefined) return undefined;
    const object = constantValue(source, node.object, depth + 1);
    return (object && propertyValue(object, [name])) ?? declaredMember(source, node.object, name);
  }
  if (node.type !== AST_NODE_TYPES.Identifier) return node;
  const variable = bindingOf(source, node);
  const origin = variable && constantSource(variable);
  return variable && origin && !isRest(variable)
    ? propertyValue(origin.expression, origin.path)
    : undefined;
}

/** The value of an enum's member, or of a class's read-only static field. */
function declaredMember(
  source: SourceFile,
  object: TSESTree.Node,
  name: string,
): TSESTree.Node | undefined {
  const definition = bindingOf(source, unwrap(object))?.defs[0]?.node;
  if (definition?.type === AST_NODE_TYPES.TSEnumDeclaration) {
    const member = definition.body.members.find(({ id }) =>
      id.type === AST_NODE_TYPES.Identifier ? id.name === name : id.value === name,
    );
    return member?.initializer;
  }
  const owner = classOf(source, object);
  const isHere = owner?.isStatic === true && owner.source.ast === source.ast;
  const [field, another] = isHere ? membersNamed(owner, name) : [];
  return field?.type === AST_NODE_TYPES.PropertyDefinition && !another
    ? (field.value ?? undefined)
    : undefined;
}

/** The name of a member or property, where a constant says it too: `ha[method]`. */
export function memberName(
  source: SourceFile,
  node: TSESTree.MemberExpression | TSESTree.Property,
): string | undefined {
  const name = staticName(node);
  if (name !== undefined || !node.computed) return name;
  const texts = staticTexts(
    source,
    node.type === AST_NODE_TYPES.MemberExpression ? node.property : node.key,
  );
  return texts.length === 1 && !texts[0]?.includes(unknownPart) ? texts[0] : undefined;
}

/** The value that an object literal gives at a path; `undefined` where a spread or a computed key may hide it. */
export function propertyValue(
  object: TSESTree.Node,
  path: readonly string[],
): TSESTree.Node | undefined {
  const [name, ...rest] = path;
  const node = unfrozen(unwrap(object));
  if (name === undefined) return node;
  if (node.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  const property = node.properties.findLast(
    (candidate) =>
      candidate.type === AST_NODE_TYPES.SpreadElement ||
      candidate.computed ||
      staticName(candidate) === name,
  );
  if (property?.type !== AST_NODE_TYPES.Property || staticName(property) !== name) return undefined;
  return propertyValue(property.value, rest);
}

/** `{ … }` of `Object.freeze({ … })`. */
function unfrozen(node: TSESTree.Node): TSESTree.Node {
  const frozen =
    node.type === AST_NODE_TYPES.CallExpression && calleeName(node) === "freeze"
      ? node.arguments[0]
      : undefined;
  return frozen ? unwrap(frozen) : node;
}

function concatenate(parts: readonly string[][]): string[] {
  // More alternatives than this say nothing that the first ones do not.
  const maxTexts = 16;
  const texts = parts.reduce<string[]>(
    (before, part) =>
      before.flatMap((text) => part.map((next) => join(text, next))).slice(0, maxTexts),
    [""],
  );
  return [...new Set(texts)];
}

function join(text: string, next: string): string {
  return text.length + next.length > maxLength ? unknownPart : text + next;
}
