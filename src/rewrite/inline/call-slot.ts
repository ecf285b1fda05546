import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { enclosingFunction, wrapped } from "../../source/syntax.js";
import { isDiscarded } from "../call-position.js";

/** What may be written in the place of a call. */
export interface CallSlot {
  /**
   * - `statement`: statements, for nobody looks at the value
   * - `body`: statements with their returns, as the body of the function around the call
   * - `declaration`: statements, the last of which declares the value
   * - `expression`: one expression
   */
  kind: "body" | "declaration" | "expression" | "statement";
  /** The call with its `await`; or the statement, or the body, that is nothing else. */
  node: TSESTree.Node;
  awaited: boolean;
}

/** Looks where a call stands. */
export function callSlot(source: SourceFile, call: TSESTree.CallExpression): CallSlot {
  let node = wrapped(call);
  const isAwaited = node.parent?.type === AST_NODE_TYPES.AwaitExpression;
  if (node.parent?.type === AST_NODE_TYPES.AwaitExpression) node = wrapped(node.parent);
  const { parent } = node;
  const awaited = isAwaited;
  switch (parent?.type) {
    case AST_NODE_TYPES.ExpressionStatement:
      return { kind: "statement", node: parent, awaited };
    case AST_NODE_TYPES.ArrowFunctionExpression:
      if (parent.body === node) return { kind: "body", node, awaited };
      break;
    case AST_NODE_TYPES.ReturnStatement: {
      const fn = enclosingFunction(parent);
      const body = fn?.body.type === AST_NODE_TYPES.BlockStatement ? fn.body : undefined;
      if (!fn || body?.body.at(-1) !== parent) break;
      if (body.body.length === 1 && !fn.generator) return { kind: "body", node: body, awaited };
      if ((awaited || fn.async) && isDiscarded(source, node))
        return { kind: "statement", node: parent, awaited: true };
      break;
    }
    case AST_NODE_TYPES.VariableDeclarator: {
      const declaration = parent.parent;
      const isInList =
        declaration.parent.type === AST_NODE_TYPES.BlockStatement ||
        declaration.parent.type === AST_NODE_TYPES.Program;
      if (isInList && declaration.declarations.length === 1)
        return { kind: "declaration", node, awaited };
      break;
    }
    default:
  }
  return { kind: "expression", node, awaited };
}
