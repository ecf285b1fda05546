import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf } from "../source/source-file.js";
import {
  calleeName,
  childrenOf,
  descendants,
  enclosingFunction,
  isWithin,
} from "../source/syntax.js";
import { applyEdits, type TextEdit } from "../source/text-edit.js";
import { isBodyRead } from "./handled-response.js";
import type { IdentifySite } from "./identify-site.js";
import { holdsLines, indentationAt } from "./layout.js";
import { isLogMethod } from "./log-call.js";
import { countOf, flagOf, keptValue, noteParts, written } from "./note-statement.js";
import { type NamedResponse, partOf } from "./response-test.js";
import type { FileStyle } from "./style.js";
import { fieldFor } from "./update-field.js";

/** What the code notes about one user, as it is noted about the users of a batch. */
export interface BatchNote {
  /** The code, in pieces between which the name of the batch goes. */
  text: readonly string[];
  /** What the lines of the code after the first are indented by. */
  indentation: string;
  /** The fields of each user's update that the code reads; where there are none, it runs once for the batch. */
  fields: readonly string[];
  /** The names that the code reads. */
  names: readonly string[];
}

/** Where the noted code stands, and what goes with it. */
export interface NoteContext {
  site: IdentifySite;
  /** The statement that holds the whole iteration; `undefined` for a single call. */
  within: TSESTree.Node | undefined;
  /** All code that notes how the request went. */
  notes: readonly TSESTree.Node[];
  /** The `catch` clause, or the function, that is given the error; its names are not those of a turn. */
  handler?: TSESTree.Node | undefined;
  /** The response that the code reads. */
  response?: NamedResponse | undefined;
  /** The name of the error that a batch has in the place of a response. */
  error?: string | undefined;
  style: FileStyle;
}

/** Stands for the name of the batch, which is given out later. */
const batch = "\0";

/** Whether a note is about each user of a batch, or says how many they are. */
export function namesBatch({ text, fields }: BatchNote): boolean {
  return fields.length > 0 || text.length > 1;
}

/**
 * The code of statements, or of one expression, for a batch; `undefined` where it does more than note how the request
 * went, or reads of its turn what the updates do not hold.
 */
export function batchNote(
  context: NoteContext,
  code: readonly TSESTree.Node[],
): BatchNote | undefined {
  const { site, style } = context;
  const { source } = site;
  const [first] = code;
  const last = code.at(-1);
  const note = new Note(context, code);
  const edits = note.edits();
  if (!first || !last || !edits || code.some(holdsLines)) return undefined;
  const start = first.range[0];
  const moved = edits.map(({ range, text }) => ({
    range: [range[0] - start, range[1] - start] as const,
    text,
  }));
  const text = applyEdits(source.text.slice(start, last.range[1]), moved);
  const isStatement = /(Statement|Declaration)$/.test(last.type);
  return {
    text: (isStatement ? text : text + style.semicolon).split(batch),
    indentation: indentationAt(source.text, start),
    fields: note.fields,
    names: code.flatMap(namesIn),
  };
}

/** The names in a node. */
export function namesIn(node: TSESTree.Node): string[] {
  return identifiersIn([node]).map(({ name }) => name);
}

/** Whether an expression reads anything that differs between users. */
export function readsTurn(context: NoteContext, node: TSESTree.Node): boolean {
  return new Note(context, [node]).isOfTurn(node);
}

function identifiersIn(code: readonly TSESTree.Node[]): TSESTree.Identifier[] {
  return code
    .flatMap((node) => [...descendants(node)])
    .filter((node) => node.type === AST_NODE_TYPES.Identifier);
}

class Note {
  readonly #fields = new Set<string>();
  /** The expressions of the turn that others take the place of. */
  readonly #replaced: TSESTree.Node[] = [];

  constructor(
    private readonly context: NoteContext,
    private readonly code: readonly TSESTree.Node[],
  ) {}

