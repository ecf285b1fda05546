import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { ancestors, calleeName, isLoop, staticName, unwrap, wrapped } from "../../source/syntax.js";

/** Methods that take elements out of a list. */
const shortening = /^(copyWithin|pop|shift|splice)$/;

/** Functions that say how long a list is, and decide nothing. */
const printers = /^(debug|error|info|log|printf?|start|succeed|trace|update|warn|write)$/;

/** What the length of a list is compared with, other than nothing at all: `500` of `batch.length >= 500`. */
export function lengthLimits(variable: Variable): readonly TSESTree.Node[] {
  return lengthsOf(variable).flatMap((length) => {
    const limit = comparedWith(length);
    return limit && !isNone(limit) && !isLoopEnd(length) ? [limit] : [];
  });
}

/** Whether code asks how long a list is, other than to say so, or takes elements out of it, or has another function look at it. */
export function isBounded(variable: Variable): boolean {
  return (
    lengthsOf(variable).some((length) => !isHarmless(length)) ||
    variable.references.some(({ identifier }) => {
      const use = wrapped(identifier);
      const { parent } = use;
      if (parent?.type === AST_NODE_TYPES.MemberExpression && parent.object === use)
        return shortening.test(staticName(parent) ?? "");
      return isLookedAt(use) || isDestructured(use);
    })
  );
}

/** `assertSize(users);` */
function isLookedAt({ parent: call }: TSESTree.Node): boolean {
  if (call?.type !== AST_NODE_TYPES.CallExpression) return false;
  const { parent } = wrapped(call);
  const name = calleeName(call) ?? "";
  return (
    parent?.type === AST_NODE_TYPES.ExpressionStatement &&
    /assert|check|ensure|expect|invariant|limit|valid|verify/i.test(name)
  );
}

/** `const { length } = users;` */
function isDestructured(use: TSESTree.Node): boolean {
  const { parent } = use;
  return (
    parent?.type === AST_NODE_TYPES.VariableDeclarator &&
    parent.init === use &&
    parent.id.type === AST_NODE_TYPES.ObjectPattern
  );
}

function lengthsOf({ references }: Variable): TSESTree.MemberExpression[] {
  return references.flatMap(({ identifier }) => {
    const use = wrapped(identifier);
    const { parent } = use;
    return parent?.type === AST_NODE_TYPES.MemberExpression &&
      parent.object === use &&
      staticName(parent) === "length"
      ? [parent]
      : [];
  });
}

/** The other side of a comparison. */
function comparedWith(length: TSESTree.Node): TSESTree.Node | undefined {
  const use = wrapped(length);
  const { parent } = use;
  if (parent?.type !== AST_NODE_TYPES.BinaryExpression) return undefined;
  if (!/^([<>]=?|[=!]==?)$/.test(parent.operator)) return undefined;
  return parent.left === use ? parent.right : parent.left;
}

function isNone(node: TSESTree.Node): boolean {
  const value = unwrap(node);
  return value.type === AST_NODE_TYPES.Literal && (value.value === 0 || value.value === 1);
}

/** `i < users.length` of a `for`. */
function isLoopEnd(length: TSESTree.Node): boolean {
  const comparison = wrapped(length).parent;
  const loop = comparison?.parent;
  return loop?.type === AST_NODE_TYPES.ForStatement && loop.test === comparison;
}

/** Whether a length is only asked whether there is anything, counted to, or printed. */
function isHarmless(length: TSESTree.Node): boolean {
  const limit = comparedWith(length);
  if (limit) return isNone(limit) || isLoopEnd(length);
  const { parent } = wrapped(length);
  if (parent?.type === AST_NODE_TYPES.UnaryExpression) return true;
  if (parent?.type === AST_NODE_TYPES.IfStatement || (parent && isLoop(parent))) return true;
  for (const up of ancestors(length)) {
    if (up.type === AST_NODE_TYPES.CallExpression) return printers.test(calleeName(up) ?? "");
    if (
      up.type !== AST_NODE_TYPES.TemplateLiteral &&
      up.type !== AST_NODE_TYPES.BinaryExpression &&
      up.type !== AST_NODE_TYPES.Property &&
      up.type !== AST_NODE_TYPES.ObjectExpression
    )
      return false;
  }
  return false;
}
