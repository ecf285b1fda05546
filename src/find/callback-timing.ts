import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName, calleeOf, type FunctionNode } from "../source/syntax.js";

/**
 * When a function runs, as far as the place where it is written tells:
 * - `here`: once each time the code around it runs, though perhaps a little later: an IIFE, `.then`, `limit(…)`
 * - `on event`: when something happens, for one live user: a listener, a request handler, a scheduled job
 * - `by name`: where its name is called, or that of the member which holds it
 */
export type CallbackTiming = { at: TSESTree.Node; runs: "here" } | { runs: "by name" | "on event" };

const eventCalls = new Set([
  ...["on", "once", "off", "addEventListener", "addListener", "prependListener", "onmessage"],
  ...[
    "subscribe",
    "listen",
    "watch",
    "observe",
    "handle",
    "handler",
    "register",
    "use",
    "hook",
    "tap",
  ],
  ...[
    "get",
    "post",
    "put",
    "patch",
    "delete",
    "all",
    "route",
    "describe",
    "it",
    "test",
    "before",
    "after",
  ],
  ...[
    "beforeEach",
    "afterEach",
    "beforeAll",
    "afterAll",
    "schedule",
    "setInterval",
    "cron",
    "process",
  ],
  ...[
    "useCallback",
    "useEffect",
    "useLayoutEffect",
    "useMemo",
    "memo",
    "createEffect",
    "bind",
    "command",
  ],
]);

/** Says when a function that is written in place runs. */
export function callbackTiming(fn: FunctionNode): CallbackTiming {
  const parent = fn.parent;
  switch (parent.type) {
    case AST_NODE_TYPES.CallExpression: {
      if (calleeOf(parent) === fn) return { runs: "here", at: parent };
      return isEventCall(parent) ? { runs: "on event" } : { runs: "here", at: parent };
    }
    case AST_NODE_TYPES.NewExpression:
      return calleeName(parent) === "Promise" ? { runs: "here", at: parent } : { runs: "on event" };
    case AST_NODE_TYPES.MemberExpression:
      return immediateCall(parent);
    case AST_NODE_TYPES.AssignmentExpression:
    case AST_NODE_TYPES.MethodDefinition:
    case AST_NODE_TYPES.Property:
    case AST_NODE_TYPES.PropertyDefinition:
    case AST_NODE_TYPES.VariableDeclarator:
      return { runs: "by name" };
    default:
      return fn.type === AST_NODE_TYPES.FunctionDeclaration
        ? { runs: "by name" }
        : { runs: "on event" };
  }
}

/** `(function () { … }).call(this)`. */
function immediateCall(member: TSESTree.MemberExpression): CallbackTiming {
  const call = member.parent;
  const immediate =
    call.type === AST_NODE_TYPES.CallExpression &&
    calleeOf(call) === member &&
    ["call", "apply"].includes(calleeName(call) ?? "");
  return immediate ? { runs: "here", at: call } : { runs: "on event" };
}

function isEventCall(call: TSESTree.CallExpression): boolean {
  const name = calleeName(call) ?? "";
  return eventCalls.has(name) || /^on[A-Z]/.test(name);
}
