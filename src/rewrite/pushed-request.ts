import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantSource } from "../find/values/value-sources.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeName, calleeOf, enclosingFunction, isWithin, staticName } from "../source/syntax.js";
import { isPromiseAll } from "./call-position.js";
import { type SettledResults, settledResults } from "./settled-results.js";

/** A request that is kept in a list until all are waited for: `requests.push(fetch(…))`. */
export interface PushedRequest {
  /** The call of `push`. */
  call: TSESTree.CallExpression;
  /** `await Promise.all(requests);`, which nothing else reads the list besides. */
  waiting: TSESTree.ExpressionStatement | TSESTree.VariableDeclaration;
  /** How often the code pushes to the list. */
  pushes: number;
  /** Whether a request that fails goes unnoticed. */
  isSettled: boolean;
  /** What the statement gives a name to. */
  results: SettledResults | undefined;
}

/** The list that a request is pushed to, where it only serves to wait for all of them. */
export function pushedRequest(
  source: SourceFile,
  request: TSESTree.Node,
): PushedRequest | undefined {
  const call = request.parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression || !isPush(call, request)) return undefined;
  const callee = calleeOf(call);
  const list =
    callee.type === AST_NODE_TYPES.MemberExpression ? bindingOf(source, callee.object) : undefined;
  const made = list && constantSource(list);
  if (!list || made?.expression.type !== AST_NODE_TYPES.ArrayExpression) return undefined;
  if (made.expression.elements.length > 0 || made.path.length > 0) return undefined;
  const uses = list.references.filter(({ init }) => !init).map(({ identifier }) => identifier);
  const waits = uses.flatMap((name) => waitingFor(source, name) ?? []);
  const pushes = uses.filter(isPushedTo).length;
  const [waiting] = waits;
  if (!waiting || waits.length > 1 || pushes + 1 < uses.length) return undefined;
  const isBeside =
    enclosingFunction(waiting.statement) === enclosingFunction(made.expression) &&
    waiting.statement.range[0] > call.range[1];
  return isBeside
    ? {
        call,
        waiting: waiting.statement,
        pushes,
        isSettled: waiting.isSettled,
        results: waiting.results,
      }
    : undefined;
}

/** `requests.push(request);`. */
function isPush(call: TSESTree.CallExpression, request: TSESTree.Node): boolean {
  return (
    calleeName(call) === "push" &&
    call.arguments.length === 1 &&
    call.arguments[0] === request &&
    (call.parent.type === AST_NODE_TYPES.ExpressionStatement ||
      call.parent.type === AST_NODE_TYPES.ArrowFunctionExpression)
  );
}

function isPushedTo(name: TSESTree.Node): boolean {
  const member = name.parent;
  return (
    member?.type === AST_NODE_TYPES.MemberExpression &&
    staticName(member) === "push" &&
    member.parent.type === AST_NODE_TYPES.CallExpression &&
    member.parent.callee === member
  );
}

/** `await Promise.all(requests);`, `const results = await Promise.allSettled(requests);`. */
function waitingFor(
  source: SourceFile,
  name: TSESTree.Node,
):
  | (Pick<PushedRequest, "isSettled" | "results"> & { statement: PushedRequest["waiting"] })
  | undefined {
  const call = name.parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression || !isPromiseAll(call)) return undefined;
  if (!call.arguments.every((argument) => isWithin(argument, name))) return undefined;
  const awaited = call.parent;
  const declarator = awaited.parent;
  const results = settledResults(source, declarator);
  if (results && declarator?.type === AST_NODE_TYPES.VariableDeclarator)
    return { statement: declarator.parent, isSettled: true, results };
  const statement = awaited.type === AST_NODE_TYPES.AwaitExpression ? awaited.parent : undefined;
  const isInList =
    statement?.type === AST_NODE_TYPES.ExpressionStatement &&
    (statement.parent.type === AST_NODE_TYPES.BlockStatement ||
      statement.parent.type === AST_NODE_TYPES.Program);
  return isInList
    ? { statement, isSettled: calleeName(call) === "allSettled", results }
    : undefined;
}
