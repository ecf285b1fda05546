import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile, isRewritten } from "../source/source-file.js";
import { descendants, isWithin, unwrap } from "../source/syntax.js";
import { mayStopEarly } from "./early-exit.js";
import type { IdentifySite } from "./identify-site.js";
import { isPlain } from "./plain-expression.js";
import type { RefusalReason } from "./refusals.js";
import { meansTheSame } from "./same-meaning.js";
import { type ArgumentUse, argumentUses, type SiteExpression } from "./site-expression.js";

/**
 * Why expressions of a wrapper cannot be written at its call.
 *
 * @param expressions - in the order in which they are evaluated there
 */
export function inliningProblem(
  site: IdentifySite,
  expressions: readonly SiteExpression[],
): RefusalReason | undefined {
  const { wrapper, call } = site;
  if (!wrapper) return undefined;
  if (expressions.some((expression) => lacksArgument(expression, wrapper.node)))
    return "wrapper-arguments";
  if (expressions.some(({ node }) => !meansTheSame(site, node))) return "wrapper-scope";
  const uses = expressions.flatMap((expression) =>
    argumentUses(expression).map((use) => ({ ...use, expression })),
  );
  if (uses.some(({ node, value, expression }) => changesThis(node, value, expression)))
    return "wrapper-arguments";
  if (expressions.some((expression) => hidesName(expression, uses))) return "wrapper-arguments";
  if (call.arguments.some((argument) => losesError(argument, uses))) return "wrapper-arguments";
  const keepsOrder = call.arguments.every(
    (argument, index) =>
      isPlain(argument) || isEvaluatedInOrder(site.source, call, index, uses, expressions),
  );
  return keepsOrder ? undefined : "wrapper-arguments";
}

/** Whether a part of an argument that the wrapper does not read may throw, which nobody would see any more. */
function losesError(argument: TSESTree.Node, uses: readonly ArgumentUse[]): boolean {
  if (uses.some(({ value }) => value.argument === argument)) return false;
  const node = unwrap(argument);
  return node.type === AST_NODE_TYPES.ObjectExpression
    ? node.properties.some((property) =>
        losesError(property.type === AST_NODE_TYPES.Property ? property.value : property, uses),
      )
    : mayStopEarly(argument, new Set());
}

/** Whether an expression reads a parameter for which the call has no argument. */
function lacksArgument({ source, node, given }: SiteExpression, fn: TSESTree.Node): boolean {
  for (const inner of descendants(node)) {
    const variable = inner.type === AST_NODE_TYPES.Identifier && bindingOf(source, inner);
    if (!variable || given?.has(variable)) continue;
    if (variable.defs.some(({ node: definition }) => definition === fn)) return true;
  }
  return false;
}

/** Whether an argument is called there, which would get another `this`; or is an object literal that is read. */
function changesThis(
  node: TSESTree.Node,
  { argument, path }: ArgumentUse["value"],
  expression: SiteExpression,
): boolean {
  const { parent } = node;
  if (node === expression.node) return false;
  switch (parent?.type) {
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return (
        parent.callee === node && (path.length > 0 || argument.type !== AST_NODE_TYPES.Identifier)
      );
    case AST_NODE_TYPES.TaggedTemplateExpression:
      return true;
    case AST_NODE_TYPES.MemberExpression:
      return parent.object === node && unwrap(argument).type === AST_NODE_TYPES.ObjectExpression;
    default:
      return false;
  }
}

/** Whether a function in the expression declares a name that an argument reads. */
function hidesName({ source, node }: SiteExpression, uses: readonly ArgumentUse[]): boolean {
  const declared = new Set<string>();
  for (const inner of descendants(node)) {
    const variable = inner.type === AST_NODE_TYPES.Identifier && bindingOf(source, inner);
    if (variable && variable.defs.some(({ name }) => isWithin(name, node)))
      declared.add(variable.name);
  }
  return (
    declared.size > 0 &&
    uses.some(({ value }) =>
      [...descendants(value.argument)].some(
        (inner) => inner.type === AST_NODE_TYPES.Identifier && declared.has(inner.name),
      ),
    )
  );
}

/**
 * Whether an argument that does something (a call, an `await`) still does it once, and still after the arguments before
 * it and before everything else.
 */
function isEvaluatedInOrder(
  site: SourceFile,
  { arguments: given }: TSESTree.CallExpression,
  index: number,
  uses: readonly (ArgumentUse & { expression: SiteExpression })[],
  expressions: readonly SiteExpression[],
): boolean {
  const argument = given[index];
  const own = uses.filter(({ value }) => argument && isWithin(value.argument, argument));
  const [use, another] = own;
  if (!use || another || use.value.argument !== argument || use.value.path.length > 0) return false;
  const at = uses.indexOf(use);
  const indexOfUse = ({ value }: ArgumentUse): number =>
    given.findIndex((each) => isWithin(value.argument, each));
  const areBefore = uses
    .slice(0, at)
    .every((before) => before.node === before.expression.node && indexOfUse(before) < index);
  const areAfter = uses
    .slice(at + 1)
    .every((after) => indexOfUse(after) > index || isConstant(site, after.value.argument));
  const preceding = expressions.slice(0, expressions.indexOf(use.expression));
  const isFirst = preceding.every(({ node }) => uses.some((before) => before.node === node));
  return areBefore && areAfter && isFirst && use.node === use.expression.node;
}

/** Whether a value is the same whenever it is read: a literal, or a name that is never written again. */
function isConstant(source: SourceFile, node: TSESTree.Node): boolean {
  if (node.type === AST_NODE_TYPES.Literal) return true;
  const variable: Variable | undefined =
    node.type === AST_NODE_TYPES.Identifier ? bindingOf(source, node) : undefined;
  return variable !== undefined && !isRewritten(variable);
}
