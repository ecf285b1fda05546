import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { extname } from "node:path";
import { iterationAt } from "../find/iterations/iterations.js";
import type { ProjectFacts } from "../project/project-facts.js";
import type { SourceFile } from "../source/source-file.js";
import { isPromiseAll } from "./call-position.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  descendants,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  isWithin,
  wrapped,
} from "../source/syntax.js";

/** Whether `await` may stand where the node does. */
export function canAwait(source: SourceFile, node: TSESTree.Node, project: ProjectFacts): boolean {
  for (const up of ancestors(node)) {
    if (isFunction(up))
      return up.async && !up.params.some((parameter) => isWithin(node, parameter));
    if (up.type === AST_NODE_TYPES.StaticBlock || up.type === AST_NODE_TYPES.PropertyDefinition)
      return false;
  }
  return isModule(source, project);
}

/** Whether a file runs as an ES module, so that its top level can await. */
export function isModule(source: SourceFile, { moduleType }: ProjectFacts): boolean {
  const extension = extname(source.path);
  if (extension.startsWith(".m")) return true;
  if (extension.startsWith(".c")) return false;
  if (moduleType === "module" || awaitsAtTop(source)) return true;
  // Without `"type": "module"` a TypeScript file with imports is compiled to CommonJS by most set-ups.
  return hasModuleSyntax(source) && (moduleType === "unset" || /^\.jsx?$/.test(extension));
}

/** Whether the file has an import or an export. */
export function hasModuleSyntax(source: SourceFile): boolean {
  return source.ast.body.some(
    ({ type }) =>
      type === AST_NODE_TYPES.ImportDeclaration ||
      type === AST_NODE_TYPES.ExportNamedDeclaration ||
      type === AST_NODE_TYPES.ExportDefaultDeclaration ||
      type === AST_NODE_TYPES.ExportAllDeclaration,
  );
}

function awaitsAtTop(source: SourceFile): boolean {
  for (const node of descendants(source.ast, (inner) => !isFunction(inner))) {
    if (isAwait(node)) return true;
  }
  return false;
}

function isAwait(node: TSESTree.Node): boolean {
  return (
    node.type === AST_NODE_TYPES.AwaitExpression ||
    (node.type === AST_NODE_TYPES.ForOfStatement && node.await)
  );
}

/**
 * Whether every function between a call and the statement that holds the whole iteration has run
 * when that statement has: it is synchronous, or what it returns is awaited.
 *
 * @param owner - the function that holds the statement; `undefined` for the top level
 * @param removed - the awaits that the rewrite takes away, which delay nothing afterwards
 */
export function isDoneAfter(
  source: SourceFile,
  call: TSESTree.Node,
  owner: FunctionNode | undefined,
  removed: ReadonlySet<TSESTree.Node>,
): boolean {
  for (let fn = enclosingFunction(call); fn && fn !== owner; fn = enclosingFunction(fn)) {
    const receiver = receiverOf(fn);
    if (!receiver) return false;
    const endsWith = iterationAt(receiver, wrapped(fn), source)?.endsWith ?? "call";
    if (endsWith === "unknown") return false;
    const runsLater =
      endsWith === "promise" || (calleeOf(receiver) !== fn && resultOf(receiver) === "unknown");
    const waits =
      fn.async && [...descendants(fn.body)].some((node) => isAwait(node) && !removed.has(node));
    if ((runsLater || waits) && !isAwaited(receiver, owner)) return false;
  }
  return true;
}

/**
 * Whether a wait that is put in at a node would change what comes first. `users.forEach(async (user) => …)` drops the
 * promise of each turn, so that the turns go on after the statement; those of `Promise.all(users.map(async …))` run one
 * after another while none of them waits, and then side by side.
 *
 * @param waits - whether there is a wait at the node already
 */
export function waitChangesOrder(node: TSESTree.Node, waits: boolean): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const receiver = receiverOf(fn);
    if (!receiver) return false;
    const result = resultOf(receiver);
    if (result === "unknown") continue;
    if ((result === "list" && !waits) || !isAwaited(receiver, enclosingFunction(receiver)))
      return true;
  }
  return false;
}

/** The innermost function around a node whose calls run side by side: the callback of `Promise.all(users.map(async …))`. */
export function turnBesideOthers(node: TSESTree.Node): FunctionNode | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const receiver = receiverOf(fn);
    if (!receiver) return undefined;
    if (fn.async && resultOf(receiver) === "list") return fn;
  }
  return undefined;
}

/** The call that a function written in place is handed to, or is the callee of. */
function receiverOf(
  fn: FunctionNode,
): TSESTree.CallExpression | TSESTree.NewExpression | undefined {
  const parent = wrapped(fn).parent;
  return parent?.type === AST_NODE_TYPES.CallExpression ||
    parent?.type === AST_NODE_TYPES.NewExpression
    ? parent
    : undefined;
}

/**
 * What becomes of the promises that a callback gives to a method which calls it at once:
 * dropped, returned in a list, or returned as the last one. `unknown`: it may call back at any time.
 */
const callbackResults: Record<string, "dropped" | "last" | "list"> = {
  every: "dropped",
  filter: "dropped",
  find: "dropped",
  findIndex: "dropped",
  findLast: "dropped",
  findLastIndex: "dropped",
  flatMap: "list",
  forEach: "dropped",
  from: "list",
  map: "list",
  reduce: "last",
  reduceRight: "last",
  some: "dropped",
};

function resultOf(
  receiver: TSESTree.CallExpression | TSESTree.NewExpression,
): "dropped" | "last" | "list" | "unknown" {
  const name = calleeName(receiver) ?? "";
  if (receiver.type === AST_NODE_TYPES.NewExpression)
    return name === "Promise" ? "last" : "unknown";
  return (Object.hasOwn(callbackResults, name) ? callbackResults[name] : undefined) ?? "unknown";
}

/** Whether the promise that a call gives, or the promises in a list that it gives, are awaited in `owner`. */
function isAwaited(
  receiver: TSESTree.CallExpression | TSESTree.NewExpression,
  owner: FunctionNode | undefined,
): boolean {
  const result = resultOf(receiver);
  if (result === "dropped") return false;
  let inList = result === "list";
  let node = wrapped(receiver);
  for (let up = node.parent; up; up = node.parent) {
    switch (up.type) {
      case AST_NODE_TYPES.AwaitExpression:
        return !inList;
      case AST_NODE_TYPES.CallExpression:
        if (calleeOf(up) !== node) {
          if (!isPromiseAll(up)) return false;
          inList = false;
        }
        break;
      case AST_NODE_TYPES.MemberExpression:
        if (up.object !== node || !isPromiseMethod(up)) return false;
        break;
      case AST_NODE_TYPES.ReturnStatement:
      case AST_NODE_TYPES.ArrowFunctionExpression: {
        if (inList) return false;
        // What a callback returns is awaited where its receiver's own result is.
        const fn = isFunction(up) ? up : enclosingFunction(up);
        if (fn === owner) return up.type === AST_NODE_TYPES.ReturnStatement;
        const outer = fn && receiverOf(fn);
        return outer !== undefined && isAwaited(outer, owner);
      }
      default:
        return false;
    }
    node = wrapped(up);
  }
  return false;
}

function isPromiseMethod(member: TSESTree.MemberExpression): boolean {
  return (
    member.property.type === AST_NODE_TYPES.Identifier &&
    /^(then|catch|finally)$/.test(member.property.name)
  );
}
