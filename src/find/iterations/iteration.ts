import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";

/** The constructs that repeat code, one row each in `iterations.ts`. */
export type IterationId =
  | "array-callback"
  | "array-from"
  | "cursor"
  | "for"
  | "for-in"
  | "for-of"
  | "iterator-helper"
  | "library-callback"
  | "observable"
  | "project-helper"
  | "recursion"
  | "stream-event"
  | "stream-stage"
  | "while";

/** Code that runs more than once, and what is new in each turn. */
export interface Iteration {
  id: IterationId;
  /** How messages name it: `for…of`, `map()`. */
  label: string;
  /** The loop statement, or the call that runs the callback. */
  node: TSESTree.Node;
  /** The loop statement, or the callback: what lies in it happens anew in each turn. */
  body: TSESTree.Node;
  /** The names or patterns that are bound anew in each turn. */
  elements: readonly TSESTree.Node[];
  /** What is iterated over, where the construct names it. */
  over: TSESTree.Node | undefined;
  /** Whether the source may be larger than memory, so that a rewrite must send batches while it runs. */
  unbounded: boolean;
  /** Whether a counter drives it, as in a retry loop: then a call without arguments gives no new user. */
  counted: boolean;
  /** What becomes of a callback's results; a loop statement has none. */
  results: "collected" | "ignored" | "used";
  /** When the last turn is over: when the loop or the call has returned, when its promise has settled, or who knows. */
  endsWith: "call" | "promise" | "unknown";
  /** Whether nobody waits for the promise that the callback gives, though the iteration itself ends with one. */
  dropsPromises?: boolean;
  /** Whether a name alone says that it is an iteration, so that a body of the project may say more of it. */
  assumed?: boolean;
  /** Whether a turn may begin before the last one is over. */
  overlaps?: boolean;
  /** The value that ends the iteration when the callback returns it. */
  stopsOn?: boolean;
}

/** A row: recognises one construct around a node, given the child that the node was reached from. */
export interface IterationRow {
  match: (node: TSESTree.Node, child: TSESTree.Node, source: SourceFile) => Iteration | undefined;
}
