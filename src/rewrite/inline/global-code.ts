import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { originOf } from "../../find/values/origin.js";
import { constantSource } from "../../find/values/value-sources.js";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { descendants, unwrap } from "../../source/syntax.js";
import { isPlain } from "../plain-expression.js";
import { isMemberName, ownGlobals } from "../same-meaning.js";

/** An expression that means the same in every file of a project. */
export interface GlobalCode {
  code: string;
  /** What the code is, for the parentheses that it needs. */
  node: TSESTree.Node;
}

// A longer chain of constants is none that a person wrote.
const maxDepth = 8;

/** A constant of a file, written out so that it reads nothing but globals; `undefined` where it has more to it. */
export function constantCode(
  source: SourceFile,
  name: TSESTree.Identifier,
  depth = 0,
): GlobalCode | undefined {
  const imported = originOf(source, name);
  if (imported) {
    const { source: file, node, path } = imported;
    if (path.length > 0 || depth > maxDepth) return undefined;
    return node.type === AST_NODE_TYPES.Identifier
      ? constantCode(file, node, depth + 1)
      : globalCode(file, node, depth + 1);
  }
  const variable = bindingOf(source, name);
  const constant = variable && isModuleConstant(variable) ? constantSource(variable) : undefined;
  return constant?.path.length === 0
    ? globalCode(source, constant.expression, depth + 1)
    : undefined;
}

function isModuleConstant({ scope, references }: Variable): boolean {
  const isChanged = references.some(({ identifier: { parent }, init }) => {
    if (init || parent.type !== AST_NODE_TYPES.MemberExpression) return false;
    return (
      parent.parent.type === AST_NODE_TYPES.AssignmentExpression && parent.parent.left === parent
    );
  });
  return scope.block.type === AST_NODE_TYPES.Program && !isChanged;
}

function globalCode(
  source: SourceFile,
  expression: TSESTree.Node,
  depth: number,
): GlobalCode | undefined {
  const node = unwrap(expression);
  if (depth > maxDepth || !isPlain(node)) return undefined;
  let code = "";
  let offset = node.range[0];
  for (const inner of descendants(node)) {
    if (inner.type === AST_NODE_TYPES.ThisExpression) return undefined;
    if (inner.type !== AST_NODE_TYPES.Identifier || isMemberName(inner)) continue;
    const isGlobal = !bindingOf(source, inner);
    if (isGlobal && !ownGlobals.has(inner.name)) continue;
    const value = isGlobal ? undefined : constantCode(source, inner, depth + 1);
    if (!value) return undefined;
    const { parent } = inner;
    const key =
      parent.type === AST_NODE_TYPES.Property && parent.shorthand ? `${inner.name}: ` : "";
    code += `${source.text.slice(offset, inner.range[0])}${key}${inParentheses(value)}`;
    offset = inner.range[1];
  }
  return { code: code + source.text.slice(offset, node.range[1]), node };
}

function inParentheses({ code, node }: GlobalCode): string {
  return node.type === AST_NODE_TYPES.Literal || node.type === AST_NODE_TYPES.MemberExpression
    ? code
    : `(${code})`;
}
