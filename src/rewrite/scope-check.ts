import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantValue } from "../find/values/static-text.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { descendants, isWithin } from "../source/syntax.js";

/** The variables that an expression reads and that are declared outside it. */
export function freeVariables(source: SourceFile, expression: TSESTree.Node): Variable[] {
  const free: Variable[] = [];
  for (const node of descendants(expression)) {
    const variable = node.type === AST_NODE_TYPES.Identifier && bindingOf(source, node);
    if (variable && !variable.defs.some(({ name }) => isWithin(name, expression)))
      free.push(variable);
  }
  return free;
}

/** Whether an expression means the same anywhere in the module: it reads nothing but globals and top-level names. */
export function isModuleWide(source: SourceFile, expression: TSESTree.Node): boolean {
  return !usesThis(expression) && freeVariables(source, expression).every(isTopLevel);
}

/** Whether an expression means the same outside a node as in it: it reads nothing that is declared there. */
function isSharedOutside(
  source: SourceFile,
  expression: TSESTree.Node,
  node: TSESTree.Node,
): boolean {
  return freeVariables(source, expression).every((variable) => {
    const declared = variable.defs.some(({ name }) => isWithin(name, node));
    const written = variable.references.some(
      (reference) => reference.isWrite() && isWithin(reference.identifier, node),
    );
    return !declared && !written;
  });
}

function isTopLevel({ scope }: Variable): boolean {
  // The scopes of a script, of a module, and of a CommonJS file all belong to the program.
  return scope.block.type === AST_NODE_TYPES.Program;
}

function usesThis(expression: TSESTree.Node): boolean {
  for (const node of descendants(expression)) {
    if (node.type === AST_NODE_TYPES.ThisExpression || node.type === AST_NODE_TYPES.Super)
      return true;
  }
  return false;
}

/**
 * The expression itself where it may stand outside a node; else the value of the constant that it names,
 * where that may. `undefined` where it depends on what happens in the node.
 */
export function hoistable(
  source: SourceFile,
  expression: TSESTree.Node,
  node: TSESTree.Node,
): TSESTree.Node | undefined {
  if (isSharedOutside(source, expression, node)) return expression;
  const value = constantValue(source, expression);
  return value && value !== expression && isSharedOutside(source, value, node) ? value : undefined;
}
