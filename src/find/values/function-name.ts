import { AST_NODE_TYPES } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { type FunctionNode, staticName } from "../../source/syntax.js";
import { functionBinding } from "./value-sources.js";

/** The name that a function is declared, stored or exported by; empty where it has none. */
export function functionName(fn: FunctionNode, source: SourceFile): string {
  const { parent } = fn;
  switch (parent.type) {
    case AST_NODE_TYPES.Property:
    case AST_NODE_TYPES.MethodDefinition:
    case AST_NODE_TYPES.PropertyDefinition:
      return staticName(parent) ?? "";
    case AST_NODE_TYPES.AssignmentExpression:
      if (parent.left.type === AST_NODE_TYPES.MemberExpression)
        return staticName(parent.left) ?? "";
  }
  return functionBinding(source, fn)?.name ?? fn.id?.name ?? "";
}
