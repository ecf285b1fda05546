import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { clientEvidence } from "../../find/client-code.js";
import type { Settings } from "../../find/settings.js";
import { isTestFile } from "../../find/test-files.js";
import { projectFacts } from "../../project/project-facts.js";
import type { PlacedNode, References } from "../../source/references.js";
import { bindingOf, type SourceFile, isRewritten } from "../../source/source-file.js";
import { calleeName, type FunctionNode } from "../../source/syntax.js";
import { type TextEdit, editKey } from "../../source/text-edit.js";
import { isModule } from "../awaiting.js";
import {
  asyncEdits,
  calledInPlace,
  mayBeAsync,
  promisedEdits,
  returnsPromise,
} from "./async-function.js";
import { awaitEdits, awaitingFunction } from "./await-edits.js";
import { isExports, type Mention, mentionOf } from "./function-mention.js";
import { isExportedDeclaration, mayHaveNoCallers } from "./unseen-callers.js";

/** What makes a function async: the edits of each file, by its path. */
export type AsyncChange = ReadonlyMap<string, readonly TextEdit[]>;

/** What a change depends on besides the file. */
export interface AsyncContext {
  settings: Settings;
  /** Not there for hosts that change one file alone. */
  references?: References | undefined;
}

/**
 * Makes a function async, and awaits it wherever it is called, which makes those functions async in turn.
 * `undefined` where one of them cannot be, or where not all callers are known.
 */
export function asyncChange(
  source: SourceFile,
  fn: FunctionNode,
  context: AsyncContext,
): AsyncChange | undefined {
  const change = new Change(source, context);
  return change.make(fn) ? change.edits() : undefined;
}

type PlacedFunction = PlacedNode<FunctionNode>;

/** A call that must be awaited. */
type PlacedCall = PlacedNode<TSESTree.CallExpression>;

class Change {
  readonly #edits = new Map<string, Map<string, TextEdit>>();

  constructor(
    private readonly source: SourceFile,
    private readonly context: AsyncContext,
  ) {}

