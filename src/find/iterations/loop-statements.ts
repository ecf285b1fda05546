import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, lastName, unwrap } from "../../source/syntax.js";
import { importedValue } from "../values/imported-value.js";
import type { Iteration, IterationRow } from "./iteration.js";
import { listEvidence } from "./list-evidence.js";

const defaults = {
  elements: [],
  over: undefined,
  unbounded: false,
  counted: false,
  results: "ignored",
  endsWith: "call",
} as const satisfies Partial<Iteration>;

/** `for (const user of users)` and `for await`; what stands after `of` runs once, and so does `for (const user of [me])`. */
export const forOf: IterationRow = {
  match(node, child, source) {
    if (node.type !== AST_NODE_TYPES.ForOfStatement || child === node.right) return undefined;
    if (listEvidence(source, node.right) === "single") return undefined;
    if (isDelivered(source, node)) return undefined;
    return {
      ...defaults,
      id: "for-of",
      label: node.await ? "for await…of" : "for…of",
      node,
      body: node,
      elements: [node.left],
      over: node.right,
      unbounded: node.await,
    };
  },
};

// What comes in over these is the doing of users who are there.
const liveSources =
  /^(io|req|request|wss?)$|(channel|connection|consumer|emitter|socket|subscription)$/i;

/** What comes in as users do something: `for await (const [user] of on(emitter, "login"))`. */
function isDelivered(
  source: SourceFile,
  { await: waits, right }: TSESTree.ForOfStatement,
): boolean {
  const node = unwrap(right);
  if (node.type === AST_NODE_TYPES.CallExpression) return waits && subscribes(source, node);
  return waits && liveSources.test(lastName(node) ?? "");
}

/** `on(emitter, "login")` of `node:events`, `connection.subscribe("logins")`. */
function subscribes(source: SourceFile, call: TSESTree.CallExpression): boolean {
  if (calleeName(call) === "subscribe") return true;
  const value = importedValue(source, calleeOf(call));
  return /^(node:)?events$/.test(value?.module ?? "") && value?.path.at(-1) === "on";
}

/** `for (const id in usersById)`. */
export const forIn: IterationRow = {
  match(node, child) {
    if (node.type !== AST_NODE_TYPES.ForInStatement || child === node.right) return undefined;
    return {
      ...defaults,
      id: "for-in",
      label: "for…in",
      node,
      body: node,
      elements: [node.left],
      over: node.right,
    };
  },
};

/** `for (let i = 0; i < users.length; i++)`; the first part runs once, test and update in every turn. */
export const forStatement: IterationRow = {
  match(node, child) {
    if (node.type !== AST_NODE_TYPES.ForStatement || child === node.init) return undefined;
    return {
      ...defaults,
      id: "for",
      label: "for",
      node,
      body: node,
      unbounded: !isBounded(node.test),
      counted: node.update !== null,
    };
  },
};

/** `while (cursor)`, `do … while (cursor)`; `do … while (false)` runs once. */
export const whileStatement: IterationRow = {
  match(node) {
    if (
      node.type !== AST_NODE_TYPES.WhileStatement &&
      node.type !== AST_NODE_TYPES.DoWhileStatement
    )
      return undefined;
    if (node.test.type === AST_NODE_TYPES.Literal && node.test.value === false) return undefined;
    const label = node.type === AST_NODE_TYPES.WhileStatement ? "while" : "do…while";
    return { ...defaults, id: "while", label, node, body: node, unbounded: true };
  },
};

/** Whether a number bounds the loop, as in `i < users.length`; a cursor that is compared with `null` does not. */
function isBounded(test: TSESTree.Expression | null): boolean {
  return test?.type === AST_NODE_TYPES.BinaryExpression && /^[<>]=?$/.test(test.operator);
}
