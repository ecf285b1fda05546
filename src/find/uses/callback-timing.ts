import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName, calleeOf, type FunctionNode } from "../../source/syntax.js";
import { decorated } from "../values/decorated-function.js";
import { makerOf } from "./returned-function.js";

/**
 * When a function runs, as far as the place where it is written tells:
 * - `here`: once each time the code around it runs, though perhaps a little later: an IIFE, `.then`, `limit(…)`
 * - `on event`: when something happens, for one live user: a listener, a request handler, a scheduled job
 * - `by name`: where its name is called, or that of the member which holds it, or what the function gives that returns it
 */
export type CallbackTiming = { at: TSESTree.Node; runs: "here" } | { runs: "by name" | "on event" };

const eventCalls = new Set(
  Object.values({
    emitters:
      "on once off addEventListener addListener prependListener onmessage subscribe listen watch observe",
    frameworks:
      "handle handler register use hook tap all route get post put patch delete command bind",
    jQuery: "click dblclick change submit input keydown keypress keyup focus blur hover ready",
    schedulers: "schedule setInterval cron process",
    components: "useCallback useEffect useLayoutEffect useMemo memo createEffect",
    tests: "describe it test before after beforeEach afterEach beforeAll afterAll",
  })
    .join(" ")
    .split(" "),
);

// Names that are both routes of a server and look-ups: `app.get(path, (req) => …)`, `db.get(id, (error, user) => …)`.
const lookUps = new Set(["all", "delete", "get", "patch", "post", "put"]);

/** Says when a function that is written in place runs. */
export function callbackTiming(fn: FunctionNode): CallbackTiming {
  const parent = fn.parent;
  switch (parent.type) {
    case AST_NODE_TYPES.CallExpression: {
      if (calleeOf(parent) === fn) return { runs: "here", at: parent };
      const guise = decorated(fn);
      if (guise !== fn && guise.parent?.type === AST_NODE_TYPES.VariableDeclarator)
        return { runs: "by name" };
      return isEventCall(parent, fn, fn) ? { runs: "on event" } : { runs: "here", at: parent };
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
      return fn.type === AST_NODE_TYPES.FunctionDeclaration || makerOf(fn)
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

/** Whether a call keeps the function that one of its arguments is or names, for when something happens. */
export function isEventCall(
  call: TSESTree.CallExpression,
  argument: TSESTree.Node,
  callback: FunctionNode,
): boolean {
  const name = calleeName(call) ?? "";
  if (lookUps.has(name) && takesError(callback)) return false;
  // A limiter's `schedule(() => …)` only waits for its turn; a scheduler is told the time first.
  if (name === "schedule" && call.arguments[0] === argument) return false;
  return eventCalls.has(name) || /^on[A-Z]/.test(name);
}

/** Node's convention for callbacks that answer one request: `(error, user) => …`. */
function takesError({ params: [first] }: FunctionNode): boolean {
  return first?.type === AST_NODE_TYPES.Identifier && /^_?(e|er|err|error)$/.test(first.name);
}
