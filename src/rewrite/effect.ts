import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";

/** Whether a node by itself, whatever is in it, may change something, or wait for what may. */
export function isEffect(node: TSESTree.Node): boolean {
  switch (node.type) {
    case AST_NODE_TYPES.AssignmentExpression:
    case AST_NODE_TYPES.AwaitExpression:
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.ImportExpression:
    case AST_NODE_TYPES.NewExpression:
    case AST_NODE_TYPES.TaggedTemplateExpression:
    case AST_NODE_TYPES.UpdateExpression:
    case AST_NODE_TYPES.YieldExpression:
      return true;
    case AST_NODE_TYPES.UnaryExpression:
      return node.operator === "delete";
    default:
      return false;
  }
}