  get fields(): readonly string[] {
    return ["user_id", "traits"].filter((field) => this.#fields.has(field));
  }

  /** What is written otherwise for a batch; `undefined` where the code cannot be written for one. */
  edits(): TextEdit[] | undefined {
    const { source } = this.context.site;
    const parts = this.code.map((node) => noteParts(source, node));
    if (!parts.every((some) => some !== undefined)) return undefined;
    if (!parts.flat().every((part) => this.#isSharedTarget(part))) return undefined;
    const edits = this.code.map((node) => this.#reads(node));
    if (!edits.every((some) => some !== undefined) || this.#hidesName()) return undefined;
    if (this.#fields.size > 0) return edits.flat();
    const totals = parts.flat().map((part) => this.#total(part));
    if (!totals.every((some) => some !== undefined)) return undefined;
    return [...edits.flat(), ...totals.flat()];
  }

  /** Whether what a part writes is of no turn, and nothing else in the iteration looks at it. */
  #isSharedTarget(part: TSESTree.Node): boolean {
    const { site, within, notes } = this.context;
    const { source } = site;
    const target = written(source, part);
    if (!target || source.text.slice(...target.range) === "process.exitCode") return true;
    const variable = bindingOf(source, target);
    if (!variable || !within) return variable !== undefined && flagOf(part) !== undefined;
    return (
      !variable.defs.some(({ name }) => isWithin(name, within)) &&
      variable.references.every(
        ({ identifier }) =>
          !isWithin(identifier, within) || notes.some((node) => isWithin(identifier, node)),
      )
    );
  }

  /** `failed += 1` and `errors.push(error)`, for as many users as the batch has. */
  #total(part: TSESTree.Node): TextEdit[] | undefined {
    const { source } = this.context.site;
    const count = countOf(part);
    const kept = keptValue(source, part);
    if (!count && !kept) return [];
    // In a branch it would not be all users of a batch.
    if (!this.code.includes(part)) return undefined;
    if (count) {
      const target = source.text.slice(...count.target.range);
      const text = `${target} ${count.isUp ? "+=" : "-="} ${batch}.length`;
      const { range } = part.type === AST_NODE_TYPES.ExpressionStatement ? part.expression : part;
      return [{ range, text }];
    }
    const [value, another] = kept?.values ?? [];
    if (kept?.method !== "push" || !value || another) return undefined;
    return [
      { range: [value.range[0], value.range[0]], text: `...${batch}.map(() => ` },
      { range: [value.range[1], value.range[1]], text: ")" },
    ];
  }

  /** Puts what a batch has in the place of what the turn has; `undefined` where it has nothing for that. */
  #reads(node: TSESTree.Node): TextEdit[] | undefined {
    const { site, response, error } = this.context;
    if (this.isOfTurn(node)) {
      const field = fieldFor(site, node);
      if (field) {
        this.#fields.add(field.name);
        return this.#replace(node, field.code);
      }
      const part = response && responsePart(response, node);
      if (part !== undefined) {
        const code = error && errorCode(error, part, node, isPrinted(node, this.code));
        return code === undefined ? undefined : this.#replace(node, code);
      }
      if (node.type === AST_NODE_TYPES.Identifier) return undefined;
    }
    if (node.type === AST_NODE_TYPES.ThisExpression && !this.#hasSameThis(node)) return undefined;
    const all = childrenToRead(node).map((child) => this.#reads(child));
    return all.every((some) => some !== undefined) ? all.flat() : undefined;
  }

  /** Puts code in the place of an expression of the turn. In TypeScript it is `unknown`, which can only be printed. */
  #replace(node: TSESTree.Node, code: string): TextEdit[] | undefined {
    const { site, style } = this.context;
    const { parent } = node;
    const kept =
      parent?.type === AST_NODE_TYPES.CallExpression && keptValue(site.source, parent)?.elementType;
    const cast = style.typescript && kept ? ` as ${kept}` : "";
    const isKnown = !style.typescript || cast !== "" || code.endsWith(".message");
    if (!isKnown && !isPrinted(node, this.code)) return undefined;
    if (style.typescript && code.startsWith("traits.")) return undefined;
    this.#replaced.push(node);
    const isShorthand = parent?.type === AST_NODE_TYPES.Property && parent.shorthand;
    const key = isShorthand ? `${site.source.text.slice(...node.range)}: ` : "";
    return [{ range: node.range, text: key + code + cast }];
  }

  /** Whether an expression reads anything that differs between users. */
  isOfTurn(node: TSESTree.Node): boolean {
    const { source } = this.context.site;
    return identifiersIn([node]).some((identifier) => {
      const variable = bindingOf(source, identifier);
      return variable !== undefined && !this.#isShared(variable);
    });
  }

  /** Whether a variable is the same for all users: nothing of the iteration, the code's own names aside. */
  #isShared(variable: Variable): boolean {
    const { within, notes } = this.context;
    if (!within || this.#isOwn(variable)) return true;
    const isCounted = variable.references.some(
      (reference) =>
        isWithin(reference.identifier, within) &&
        reference.isWrite() &&
        !notes.some((node) => isWithin(reference.identifier, node)),
    );
    return !isCounted && !variable.defs.some(({ name }) => isWithin(name, within));
  }

  /** Whether the code declares a variable itself, or what gives it the error. */
  #isOwn({ defs }: Variable): boolean {
    const { handler } = this.context;
    const own = handler ? [handler] : this.code;
    return defs.some(({ name }) => own.some((node) => isWithin(name, node)));
  }

  #hasSameThis(node: TSESTree.Node): boolean {
    const { within } = this.context;
    return !within || ownerOfThis(node) === ownerOfThis(within);
  }

  /** Whether what the batch has hides another variable, which the code reads. */
  #hidesName(): boolean {
    const { error } = this.context;
    return identifiersIn(this.code).some(
      (identifier) =>
        (this.#fields.has(identifier.name) || identifier.name === error) &&
        bindingOf(this.context.site.source, identifier) !== undefined &&
        !this.#replaced.some((node) => isWithin(identifier, node)),
    );
  }
}

/** Which part of a response an expression gives: `text` where it is the body as a text, `content` as anything. */
function responsePart(response: NamedResponse, node: TSESTree.Node): string | undefined {
  if (!isBodyRead(response, node)) return partOf(response, node);
  const call = node.type === AST_NODE_TYPES.AwaitExpression ? node.argument : node;
  const isText = call.type === AST_NODE_TYPES.CallExpression && calleeName(call) === "text";
  return isText && call !== node ? "text" : "content";
}

/** What an error says of a response; `undefined` where it says nothing of that. */
function errorCode(
  error: string,
  part: string,
  { parent }: TSESTree.Node,
  isPrinted: boolean,
): string | undefined {
  if (part === "status" || part === "statusCode") return `${error}.status`;
  if (parent?.type === AST_NODE_TYPES.MemberExpression) return undefined;
  if (part === "text" || part === "statusText") return `${error}.message`;
  return isPrinted && (part === "" || part === "content") ? `${error}.message` : undefined;
}

/** The nodes in a node that are read: not the names of members. */
function childrenToRead(node: TSESTree.Node): TSESTree.Node[] {
  if (node.type === AST_NODE_TYPES.Property && !node.computed) return [node.value];
  if (node.type === AST_NODE_TYPES.MemberExpression && !node.computed) return [node.object];
  return childrenOf(node);
}

/** Whether a value is only made a text of: it goes into a template, or into a log other than as what that is about. */
function isPrinted(node: TSESTree.Node, code: readonly TSESTree.Node[]): boolean {
  const { parent } = node;
  if (!parent || code.includes(node)) return false;
  if (parent.type === AST_NODE_TYPES.TemplateLiteral) return true;
  if (parent.type !== AST_NODE_TYPES.CallExpression) return isPrinted(parent, code);
  if (!isLogMethod(parent.callee)) return false;
  const { callee } = parent;
  const isConsole =
    callee.type === AST_NODE_TYPES.MemberExpression &&
    callee.object.type === AST_NODE_TYPES.Identifier &&
    callee.object.name === "console";
  return isConsole || parent.arguments[0] !== node || node.type === AST_NODE_TYPES.ObjectExpression;
}

function ownerOfThis(node: TSESTree.Node): TSESTree.Node | undefined {
  const fn = enclosingFunction(node);
  return fn?.type === AST_NODE_TYPES.ArrowFunctionExpression ? ownerOfThis(fn) : fn;
}
