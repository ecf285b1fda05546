import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { childrenOf, isFunction, isLoop, unwrap } from "../source/syntax.js";

/**
 * Whether code may stop before its end: by an exception, a return, or a jump. Then users who are collected must
 * still be sent. Reading a property of a plain name counts as safe, as does everything built from such reads.
 *
 * @param ignored - parts that the rewrite takes away
 */
export function mayStopEarly(node: TSESTree.Node, ignored: ReadonlySet<TSESTree.Node>): boolean {
  if (ignored.has(node)) return false;
  switch (node.type) {
    case AST_NODE_TYPES.CallExpression:
      if (!isConversion(node)) return true;
      break;
    case AST_NODE_TYPES.AwaitExpression:
    case AST_NODE_TYPES.ClassDeclaration:
    case AST_NODE_TYPES.ClassExpression:
    case AST_NODE_TYPES.ImportExpression:
    case AST_NODE_TYPES.NewExpression:
    case AST_NODE_TYPES.ReturnStatement:
    case AST_NODE_TYPES.TaggedTemplateExpression:
    case AST_NODE_TYPES.ThrowStatement:
    case AST_NODE_TYPES.YieldExpression:
      return true;
    case AST_NODE_TYPES.BreakStatement:
    case AST_NODE_TYPES.ContinueStatement:
      return node.label !== null;
    case AST_NODE_TYPES.BinaryExpression:
      if (node.operator === "in" || node.operator === "instanceof") return true;
      break;
    case AST_NODE_TYPES.ForOfStatement:
      // What one user lacks cannot be iterated over: `for (const member of company.members)`.
      if (node.await || unwrap(node.right).type !== AST_NODE_TYPES.ArrayExpression) return true;
      break;
    case AST_NODE_TYPES.SpreadElement:
      if (node.parent.type !== AST_NODE_TYPES.ObjectExpression) return true;
      break;
    case AST_NODE_TYPES.MemberExpression:
      if (!isSafeRead(node)) return true;
      break;
    case AST_NODE_TYPES.ArrayPattern:
      return true;
    default:
      // A function that is only written down runs later, if at all.
      if (isFunction(node)) return false;
  }
  return childrenOf(node).some((child) => mayStopEarly(child, ignored));
}

/** `Number(row.mrr)`: what comes from JSON, a database or a file can always be made into a plain value. */
function isConversion({ callee, optional }: TSESTree.CallExpression): boolean {
  return (
    !optional &&
    callee.type === AST_NODE_TYPES.Identifier &&
    /^(Boolean|Number|String|parseFloat|parseInt)$/.test(callee.name)
  );
}

/** `user.plan`, `user?.company?.name`, `process.env.X`; not `user.company.name`, whose company may be missing. */
function isSafeRead(node: TSESTree.MemberExpression): boolean {
  if (node.optional) return true;
  const object = unwrap(node.object);
  if (object.type === AST_NODE_TYPES.Identifier || object.type === AST_NODE_TYPES.ThisExpression)
    return true;
  return (
    object.type === AST_NODE_TYPES.MemberExpression &&
    object.object.type === AST_NODE_TYPES.Identifier &&
    object.object.name === "process"
  );
}

/** Whether a loop has no way to end: `while (true)` without a break, return or throw. */
export function isEndless(node: TSESTree.Node): boolean {
  const test =
    node.type === AST_NODE_TYPES.WhileStatement || node.type === AST_NODE_TYPES.DoWhileStatement
      ? node.test
      : node.type === AST_NODE_TYPES.ForStatement
        ? (node.test ?? "none")
        : undefined;
  if (test === undefined) return false;
  if (test !== "none" && !(test.type === AST_NODE_TYPES.Literal && test.value)) return false;
  return !leaves(node, true);
}

/** Whether a jump out of the loop is written in the node. `inLoop` ends at inner loops and switches. */
function leaves(node: TSESTree.Node, inLoop: boolean): boolean {
  return childrenOf(node).some((child) => {
    if (isFunction(child)) return false;
    if (
      child.type === AST_NODE_TYPES.ReturnStatement ||
      child.type === AST_NODE_TYPES.ThrowStatement
    )
      return true;
    if (child.type === AST_NODE_TYPES.BreakStatement) return inLoop || child.label !== null;
    const inner = isLoop(child) || child.type === AST_NODE_TYPES.SwitchStatement;
    return leaves(child, inLoop && !inner);
  });
}