  make(first: FunctionNode): boolean {
    const functions: PlacedFunction[] = [{ source: this.source, node: first }];
    const seen = new Set<FunctionNode>();
    // Grows while it is walked.
    for (const fn of functions) {
      if (fn.node.async || seen.has(fn.node)) continue;
      seen.add(fn.node);
      const calls = mayBeAsync(fn.node) ? this.#callsToAwait(fn) : undefined;
      if (!calls || !this.#add(fn.source, asyncEdits(fn.source, fn.node))) return false;
      for (const { source, node } of calls) {
        const around = awaitingFunction(node);
        const edits = awaitEdits(source, node);
        if (around === undefined || !edits || !this.#add(source, edits)) return false;
        if ((around && isDropped(around)) || this.#runsInBrowser(source)) return false;
        if (around) functions.push({ source, node: around });
        else if (edits.length > 0 && !isModule(source, projectFacts(source.path))) return false;
      }
    }
    return true;
  }

  /** What a browser's code calls would run there, token and all. */
  #runsInBrowser(caller: SourceFile): boolean {
    return caller.path !== this.source.path && clientEvidence(caller) !== undefined;
  }

  edits(): AsyncChange {
    return new Map([...this.#edits].map(([path, edits]) => [path, [...edits.values()]]));
  }

  /** Two ways may lead to one caller, whose edits are then the same. */
  #add({ path }: SourceFile, edits: readonly TextEdit[]): boolean {
    if (edits.length === 0) return true;
    const isOwn = path === this.source.path;
    if (!isOwn && this.context.references?.mayChange(path) !== true) return false;
    const known = this.#edits.get(path) ?? new Map<string, TextEdit>();
    this.#edits.set(path, known);
    for (const edit of edits) known.set(editKey(edit), edit);
    return true;
  }

  /** The calls that must be awaited when a function is async; `undefined` where not all of them are known. */
  #callsToAwait(fn: PlacedFunction): readonly PlacedCall[] | undefined {
    const inPlace = calledInPlace(fn.node);
    if (inPlace) return [{ source: fn.source, node: inPlace }];
    if (returnsPromise(fn.node) || isAwaitedCallback(fn)) return [];
    const places = this.#placesOf(fn);
    if (!places) return undefined;
    const calls: PlacedCall[] = [];
    const mentions: Mention[] = [];
    for (const { source, node } of places) {
      const mention = mentionOf(node);
      if (!mention) return undefined;
      mentions.push(mention);
      if (mention.does === "call") calls.push({ source, node: mention.call });
      if (mention.does === "declare" && mention.type)
        this.#add(source, promisedEdits(mention.type));
    }
    if (calls.length > 0) return calls;
    const { references, settings } = this.context;
    const isFree =
      references !== undefined &&
      mayHaveNoCallers(fn.source, fn.node, mentions, references, settings);
    return isFree ? [] : undefined;
  }

  /** The names of a variable that its file keeps to itself can be read off the file. */
  #placesOf({ source, node }: PlacedFunction): readonly PlacedNode[] | undefined {
    const name = nameOf(node);
    if (!name) return undefined;
    const variable =
      name === node.id || node.parent.type === AST_NODE_TYPES.VariableDeclarator
        ? bindingOf(source, name)
        : undefined;
    if (variable && isRewritten(variable)) return undefined;
    if (!variable || isVisible(variable, node)) return this.context.references?.of(source, name);
    return [...variable.references.map(({ identifier }) => identifier), ...variable.identifiers]
      .filter((identifier) => identifier !== name)
      .map((identifier) => ({ source, node: identifier }));
  }
}

/** The identifier that a function is known by: of its declaration, of the variable or export that holds it, or the method's key. */
function nameOf(fn: FunctionNode): TSESTree.Node | undefined {
  const { parent } = fn;
  if (fn.type === AST_NODE_TYPES.FunctionDeclaration) return fn.id ?? undefined;
  // Inside, a function expression may be called by a name of its own.
  if (fn.type === AST_NODE_TYPES.FunctionExpression && fn.id) return undefined;
  switch (parent.type) {
    case AST_NODE_TYPES.VariableDeclarator:
      return parent.id.type === AST_NODE_TYPES.Identifier ? parent.id : undefined;
    case AST_NODE_TYPES.AssignmentExpression:
      return parent.left.type === AST_NODE_TYPES.MemberExpression && isExports(parent.left.object)
        ? parent.left.property
        : undefined;
    case AST_NODE_TYPES.MethodDefinition:
    case AST_NODE_TYPES.PropertyDefinition:
      return isFreeOfContract(parent.parent.parent) ? parent.key : undefined;
    default:
      return undefined;
  }
}

/** Whether a class promises its members to nobody by its head: no base class and no interface asks for them. */
function isFreeOfContract({
  superClass,
  implements: interfaces,
}: TSESTree.ClassDeclaration | TSESTree.ClassExpression): boolean {
  // Parsers that know no interfaces leave the list out.
  return superClass === null && ((interfaces as readonly unknown[] | undefined) ?? []).length === 0;
}

/** Whether other files may see what a variable of the top level holds. */
function isVisible(variable: Variable, fn: FunctionNode): boolean {
  if (isExportedDeclaration(fn)) return true;
  return variable.references.some(({ identifier }) => mentionOf(identifier)?.does === "export");
}

const droppers =
  /^(forEach|filter|some|every|find\w*|sort|on|once|add\w*Listener|set(Timeout|Interval|Immediate)|nextTick|queueMicrotask|subscribe)$/;

/** Whether a function is written where it is given to what drops the promise that it returns when it is async. */
function isDropped(fn: FunctionNode): boolean {
  const call = fn.parent;
  if (call.type !== AST_NODE_TYPES.CallExpression || call.callee === fn) return false;
  return droppers.test(calleeName(call) ?? "");
}

const testFunctions = /^(it|test|before|after|(before|after)(Each|All))$/;

/** Whether whoever is given a function awaits what it returns: the rest of a chain of promises, or what runs tests. */
function isAwaitedCallback({ source, node }: PlacedFunction): boolean {
  const call = node.parent;
  if (call.type !== AST_NODE_TYPES.CallExpression || call.callee === node) return false;
  const name = calleeName(call) ?? "";
  const isOfChain =
    call.callee.type === AST_NODE_TYPES.MemberExpression && /^(then|catch|finally)$/.test(name);
  // A test that has a parameter may be told by it that it is over.
  return isOfChain || (isTestFile(source) && testFunctions.test(name) && node.params.length === 0);
}
