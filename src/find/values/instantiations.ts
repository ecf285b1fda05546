import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";

/** Each `new Client(…)` of a class in its own file. */
export function instantiations(source: SourceFile, owner: TSESTree.Node): TSESTree.NewExpression[] {
  // A class declares its name twice, inside and outside of itself.
  const declared = source.scopes.getDeclaredVariables(owner);
  const parent = owner.parent;
  const kept =
    parent?.type === AST_NODE_TYPES.VariableDeclarator ? bindingOf(source, parent.id) : undefined;
  return [...declared, ...(kept ? [kept] : [])].flatMap(({ references }) =>
    references.flatMap(({ identifier }) =>
      identifier.parent.type === AST_NODE_TYPES.NewExpression &&
      identifier.parent.callee === identifier
        ? [identifier.parent]
        : [],
    ),
  );
}
