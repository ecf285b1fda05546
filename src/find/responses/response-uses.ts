import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  staticName,
  unwrap,
  wrapped,
} from "../../source/syntax.js";
import { functionOf } from "../values/definition.js";
import { passedOn } from "./passing-call.js";

/** What becomes of the response that a call gives. */
export interface ResponseUses {
  /** Whether its status is looked at, or may be: it is handed on to where nothing is known. */
  isSeen: boolean;
  /** Whether its body is read. */
  isBodyRead: boolean;
  /** Whether a function returns it, so that the function's callers say what becomes of it. */
  returnedBy: FunctionNode | undefined;
  /** Whether something waits for the promise, or handles its rejection. */
  isWaited: boolean;
}

/** What an expression holds of a response; nothing is what is left once only the promise counts. */
interface Held {
  what: "body" | "nothing" | "response" | "responses";
  isPromise: boolean;
}

/** Says what becomes of the response, or of its body, that an expression promises; of the responses where it is a list of promises. */
export function responseUses(
  source: SourceFile,
  expression: TSESTree.Node,
  what: "body" | "response" | "responses" = "response",
): ResponseUses {
  const walk = new Walk(source);
  walk.from(expression, { what, isPromise: what !== "responses" });
  return walk;
}

const combinators = /^(all|any|race)$/;
const bodyReaders = /^(arrayBuffer|blob|buffer|bytes|dump|formData|json|text)$/;
/** What a response says besides its status. */
const besides = /^(headers|request|url)$/;
/** What Halo answers with, and what code hopes for: none of it says that a call failed. */
const counts = /^(count|created|matched|processed|skipped|total|updated)$/;

class Walk implements ResponseUses {
  isSeen = false;
  isBodyRead = false;
  isWaited = false;
  returnedBy: FunctionNode | undefined;
  readonly #variables = new Set<Variable>();

  constructor(private readonly source: SourceFile) {}

  /** Goes on from an expression to what stands around it. */
  from(expression: TSESTree.Node, held: Held): void {
    const use = wrapped(expression);
    const { parent } = use;
    switch (parent?.type) {
      case undefined:
      case AST_NODE_TYPES.ExpressionStatement:
        return;
      case AST_NODE_TYPES.AwaitExpression:
        this.isWaited ||= held.isPromise;
        this.from(parent, { ...held, isPromise: false });
        return;
      case AST_NODE_TYPES.UnaryExpression:
        if (parent.operator !== "void") this.#see(held);
        return;
      case AST_NODE_TYPES.ArrayExpression:
        this.from(parent, { what: listOf(held), isPromise: false });
        return;
      case AST_NODE_TYPES.SpreadElement:
        this.from(parent, held);
        return;
      case AST_NODE_TYPES.ConditionalExpression:
        if (parent.test === use) this.#see(held);
        else this.from(parent, held);
        return;
      case AST_NODE_TYPES.LogicalExpression:
        this.from(parent, held);
        return;
      case AST_NODE_TYPES.ReturnStatement:
        this.#return(enclosingFunction(parent), held);
        return;
      case AST_NODE_TYPES.ArrowFunctionExpression:
        this.#return(parent, held);
        return;
      case AST_NODE_TYPES.VariableDeclarator:
        this.#bind(parent.id, held);
        return;
      case AST_NODE_TYPES.AssignmentExpression:
        if (parent.parent.type !== AST_NODE_TYPES.ExpressionStatement) this.#see(held);
        else this.#bind(parent.left, held);
        return;
      case AST_NODE_TYPES.MemberExpression:
        this.#member(parent, held);
        return;
      case AST_NODE_TYPES.CallExpression:
        this.#handedTo(parent, held);
        return;
      default:
        this.#see(held);
    }
  }

