import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { FunctionNode } from "../../source/syntax.js";

/** Calls by which decorators are made: `Cron("0 3 * * *")` of `@Cron("0 3 * * *")`. */
export interface MethodDecorators {
  ofMethod: readonly TSESTree.CallExpression[];
  ofClass: readonly TSESTree.CallExpression[];
}

/** The decorators of the method that a function is, and those of its class. */
export function methodDecorators({ parent }: FunctionNode): MethodDecorators {
  if (parent.type !== AST_NODE_TYPES.MethodDefinition) return { ofMethod: [], ofClass: [] };
  return { ofMethod: callsOf(parent), ofClass: callsOf(parent.parent.parent) };
}

/** ESLint's own parser knows no decorators: its nodes have no list of them. */
function callsOf({ decorators = [] }: Partial<Decorated>): TSESTree.CallExpression[] {
  return decorators.flatMap(({ expression }) =>
    expression.type === AST_NODE_TYPES.CallExpression ? expression : [],
  );
}

interface Decorated {
  decorators: readonly TSESTree.Decorator[];
}
