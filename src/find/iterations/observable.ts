import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, staticName, unwrap } from "../../source/syntax.js";
import { callbackParameters } from "./callback-parameters.js";
import type { IterationRow } from "./iteration.js";
import { isPlural } from "./plural-evidence.js";

const operators =
  /^(concatMap|concatMapTo|exhaustMap|expand|filter|flatMap|map|mapEffect|mergeMap|mergeScan|runForEach|scan|switchMap|tap)$/;
const flattening =
  /^(bufferCount|concatAll|concatMap|exhaustMap|flatMap|mergeAll|mergeMap|switchMap)$/;

/**
 * `from(users).pipe(mergeMap((user) => …))`, `from(users).subscribe((user) => …)`: an observable that holds a list.
 * `Stream.fromIterable(users).pipe(Stream.runForEach((user) => …))`, a stream of effect.
 */
export const observable: IterationRow = {
  match(node, child, source) {
    const call = receiver(node, child);
    if (!call) return undefined;
    const name = calleeName(call) ?? "";
    const stream = name === "subscribe" ? objectOf(call) : pipedObject(call, name);
    if (!stream || !emitsList(source, stream, call)) return undefined;
    return {
      id: "observable",
      label: `${name}()`,
      node: call,
      body: child,
      elements: callbackParameters(source, child),
      over: undefined,
      unbounded: false,
      counted: false,
      results: "used",
      endsWith: "unknown",
    };
  },
};

/** The call that takes a callback, also as `{ next: callback }`. */
function receiver(node: TSESTree.Node, child: TSESTree.Node): TSESTree.CallExpression | undefined {
  if (node.type === AST_NODE_TYPES.CallExpression)
    return node.arguments[0] === child ? node : undefined;
  if (node.type !== AST_NODE_TYPES.Property || staticName(node) !== "next") return undefined;
  const call = node.parent.parent;
  return call.type === AST_NODE_TYPES.CallExpression && call.arguments[0] === node.parent
    ? call
    : undefined;
}

function objectOf(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const callee = calleeOf(call);
  return callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : undefined;
}

/** What an operator is piped to. */
function pipedObject(operator: TSESTree.CallExpression, name: string): TSESTree.Node | undefined {
  const pipe = operator.parent;
  const isPiped =
    operators.test(name) &&
    pipe.type === AST_NODE_TYPES.CallExpression &&
    calleeName(pipe) === "pipe" &&
    pipe.arguments.some((argument) => argument === operator);
  return isPiped ? objectOf(pipe) : undefined;
}

/** Whether an observable emits a list's elements, or flattens lists before `operator` is reached. */
function emitsList(source: SourceFile, stream: TSESTree.Node, operator: TSESTree.Node): boolean {
  if (stream.type !== AST_NODE_TYPES.CallExpression) return false;
  const name = calleeName(stream) ?? "";
  const [first] = stream.arguments;
  switch (name) {
    case "from":
    case "fromIterable":
      return first !== undefined && (isPlural(source, first) || flattensBefore(operator));
    case "of":
      return stream.arguments.length > 1 || first?.type === AST_NODE_TYPES.SpreadElement;
    case "pipe": {
      const inner = objectOf(stream);
      return (
        inner !== undefined &&
        (emitsList(source, inner, operator) || flattens(stream.arguments, inner))
      );
    }
    default:
      return false;
  }
}

/** `from(fetchUsers()).pipe(mergeAll(), map(fn))`: a promise of a list, whose elements come one by one. */
function flattensBefore(operator: TSESTree.Node): boolean {
  const pipe = operator.parent;
  if (pipe?.type !== AST_NODE_TYPES.CallExpression || calleeName(pipe) !== "pipe") return false;
  const index = pipe.arguments.findIndex((argument) => argument === operator);
  return pipe.arguments.slice(0, index).some(isFlattening);
}

function flattens(piped: readonly TSESTree.Node[], inner: TSESTree.Node): boolean {
  return (
    inner.type === AST_NODE_TYPES.CallExpression &&
    calleeName(inner) === "from" &&
    piped.some(isFlattening)
  );
}

function isFlattening(operator: TSESTree.Node): boolean {
  return (
    operator.type === AST_NODE_TYPES.CallExpression && flattening.test(calleeName(operator) ?? "")
  );
}
