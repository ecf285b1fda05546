import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  descendants,
  isFunction,
  isLoop,
  isWithin,
  staticName,
  unwrap,
} from "../../source/syntax.js";
import type { Iteration } from "../iterations/iteration.js";
import { takenPart } from "./taken-part.js";
import { constantSource } from "../values/value-sources.js";

// Calls that answer differently each time, though they are asked the same: they take from a queue or move a cursor.
const advancingCalls =
  /^([lrb]{1,2}pop|claim|dequeue|exec|fetch(many|next|one|page|row)?|get[nN]ext|next|poll|pop|pull|randomUUID|read|receive|reserve|shift|take)([A-Z_]\w*)?$/;

// A function without arguments that names whom it asks about: the one user of the session, at every call.
const sessionCalls = /(auth|current|login|loggedIn|me$|self|session|viewer|whoami)/i;

// What leads from one page to the next.
const cursorNames = /(after|continuation|cursor|next|offset)/i;

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
      if (node.type === AST_NODE_TYPES.UpdateExpression && this.#goesOn(node)) return true;
      if (node.type === AST_NODE_TYPES.CallExpression && this.#advances(node)) return true;
      const variable = node.type === AST_NODE_TYPES.Identifier && bindingOf(this.source, node);
      if (variable && this.#variableVaries(variable)) return true;
    }
    return false;
  }

  #advances(call: TSESTree.CallExpression): boolean {
    if (!this.#isInside(call)) return false;
    const name = calleeName(call) ?? "";
    if (advancingCalls.test(name)) return !this.#isOfCopy(call);
    return (
      call.arguments.length === 0 &&
      calleeOf(call).type === AST_NODE_TYPES.Identifier &&
      !this.turn.counted &&
      !sessionCalls.test(name)
    );
  }

  /** `i++`, of a variable that keeps what earlier turns made of it. */
  #goesOn(update: TSESTree.UpdateExpression): boolean {
    const variable = bindingOf(this.source, update.argument);
    return this.#isInside(update) && !(variable && this.#isNew(variable));
  }

  /** `queue.shift()`, where each turn makes a copy of the same list anew. */
  #isOfCopy(call: TSESTree.CallExpression): boolean {
    const callee = calleeOf(call);
    const object = callee.type === AST_NODE_TYPES.MemberExpression ? callee.object : undefined;
    const variable = object && bindingOf(this.source, object);
    if (!variable || !this.#isNew(variable)) return false;
    return constantSource(variable)?.expression.type === AST_NODE_TYPES.ArrayExpression;
  }

  /** Whether each turn declares a variable anew, so that nothing of earlier turns is left in it. */
  #isNew({ defs }: Variable): boolean {
    const { node } = this.turn;
    const head = node.type === AST_NODE_TYPES.ForStatement ? node.init : null;
    return defs.some(({ name }) => this.#isInside(name) && !(head && isWithin(name, head)));
  }

  #variableVaries(variable: Variable): boolean {
    if (this.#seen.has(variable)) return false;
    this.#seen.add(variable);
    for (const { name, node } of variable.defs) {
      if (this.turn.elements.some((element) => isWithin(name, element))) return true;
      if (isFunction(node) && this.#isInside(node) && this.#argumentsVary(node)) return true;
    }
    return changesOf(variable).some(
      ({ reference: { identifier, writeExpr, init }, target }) =>
        this.turn.elements.some((element) => isWithin(identifier, element)) ||
        (this.#isInside(identifier) &&
          (target === identifier
            ? this.#writeVaries(
                variable,
                identifier,
                writeExpr ? takenPart(writeExpr, identifier) : null,
                init,
              )
            : changedBy(target).some((value) => this.of(value)))),
    );
  }

  #writeVaries(
    variable: Variable,
    identifier: TSESTree.Node,
    written: TSESTree.Node | null,
    init: boolean | undefined,
  ): boolean {
    const parent = identifier.parent;
    const compound =
      parent?.type === AST_NODE_TYPES.AssignmentExpression &&
      !/^(\|\||&&|\?\?)?=$/.test(parent.operator);
    if (this.#isNew(variable)) return written !== null && this.of(written);
    if (parent?.type === AST_NODE_TYPES.UpdateExpression || compound) return true;
    const loop = [...ancestors(identifier)].find(isLoop);
    // What the head of this `for` declares is set once; only its update changes it.
    if (init && loop?.type === AST_NODE_TYPES.ForStatement && loop === this.turn.node) {
      if (loop.init && isWithin(identifier, loop.init)) return false;
    }
    return written !== null && (this.#stepsOn(variable, written) || this.of(written));
  }

  /** `user = user.next`, `i = i + 1`, `cursor = page.next`: the variable's own value leads to the next one. */
  #stepsOn(variable: Variable, written: TSESTree.Node): boolean {
    const node = unwrap(written);
    if (node.type === AST_NODE_TYPES.Identifier) return bindingOf(this.source, node) === variable;
    if (node.type === AST_NODE_TYPES.MemberExpression)
      return this.#stepsOn(variable, node.object) || this.#isCursor(variable, node);
    return (
      node.type === AST_NODE_TYPES.BinaryExpression &&
      (this.#stepsOn(variable, node.left) || this.#stepsOn(variable, node.right))
    );
  }

  /** `page.next`, where the page was asked for by the variable. */
  #isCursor(variable: Variable, member: TSESTree.MemberExpression): boolean {
    const page = bindingOf(this.source, member.object);
    const origin = page && cursorNames.test(staticName(member) ?? "") && constantSource(page);
    if (!origin) return false;
    for (const node of descendants(origin.expression)) {
      if (node.type === AST_NODE_TYPES.Identifier && bindingOf(this.source, node) === variable)
        return true;
    }
    return false;
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

interface Change {
  reference: Variable["references"][number];
  /** What is written: the variable itself, or the object's member `row.id`, or the object that is assigned to. */
  target: TSESTree.Node;
}

const changes = new WeakMap<Variable, readonly Change[]>();

/** Where a variable is written, or the object that it holds is changed. */
function changesOf(variable: Variable): readonly Change[] {
  let known = changes.get(variable);
  if (!known) changes.set(variable, (known = variable.references.flatMap(changeBy)));
  return known;
}

/** `row = next()`, `row.id = next.id`, `for (state.row of rows)`, `Object.assign(row, next)`. */
function changeBy(reference: Change["reference"]): Change[] {
  if (reference.isWrite()) return [{ reference, target: reference.identifier }];
  const target = memberRoot(reference.identifier);
  const parent = target.parent;
  const changed =
    (parent?.type === AST_NODE_TYPES.AssignmentExpression ||
      parent?.type === AST_NODE_TYPES.ForOfStatement ||
      parent?.type === AST_NODE_TYPES.ForInStatement) &&
    parent.left === target;
  if (changed) return [{ reference, target }];
  const assigned =
    parent?.type === AST_NODE_TYPES.CallExpression &&
    parent.arguments[0] === target &&
    calleeName(parent) === "assign";
  return assigned ? [{ reference, target: parent }] : [];
}

/** The outermost member expression on an object: `a.b.c` for `a`. */
function memberRoot(object: TSESTree.Node): TSESTree.Node {
  const parent = object.parent;
  return parent?.type === AST_NODE_TYPES.MemberExpression && parent.object === object
    ? memberRoot(parent)
    : object;
}

/** What a change puts into an object. */
function changedBy(target: TSESTree.Node): TSESTree.Node[] {
  if (target.type === AST_NODE_TYPES.CallExpression) return target.arguments.slice(1);
  const parent = target.parent;
  return parent?.type === AST_NODE_TYPES.AssignmentExpression ? [parent.right] : [];
}
