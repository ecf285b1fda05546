import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  calleeOf,
  descendants,
  type FunctionNode,
  isFunction,
  isWithin,
} from "../source/syntax.js";
import { mayStopEarly } from "./early-exit.js";

/**
 * Whether a callback may throw. To return ends its turn only, and to call what it is handed, as in `done()`, is what a
 * stream expects.
 *
 * @param ignored - parts that the rewrite takes away
 */
export function mayThrow(
  source: SourceFile,
  fn: FunctionNode,
  ignored: ReadonlySet<TSESTree.Node>,
): boolean {
  const safe = new Set(ignored);
  const nodes = [...descendants(fn.body, (inner) => !isFunction(inner))];
  for (const node of nodes.reverse()) {
    const parts = safeWith(source, node, fn);
    if (parts?.every((part) => !mayStopEarly(part, safe))) safe.add(node);
  }
  return [...fn.params, fn.body].some((part) => mayStopEarly(part, safe));
}

/** The parts that an expression is safe with; `undefined` where it is not in any case. */
function safeWith(
  source: SourceFile,
  node: TSESTree.Node,
  fn: FunctionNode,
): TSESTree.Node[] | undefined {
  if (node.type === AST_NODE_TYPES.ReturnStatement) return node.argument ? [node.argument] : [];
  if (node.type !== AST_NODE_TYPES.CallExpression) return undefined;
  const callee = calleeOf(node);
  const called = callee.type === AST_NODE_TYPES.Identifier && bindingOf(source, callee);
  const isHanded =
    called && called.defs.some(({ name }) => fn.params.some((each) => isWithin(name, each)));
  return isHanded ? node.arguments : undefined;
}
