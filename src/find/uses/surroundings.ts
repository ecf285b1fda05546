import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { type FunctionNode, isFunction } from "../../source/syntax.js";
import { functionUses } from "./function-uses.js";

/** What stands around a node, innermost first, and then around each use of the functions around it. */
export interface Surroundings {
  functions: readonly FunctionNode[];
  calls: readonly SurroundingCall[];
  /** What has to hold for the node to run: a case of a `switch`, or an `if` with the node in its first branch. */
  branches: readonly Branch[];
  /** The properties whose values the node lies in: `export default { scheduled: … }`. */
  properties: readonly TSESTree.Property[];
}

/** `case "import":`, `if (job.name === "import") { … }`. */
export type Branch = TSESTree.IfStatement | TSESTree.SwitchCase;

/** A call that the node is an argument of, at any depth: `cron.schedule("0 3 * * *", () => …)`. */
export interface SurroundingCall {
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
  const branches: Branch[] = [];
  const properties: TSESTree.Property[] = [];
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
      if (up.type === AST_NODE_TYPES.SwitchCase) branches.push(up);
      if (up.type === AST_NODE_TYPES.IfStatement && up.consequent === child) branches.push(up);
      if (up.type === AST_NODE_TYPES.Property && up.value === child) properties.push(up);
      child = up;
    }
  }
  return { functions: [...functions], calls, branches, properties };
}

function isCall(node: TSESTree.Node): node is SurroundingCall["call"] {
  return node.type === AST_NODE_TYPES.CallExpression || node.type === AST_NODE_TYPES.NewExpression;
}
