import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { isClass } from "../find/values/class-members.js";
import { followed } from "../find/values/definition.js";
import type { SourceFile } from "../source/source-file.js";
import { mayStopEarly } from "./early-exit.js";

/** `new HaloClient(key)`, for a class of the project whose constructor does nothing but keep what it is given. */
export function isBareInstance(source: SourceFile, init: TSESTree.Node): boolean {
  if (init.type !== AST_NODE_TYPES.NewExpression) return false;
  const made = followed({ source, node: init.callee, path: [] });
  if (!isClass(made.node) || made.path.length > 0 || made.node.superClass) return false;
  return (
    !init.arguments.some((argument) => mayStopEarly(argument, new Set())) &&
    made.node.body.body.every(isBareMember)
  );
}

function isBareMember(member: TSESTree.ClassElement): boolean {
  switch (member.type) {
    case AST_NODE_TYPES.MethodDefinition: {
      if (member.kind !== "constructor") return true;
      const { params, body } = member.value;
      const isBare = !params.some((parameter) => mayStopEarly(parameter, new Set()));
      return isBare && (body?.body.every(isKept) ?? true);
    }
    case AST_NODE_TYPES.PropertyDefinition:
      return !member.value || !mayStopEarly(member.value, new Set());
    default:
      return member.type.startsWith("TS");
  }
}

/** `this.key = key;` */
function isKept(statement: TSESTree.Statement): boolean {
  if (statement.type !== AST_NODE_TYPES.ExpressionStatement) return false;
  const { expression } = statement;
  return (
    expression.type === AST_NODE_TYPES.AssignmentExpression &&
    expression.left.type === AST_NODE_TYPES.MemberExpression &&
    expression.left.object.type === AST_NODE_TYPES.ThisExpression &&
    !mayStopEarly(expression.right, new Set())
  );
}
