import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName, unwrap, wrapped } from "../../source/syntax.js";

// Calls whose result runs the function that they are given, once for each call of the result. `debounce` and `once`
// run it for one of many.
const decorators =
  /^(cache|curry|memoize(One)?|promisify|throttle|useCallback|useEffectEvent|useEvent|useMemoizedFn|wrap)$/;

/** The outermost call that gives a function back under another guise: `useCallback(fn, [])`; else the function itself. */
export function decorated(fn: TSESTree.Node): TSESTree.Node {
  const outer = wrapped(fn);
  const call = outer.parent;
  return call?.type === AST_NODE_TYPES.CallExpression &&
    call.arguments[0] === outer &&
    decorators.test(calleeName(call) ?? "")
    ? decorated(call)
    : outer;
}

/** `fn` of `useCallback(fn, [])`; everything else as it is. */
export function undecorated(expression: TSESTree.Node): TSESTree.Node {
  const node = unwrap(expression);
  const [first] = node.type === AST_NODE_TYPES.CallExpression ? node.arguments : [];
  return first &&
    node.type === AST_NODE_TYPES.CallExpression &&
    decorators.test(calleeName(node) ?? "")
    ? undecorated(first)
    : node;
}
