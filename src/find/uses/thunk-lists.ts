import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  type FunctionNode,
  isFunction,
  staticName,
  unwrap,
  wrapped,
} from "../../source/syntax.js";
import { makerOf } from "./returned-function.js";

// What calls every function of a list that it is given.
const runners =
  /^(addAll|all|allLimit|allSettled|p(All|Series|Settle|Waterfall|ThrottledAll)|parallel(Limit)?|race|runAll|runSequentially|sequence|sequential|series|throttleAll|waterfall)$/;

// Those among them that give a promise which says when all are through, where no callback is told so instead.
const settlingRunners = /^(addAll|p(All|Series|Settle)|parallel(Limit)?|series)$/;

/** Whether a function is one of a list of functions that the file runs: `pAll(users.map((user) => () => …))`. */
export function runsFromList(source: SourceFile, fn: FunctionNode): boolean {
  return listsOf(source, fn).some(isRun);
}

/** The call that runs a list with this function in it, and gives a promise of all. */
export function runnerOf(
  source: SourceFile,
  fn: FunctionNode,
): TSESTree.CallExpression | undefined {
  for (const list of listsOf(source, fn)) {
    const call = wrapped(list).parent;
    if (call?.type === AST_NODE_TYPES.CallExpression && isSettling(call) && isRun(list))
      return call;
  }
  return undefined;
}

/** Whether a call is of a runner that gives a promise of all that it runs. */
export function isSettling(call: TSESTree.CallExpression): boolean {
  return settlingRunners.test(calleeName(call) ?? "") && !call.arguments.some(isFunction);
}

/** The list that a function is made for, and the names that hold it. */
function listsOf(source: SourceFile, fn: FunctionNode): readonly TSESTree.Node[] {
  // The runner passes a callback at most; what takes more is a handler.
  if (fn.params.length > 1) return [];
  const maker = makerOf(fn);
  const site = maker && wrapped(maker).parent;
  if (site?.type !== AST_NODE_TYPES.CallExpression) return [];
  if (!/^(flatMap|from|map)$/.test(calleeName(site) ?? "")) return [];
  const list = wrapped(site);
  const parent = list.parent;
  if (parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.init === list) {
    const references = bindingOf(source, parent.id)?.references ?? [];
    return references.flatMap(({ identifier, init }) => (init === true ? [] : [identifier]));
  }
  return [list];
}

/** Whether every function of a list is called: by a runner, by a loop over the list, by a method of it. */
function isRun(list: TSESTree.Node): boolean {
  const parent = wrapped(list).parent;
  switch (parent?.type) {
    case AST_NODE_TYPES.CallExpression:
      return (
        calleeOf(parent) !== list &&
        runners.test(calleeName(parent) ?? "") &&
        !isGlobalPromise(parent)
      );
    case AST_NODE_TYPES.ForOfStatement:
      return parent.right === list;
    case AST_NODE_TYPES.MemberExpression:
      return /^(forEach|map|reduce)$/.test(staticName(parent) ?? "");
    default:
      return false;
  }
}

/** `Promise.all` of functions calls none of them. */
function isGlobalPromise(call: TSESTree.CallExpression): boolean {
  const callee = calleeOf(call);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return false;
  const owner = unwrap(callee.object);
  return owner.type === AST_NODE_TYPES.Identifier && owner.name === "Promise";
}
