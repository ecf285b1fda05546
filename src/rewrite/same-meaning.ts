import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { ancestors, descendants, isWithin } from "../source/syntax.js";
import type { IdentifySite } from "./identify-site.js";

/** What each file, or each module, has of its own, though it is not declared there. */
export const ownGlobals: ReadonlySet<string> = new Set([
  "__dirname",
  "__filename",
  "exports",
  "module",
  "require",
]);

/**
 * Whether an expression of a wrapper means at the call what it means in the wrapper, its parameters aside: it reads
 * nothing but globals and names that both can see.
 */
export function meansTheSame(
  { source, call, wrapper }: IdentifySite,
  expression: TSESTree.Node,
): boolean {
  if (!wrapper) return true;
  const isSameFile = wrapper.source.ast === source.ast;
  for (const node of descendants(expression)) {
    if (dependsOnFunction(node)) return false;
    if (node.type !== AST_NODE_TYPES.Identifier || isMemberName(node)) continue;
    const variable = bindingOf(wrapper.source, node);
    if (variable && isOwn(variable, expression, wrapper.node)) continue;
    if (!variable && node.name === "arguments") return false;
    const isPortable = isSameFile || (!variable && !ownGlobals.has(node.name));
    if (!isPortable || visibleAt(source, call, node.name) !== variable) return false;
  }
  return true;
}

function dependsOnFunction({ type }: TSESTree.Node): boolean {
  return (
    type === AST_NODE_TYPES.AwaitExpression ||
    type === AST_NODE_TYPES.ImportExpression ||
    type === AST_NODE_TYPES.MetaProperty ||
    type === AST_NODE_TYPES.Super ||
    type === AST_NODE_TYPES.ThisExpression ||
    type === AST_NODE_TYPES.YieldExpression
  );
}

/** Whether an identifier only names a property. */
export function isMemberName(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  switch (parent.type) {
    case AST_NODE_TYPES.MemberExpression:
      return parent.property === node && !parent.computed;
    case AST_NODE_TYPES.Property:
      // In `{ plan }` the key is a node of its own beside the value, or the value itself.
      return parent.key === node && !parent.computed && parent.value !== node;
    default:
      return false;
  }
}

/** Whether a variable is declared in the expression, or is a parameter of the function. */
function isOwn({ defs }: Variable, expression: TSESTree.Node, fn: TSESTree.Node): boolean {
  return defs.some(({ name, node }) => isWithin(name, expression) || node === fn);
}

/** The variable that a name stands for at a node; `undefined` for a global. */
export function visibleAt(
  source: SourceFile,
  at: TSESTree.Node,
  name: string,
): Variable | undefined {
  for (const up of ancestors(at)) {
    let scope = source.scopes.acquire(up, true);
    if (!scope) continue;
    for (; scope; scope = scope.upper) {
      const variable = scope.set.get(name);
      if (variable && variable.defs.length > 0) return variable;
    }
    return undefined;
  }
  return undefined;
}
