import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { type FunctionNode, isFunction } from "../source/syntax.js";
import { functionUses } from "./function-uses.js";

/** What stands around a node, innermost first, and then around each use of the functions around it. */
export interface Surroundings {
  functions: readonly FunctionNode[];
  calls: readonly SurroundingCall[];
}

/** A call that the node is an argument of, at any depth: `cron.schedule("0 3 * * *", () => …)`. */
interface SurroundingCall {
  call: TSESTree.CallExpression | TSESTree.NewExpression;
  /** The argument that the node lies in. */
  through: TSESTree.Node;
}

// A function that is used from more places than these has said by then what it is for.
const maxStarts = 100;

/** Walks outwards from a node, and on from each place in this file that names a function around it. */
export function surroundings(source: SourceFile, node: TSESTree.Node): Surroundings {
  const functions = new Set<FunctionNode>();
  const calls: SurroundingCall[] = [];
  const starts = [node];
  // Grows while it is walked: a function's uses are looked up once.
  for (const start of starts) {
    let child = start;
    for (let up = child.parent; up; up = up.parent) {
      if (isFunction(up) && !functions.has(up)) {
        functions.add(up);
        starts.push(...functionUses(source, up).slice(0, Math.max(0, maxStarts - starts.length)));
      }
      if (isCall(up) && up.callee !== child) calls.push({ call: up, through: child });
      child = up;
    }
  }
  return { functions: [...functions], calls };
}

function isCall(node: TSESTree.Node): node is SurroundingCall["call"] {
  return node.type === AST_NODE_TYPES.CallExpression || node.type === AST_NODE_TYPES.NewExpression;
}
