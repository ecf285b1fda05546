import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeOf, type FunctionNode, staticName, unwrap } from "../../source/syntax.js";

/** The name of the first parameter, or those that it is taken apart into. */
export function firstParameterNames({ params: [first] }: FunctionNode): string[] {
  if (first?.type === AST_NODE_TYPES.Identifier) return [first.name];
  if (first?.type !== AST_NODE_TYPES.ObjectPattern) return [];
  return first.properties.flatMap((property) =>
    property.type === AST_NODE_TYPES.Property ? (staticName(property) ?? []) : [],
  );
}

/** The call that is given a function, by itself or in an object: `app.route({ handler: async () => … })`. */
export function receivingCall(fn: FunctionNode): TSESTree.CallExpression | undefined {
  const { parent } = fn;
  const argument = parent.type === AST_NODE_TYPES.Property ? parent.parent : fn;
  const call = argument.parent;
  return call.type === AST_NODE_TYPES.CallExpression && call.callee !== argument ? call : undefined;
}

/** The calls that a call is chained to, itself first: `a.b().c()` and `a.b()`. */
export function* callChain(call: TSESTree.Node | undefined): Generator<TSESTree.CallExpression> {
  for (let next = call; next?.type === AST_NODE_TYPES.CallExpression;) {
    yield next;
    const callee = calleeOf(next);
    next = callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : undefined;
  }
}

/** The words of a name: `halo`, `backfill` and `users` of `haloBackfill-users`. */
export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}
