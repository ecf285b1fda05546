import type { TSESTree } from "@typescript-eslint/types";
import { calleeName } from "../source/syntax.js";

/** Where the arguments for a function begin, counted from it, in calls that call what they are given. */
const appliers: readonly (readonly [names: RegExp, skipped: number])[] = [
  // p-limit, Bottleneck's schedule, redux-saga, node
  [/^(call|fork|limit|limiter|nextTick|schedule|setImmediate|spawn)$/, 0],
  [/^setTimeout$/, 1],
];

/** `[user]` of `limit(send, user)` and of `setTimeout(send, 100, user)`, which call `send(user)`. */
export function appliedArguments(
  call: TSESTree.CallExpression,
  fn: TSESTree.Node,
): readonly TSESTree.CallExpressionArgument[] | undefined {
  const skipped = appliers.find(([names]) => names.test(calleeName(call) ?? ""))?.[1];
  const index = call.arguments.findIndex((argument) => argument === fn);
  return skipped === undefined || index === -1
    ? undefined
    : call.arguments.slice(index + 1 + skipped);
}
