import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { staticName, wrapped } from "../../source/syntax.js";

/** What the code does where it names a function. */
export type Mention =
  | { does: "call"; call: TSESTree.CallExpression }
  /** Makes it visible to other files, or names it in an `export … from`. */
  | { does: "export"; isDefault: boolean }
  /** Gives it to this file, or declares it. */
  | { does: "bring" }
  /** A signature of the same function, of which the types have to follow. */
  | { does: "declare"; type: TSESTree.TypeNode | undefined };

/** What a reference to a function is; `undefined` for all else, such as a function that is handed over, or asked for its type. */
export function mentionOf(name: TSESTree.Node): Mention | undefined {
  const parent = name.parent;
  switch (parent?.type) {
    case AST_NODE_TYPES.ImportSpecifier:
    case AST_NODE_TYPES.ImportDefaultSpecifier:
      return { does: "bring" };
    case AST_NODE_TYPES.ExportSpecifier:
      return { does: "export", isDefault: nameOf(parent.exported) === "default" };
    case AST_NODE_TYPES.ExportDefaultDeclaration:
      return { does: "export", isDefault: true };
    case AST_NODE_TYPES.TSDeclareFunction:
      return parent.id === name
        ? { does: "declare", type: parent.returnType?.typeAnnotation }
        : undefined;
    case AST_NODE_TYPES.Property:
      return ofProperty(parent);
    case AST_NODE_TYPES.AssignmentExpression:
      return isExports(parent.left) && parent.right === name
        ? { does: "export", isDefault: false }
        : undefined;
    case AST_NODE_TYPES.MemberExpression:
      if (parent.property !== name) return undefined;
      return isExports(parent) ? { does: "export", isDefault: false } : callOf(parent);
    default:
      return callOf(name);
  }
}

function nameOf(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === AST_NODE_TYPES.Identifier ? name.name : name.value;
}

/** `const { push } = await import("./push.js")` brings it, `module.exports = { push }` exports it. */
function ofProperty(property: TSESTree.Property): Mention | undefined {
  const owner = property.parent;
  if (owner.type === AST_NODE_TYPES.ObjectPattern) {
    return property.value.type === AST_NODE_TYPES.Identifier ? { does: "bring" } : undefined;
  }
  const set = owner.parent;
  return set.type === AST_NODE_TYPES.AssignmentExpression &&
    set.right === owner &&
    isExports(set.left) &&
    !property.method
    ? { does: "export", isDefault: false }
    : undefined;
}

/** Whether an expression is what a module of CommonJS exports, or a member of that: `exports.push`, `module.exports`. */
export function isExports(node: TSESTree.Node): boolean {
  if (node.type === AST_NODE_TYPES.Identifier) return node.name === "exports";
  if (node.type !== AST_NODE_TYPES.MemberExpression) return false;
  const { object } = node;
  const isModule = object.type === AST_NODE_TYPES.Identifier && object.name === "module";
  return isModule ? staticName(node) === "exports" : isExports(object);
}

function callOf(expression: TSESTree.Node): Mention | undefined {
  const callee = wrapped(expression);
  const parent = callee.parent;
  return parent?.type === AST_NODE_TYPES.CallExpression && parent.callee === callee
    ? { does: "call", call: parent }
    : undefined;
}