  #see({ what }: Held): void {
    this.isWaited = true;
    if (what !== "nothing") this.isSeen = true;
  }

  #handedTo(call: TSESTree.CallExpression, held: Held): void {
    const callee = calleeOf(call);
    const name = calleeName(call) ?? "";
    const object = callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : callee;
    const isOfPromise = object.type === AST_NODE_TYPES.Identifier && object.name === "Promise";
    if (isOfPromise && name === "resolve") this.from(call, { ...held, isPromise: true });
    else if (isOfPromise && combinators.test(name)) this.from(call, { ...held, isPromise: true });
    // What it gives does not reject: whoever does not read it does not learn of failures.
    else if (isOfPromise && name === "allSettled") this.#settled(call, held);
    else if (name === "push" && object !== callee)
      this.#bind(object, { what: listOf(held), isPromise: false });
    else this.#see(held);
  }

  #settled(call: TSESTree.CallExpression, held: Held): void {
    const { parent } = wrapped(call);
    this.from(parent?.type === AST_NODE_TYPES.AwaitExpression ? parent : call, held);
  }

  #return(fn: FunctionNode | undefined, held: Held): void {
    if (!fn) return;
    const use = wrapped(fn);
    const call = use.parent;
    const isPromise = held.isPromise || fn.async;
    if (call?.type !== AST_NODE_TYPES.CallExpression) {
      this.isWaited ||= held.what === "nothing";
      if (held.what !== "nothing") this.returnedBy = fn;
      return;
    }
    const name = calleeName(call) ?? "";
    if (calleeOf(call) === fn || /^(catch|then)$/.test(name))
      this.from(call, { ...held, isPromise: true });
    else if (/^(flatMap|from|map)$/.test(name) && call.arguments.at(-1) === use)
      this.from(call, { what: isPromise ? listOf(held) : held.what, isPromise: false });
    else if (name !== "forEach") this.#passed(call, held);
  }

  /** What a library makes of the result of a function that it is handed. */
  #passed(call: TSESTree.CallExpression, held: Held): void {
    const passed = passedOn(this.source, call);
    if (!passed) this.#see(held);
    else this.from(call, { what: passed === "list" ? listOf(held) : held.what, isPromise: true });
  }

  /** A name, or a pattern, that takes what is held. */
  #bind(target: TSESTree.Node, held: Held): void {
    switch (target.type) {
      case AST_NODE_TYPES.Identifier:
        this.#name(target, held);
        return;
      case AST_NODE_TYPES.ObjectPattern:
        for (const property of target.properties) {
          const name = property.type === AST_NODE_TYPES.Property ? staticName(property) : undefined;
          if (name === undefined) this.#see(held);
          else
            this.#read(
              name,
              property.type === AST_NODE_TYPES.Property ? property.value : undefined,
              held,
            );
        }
        return;
      case AST_NODE_TYPES.ArrayPattern:
        for (const element of target.elements) {
          if (element?.type === AST_NODE_TYPES.Identifier)
            this.#name(element, { ...held, what: "response" });
          else if (element) this.#see(held);
        }
        return;
      default:
        this.#see(held);
    }
  }

  #name(name: TSESTree.Identifier, held: Held): void {
    const variable = bindingOf(this.source, name);
    if (!variable || isExported(variable)) {
      this.#see(held);
      return;
    }
    if (this.#variables.has(variable)) return;
    this.#variables.add(variable);
    for (const reference of variable.references) {
      const { identifier } = reference;
      if (reference.isRead() && identifier !== name && !isPush(identifier))
        this.from(identifier, held);
    }
  }

  #member(member: TSESTree.MemberExpression, held: Held): void {
    const name = staticName(member);
    const call = wrapped(member).parent;
    const isCalled = call?.type === AST_NODE_TYPES.CallExpression && calleeOf(call) === member;
    if (name === undefined) this.#see(held);
    else if (held.isPromise && isCalled) this.#onPromise(name, call, held);
    else if (held.what === "responses" || held.what === "nothing") {
      if (name !== "length") this.#see(held);
    } else if (isCalled && bodyReaders.test(name)) this.#body(call, true);
    else if (isCalled && name === "clone") this.from(call, held);
    else this.#read(name, member, held);
  }

  /** `.then(…)`, `.catch(…)`; `.json()` of got and ky; `.send(…)` of superagent. */
  #onPromise(name: string, call: TSESTree.CallExpression, held: Held): void {
    const [first, second] = call.arguments;
    if (name === "then" && first) {
      this.isWaited ||= second !== undefined;
      this.#callback(first, held);
      this.from(call, { what: "nothing", isPromise: true });
    } else if (name === "catch") {
      this.isWaited = true;
      this.from(call, held);
    } else if (bodyReaders.test(name)) this.#body(call, true);
    else if (/^(accept|auth|finally|query|retry|send|set|timeout|type)$/.test(name))
      this.from(call, held);
    else this.#see(held);
  }

  #callback(callback: TSESTree.Node, held: Held): void {
    const fn = functionOf(this.source, callback);
    if (fn?.source.ast !== this.source.ast) {
      this.#see(held);
      return;
    }
    const [parameter] = fn.node.params;
    if (parameter) this.#bind(parameter, { ...held, isPromise: false });
  }

  /** A property of what is held, and what takes it. */
  #read(name: string, target: TSESTree.Node | undefined, held: Held): void {
    if (held.what === "body") {
      if (!counts.test(name)) this.#see(held);
    } else if (held.what !== "response") this.#see(held);
    else if (/^(body|data)$/.test(name)) this.#body(target, false);
    else if (!besides.test(name) && !bodyReaders.test(name)) this.#see(held);
  }

  #body(value: TSESTree.Node | undefined, isPromise: boolean): void {
    this.isBodyRead = true;
    if (value?.type === AST_NODE_TYPES.Identifier) this.#name(value, { what: "body", isPromise });
    else if (value?.type === AST_NODE_TYPES.ObjectPattern)
      this.#bind(value, { what: "body", isPromise });
    else if (value) this.from(value, { what: "body", isPromise });
  }
}

function listOf({ what }: Held): Held["what"] {
  return what === "response" ? "responses" : what;
}

function isExported({ defs: [definition] }: Variable): boolean {
  return definition?.node.parent.parent?.type === AST_NODE_TYPES.ExportNamedDeclaration;
}

/** `jobs` of `jobs.push(…)`. */
function isPush({ parent }: TSESTree.Node): boolean {
  return parent?.type === AST_NODE_TYPES.MemberExpression && staticName(parent) === "push";
}

/** Whether a function that an expression names is handed to `map`: `batches.map(send)`. */
export function mappedBy(use: TSESTree.Node): TSESTree.CallExpression | undefined {
  const { parent: call } = use;
  return call?.type === AST_NODE_TYPES.CallExpression &&
    !isFunction(use) &&
    call.arguments.includes(use as TSESTree.Expression) &&
    /^(flatMap|map)$/.test(calleeName(call) ?? "")
    ? call
    : undefined;
}
