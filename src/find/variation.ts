import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  descendants,
  isFunction,
  isLoop,
  isWithin,
} from "../source/syntax.js";
import type { Iteration } from "./iterations/iteration.js";

// Calls that answer differently each time, though they are asked the same: they take from a queue or move a cursor.
const advancingCalls =
  /^([lrb]{1,2}pop|claim|dequeue|exec|fetch(many|next|one|page|row)?|getnext|next|poll|pop|pull|read|receive|reserve|shift|take)([A-Z_]\w*)?$/;

// A function without arguments that names whom it asks about: the one user of the session, at every call.
const sessionCalls = /(auth|current|login|loggedIn|me$|self|session|viewer|whoami)/i;

/** The part of an iteration that decides what is new in each turn. */
export type Turn = Pick<Iteration, "body" | "counted" | "elements" | "node"> & {
  /** Functions that the body calls: what they declare is new in each turn too. */
  through?: readonly TSESTree.Node[];
};

/**
 * Whether an expression can stand for another user in each turn of an iteration.
 * A retry around one user, or one user sent to several vendors, does not vary.
 */
export function varies(source: SourceFile, subject: TSESTree.Node, turn: Turn): boolean {
  return new Variation(source, turn).of(subject);
}

class Variation {
  readonly #seen = new Set<Variable>();

  constructor(
    private readonly source: SourceFile,
    private readonly turn: Turn,
  ) {}

  of(subject: TSESTree.Node): boolean {
    for (const node of descendants(subject)) {
      if (node.type === AST_NODE_TYPES.YieldExpression) return true;
      if (node.type === AST_NODE_TYPES.UpdateExpression && this.#isInside(node)) return true;
      if (node.type === AST_NODE_TYPES.CallExpression && this.#advances(node)) return true;
      const variable = node.type === AST_NODE_TYPES.Identifier && bindingOf(this.source, node);
      if (variable && this.#variableVaries(variable)) return true;
    }
    return false;
  }

  #advances(call: TSESTree.CallExpression): boolean {
    if (!this.#isInside(call)) return false;
    const name = calleeName(call) ?? "";
    if (advancingCalls.test(name)) return true;
    return (
      call.arguments.length === 0 &&
      calleeOf(call).type === AST_NODE_TYPES.Identifier &&
      !this.turn.counted &&
      !sessionCalls.test(name)
    );
  }

  #variableVaries(variable: Variable): boolean {
    if (this.#seen.has(variable)) return false;
    this.#seen.add(variable);
    for (const { name, node } of variable.defs) {
      if (this.turn.elements.some((element) => isWithin(name, element))) return true;
      if (isFunction(node) && this.#isInside(node) && this.#argumentsVary(node)) return true;
    }
    return variable.references.some(
      ({ identifier, writeExpr, init }) =>
        writeExpr !== undefined &&
        this.#isInside(identifier) &&
        this.#writeVaries(identifier, writeExpr, init),
    );
  }

  #writeVaries(
    identifier: TSESTree.Node,
    written: TSESTree.Node | null,
    init: boolean | undefined,
  ): boolean {
    const parent = identifier.parent;
    if (parent?.type === AST_NODE_TYPES.UpdateExpression) return true;
    const compound =
      parent?.type === AST_NODE_TYPES.AssignmentExpression &&
      !/^(\|\||&&|\?\?)?=$/.test(parent.operator);
    if (compound) return true;
    const loop = [...ancestors(identifier)].find(isLoop);
    // What the head of this `for` declares is set once; only its update changes it.
    if (init && loop?.type === AST_NODE_TYPES.ForStatement && loop === this.turn.node) {
      if (loop.init && isWithin(identifier, loop.init)) return false;
    }
    return written !== null && this.of(written);
  }

  /** A parameter of a callback inside the iteration varies with what the callback is handed: `byId(id).then((user) => …)`. */
  #argumentsVary(fn: TSESTree.Node): boolean {
    const call = fn.parent;
    if (call?.type !== AST_NODE_TYPES.CallExpression) return false;
    const callee = calleeOf(call);
    const object = callee.type === AST_NODE_TYPES.MemberExpression ? callee.object : undefined;
    const others = call.arguments.filter((argument) => argument !== fn);
    return [...(object ? [object] : []), ...others].some((node) => this.of(node));
  }

  #isInside(node: TSESTree.Node): boolean {
    const { body, through = [] } = this.turn;
    return [body, ...through].some((part) => isWithin(node, part));
  }
}
