import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { wrapped } from "../source/syntax.js";

/** An arrow function whose whole body goes, so that a block can take its place. */
export interface ArrowBlock {
  fn: TSESTree.ArrowFunctionExpression;
  /** From after the arrow to where its call goes on. */
  range: readonly [number, number];
}

/** The arrow function that consists of what a range holds: `(user) => ha.identify(user.id)`. */
export function arrowBlock(
  source: SourceFile,
  range: readonly [number, number],
  inside: TSESTree.Node,
): ArrowBlock | undefined {
  const fn = arrowWith(range, inside);
  if (!fn) return undefined;
  const { text } = source;
  const [start, end] = range;
  const arrow = text.lastIndexOf("=>", start) + "=>".length;
  // A parenthesis or a comment would be lost.
  if (text.slice(arrow, start).trim() !== "") return undefined;
  const call = wrapped(fn).parent;
  const isOnLineOfCall =
    call?.type === AST_NODE_TYPES.CallExpression &&
    call.arguments.at(-1) === wrapped(fn) &&
    !text.slice(call.callee.range[1], fn.range[0]).includes("\n");
  // Where the body stood on a line of its own, so does what closes the call; a block's brace joins it.
  const closing = isOnLineOfCall ? /^,?\s*\n\s*(?=\))/.exec(text.slice(end))?.[0].length : 0;
  return { fn, range: [arrow, end + (closing ?? 0)] };
}

function arrowWith(
  [start, end]: readonly [number, number],
  inside: TSESTree.Node,
): TSESTree.ArrowFunctionExpression | undefined {
  let node: TSESTree.Node | undefined = inside;
  while (node && (node.range[0] !== start || node.range[1] !== end)) node = node.parent;
  const body = node && wrapped(node);
  const fn = body?.parent;
  return fn?.type === AST_NODE_TYPES.ArrowFunctionExpression && fn.body === body ? fn : undefined;
}
