import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { propertyValue } from "../find/values/static-text.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { childrenOf, descendants, isWithin, staticName, unwrap } from "../source/syntax.js";
import { applyEdits, type TextEdit } from "../source/text-edit.js";
import { mayStopEarly } from "./early-exit.js";
import { holdsLines, indentationAt, reindent } from "./layout.js";

/** What a wrapper's parameter stands for in one call: `user.company.name` is `user` with the path `["company", "name"]`. */
export interface GivenValue {
  argument: TSESTree.Node;
  path: readonly string[];
}

/** An expression as it reads at a call site: with the call's arguments in the place of the wrapper's parameters. */
export interface SiteExpression {
  /** The file that the expression stands in. */
  source: SourceFile;
  node: TSESTree.Node;
  /** What the parameters stand for; `undefined` where the expression stands at the call site itself. */
  given: ReadonlyMap<Variable, GivenValue> | undefined;
  /** The file of the call site, where the arguments stand. */
  site: SourceFile;
}

/** A place in an expression where an argument goes. */
export interface ArgumentUse {
  /** What goes there: a parameter, or a member of one that is given an object literal. */
  node: TSESTree.Node;
  value: GivenValue;
}

/** The expression itself; where it is nothing but a parameter, the argument. */
export function resolved(expression: SiteExpression): SiteExpression {
  const value = valueOf(expression, expression.node);
  return value?.path.length === 0
    ? { ...expression, source: expression.site, node: value.argument, given: undefined }
    : expression;
}

/** What an argument holds at a path, as far as object literals show. `undefined` where one of them may hide it. */
export function valueAt(argument: TSESTree.Node, path: readonly string[]): GivenValue | undefined {
  const [name, ...rest] = path;
  if (name === undefined || unwrap(argument).type !== AST_NODE_TYPES.ObjectExpression)
    return { argument, path };
  const value = propertyValue(argument, [name]);
  return value && valueAt(value, rest);
}

/** The argument that goes where a node is. */
function valueOf(expression: SiteExpression, node: TSESTree.Node): GivenValue | undefined {
  if (node.type === AST_NODE_TYPES.Identifier) {
    const variable = bindingOf(expression.source, node);
    return variable && expression.given?.get(variable);
  }
  if (node.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  const name = staticName(node);
  const object = valueOf(expression, node.object);
  if (name === undefined || !object || object.path.length > 0) return undefined;
  const isLiteral = unwrap(object.argument).type === AST_NODE_TYPES.ObjectExpression;
  return isLiteral ? valueAt(object.argument, [name]) : undefined;
}

/** The places in an expression where arguments go, in the order of the source. */
export function argumentUses(expression: SiteExpression, node = expression.node): ArgumentUse[] {
  const value = valueOf(expression, node);
  if (value) return [{ node, value }];
  // The key of `{ plan }` has the same place as its value.
  if (node.type === AST_NODE_TYPES.Property && node.shorthand)
    return argumentUses(expression, node.value);
  return childrenOf(node).flatMap((child) => argumentUses(expression, child));
}

/** The code of the call site's file that the expression is made of. */
export function keptNodes(expression: SiteExpression): TSESTree.Node[] {
  return expression.given
    ? argumentUses(expression).map(({ value }) => value.argument)
    : [expression.node];
}

/** The names that the expression reads where it stands, if that is not the call site. */
export function ownNames({ node, given }: SiteExpression): string[] {
  if (!given) return [];
  return [...descendants(node)].flatMap((inner) =>
    inner.type === AST_NODE_TYPES.Identifier ? [inner.name] : [],
  );
}

/**
 * The code of the expression, or of a part of it.
 *
 * @param changes - edits of the file that the expression stands in
 */
export function codeOf(
  expression: SiteExpression,
  node = expression.node,
  changes: readonly TextEdit[] = [],
): string {
  const inside = changes.filter((change) => isWithin(change, node));
  const uses = argumentUses(expression, node)
    .filter((use) => !inside.some((change) => isWithin(use.node, change)))
    .map((use) => ({ range: use.node.range, text: codeOfUse(expression, use, node) }));
  const edits = [...inside, ...uses].map(({ range, text }) => ({
    range: [range[0] - node.range[0], range[1] - node.range[0]] as const,
    text,
  }));
  return applyEdits(expression.source.text.slice(...node.range), edits);
}

/** As {@link codeOf}, for a line with this indentation. A template literal over several lines stays as it is. */
export function codeAt(
  expression: SiteExpression,
  indentation: string,
  changes: readonly TextEdit[] = [],
): string {
  const { source, node } = expression;
  const code = codeOf(expression, node, changes);
  return [node, ...keptNodes(expression)].some(holdsLines)
    ? code
    : reindent(code, indentationAt(source.text, node.range[0]), indentation);
}

function codeOfUse(
  { source, site }: SiteExpression,
  { node, value: { argument, path } }: ArgumentUse,
  whole: TSESTree.Node,
): string {
  const text = reindent(
    site.text.slice(...argument.range),
    indentationAt(site.text, argument.range[0]),
    indentationAt(source.text, node.range[0]),
  );
  const members = path.map((name) =>
    /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`,
  );
  const isRead = path.length > 0 || isObjectOfMember(node);
  const needsParentheses =
    !standsAlone(argument, isRead) && (path.length > 0 || (node !== whole && !isLoose(node)));
  const code = (needsParentheses ? `(${text})` : text) + members.join("");
  const { parent } = node;
  const isShorthand =
    parent?.type === AST_NODE_TYPES.Property && parent.shorthand && node !== whole;
  const key = isShorthand ? source.text.slice(...node.range) : "";
  return isShorthand && key !== code ? `${key}: ${code}` : code;
}

export function isObjectOfMember(node: TSESTree.Node): boolean {
  return node.parent?.type === AST_NODE_TYPES.MemberExpression && node.parent.object === node;
}

/** Whether an expression needs no parentheses whatever stands around it. */
export function standsAlone(node: TSESTree.Node, isRead: boolean): boolean {
  switch (node.type) {
    case AST_NODE_TYPES.ArrayExpression:
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression:
    case AST_NODE_TYPES.TemplateLiteral:
    case AST_NODE_TYPES.ThisExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
      return true;
    case AST_NODE_TYPES.ChainExpression:
      return !isRead;
    case AST_NODE_TYPES.Literal:
      return !isRead || typeof node.value !== "number";
    default:
      return false;
  }
}

/** Whether any expression may stand where a node is without parentheses. */
export function isLoose(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case AST_NODE_TYPES.ArrayExpression:
    case AST_NODE_TYPES.Property:
    case AST_NODE_TYPES.TemplateLiteral:
      return true;
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return parent.callee !== node;
    default:
      return false;
  }
}

/** Whether the expression may throw, or stop its function in another way. */
export function mayFail(expression: SiteExpression): boolean {
  if (mayStopEarly(expression.node, new Set())) return true;
  return argumentUses(expression).some(({ node, value: { argument, path } }) => {
    const reads = path.length + (isObjectOfMember(node) ? 1 : 0);
    return (
      mayStopEarly(argument, new Set()) ||
      (unwrap(argument).type === AST_NODE_TYPES.Identifier ? reads > 1 : reads > 0)
    );
  });
}
