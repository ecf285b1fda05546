import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { usersPerBatch } from "../halo/limits.js";
import type { SourceFile } from "../source/source-file.js";
import { type TextEdit, editKey } from "../source/text-edit.js";
import { namesBatch } from "./batch-note.js";
import { deeperLines } from "./deeper-lines.js";
import type { ListenedStream } from "./end-listeners.js";
import { type FailureHandler, notesOf } from "./failure-handler.js";
import { endOfLine } from "./insertion-points.js";
import { columnsOf, copyCode, indentationAt } from "./layout.js";
import { listenerEdits } from "./listener-edits.js";
import type { FreshNames } from "./names.js";
import { type CollectSite, siteRange } from "./collect-sites.js";
import { returnedValue } from "./guard.js";
import type { CollectPlan } from "./plan.js";
import { type StatementPlace, statementPlace } from "./statement-place.js";
import { handled, updateCall, userObject, warning } from "./site-code.js";
import type { FileStyle } from "./style.js";
import type { SendFunction } from "./send-function.js";
import type { UserUpdate } from "./user-update.js";

/** The edits that make a loop collect its updates, and send them. */
export function collectEdits(
  source: SourceFile,
  plan: CollectPlan,
  update: SendFunction,
  style: FileStyle,
  names: FreshNames,
): TextEdit[] {
  const collect = new Collect(source, plan, update, style, names);
  return [
    ...collect.siteEdits(),
    ...(plan.listened ? collect.listenedEdits(plan.listened) : collect.frameEdits()),
  ];
}

class Collect {
  readonly #updates: string;
  readonly #skipped: string;
  readonly #batch: string;
  /** How many levels deeper the loop stands afterwards. */
  readonly #levels: number;
  readonly #place: StatementPlace;

  constructor(
    private readonly source: SourceFile,
    private readonly plan: CollectPlan,
    private readonly update: SendFunction,
    private readonly style: FileStyle,
    names: FreshNames,
  ) {
    const { first } = plan.frame;
    this.#updates = names.takeLocal("haloUpdates", first);
    this.#skipped = names.takeLocal("haloSkipped", first);
    this.#batch = names.takeLocal("haloBatch", first);
    this.#place = statementPlace(source, first, style);
    this.#levels = this.#place.levels + (plan.guarded ? 1 : 0);
  }

  /** Each call becomes a push; in an unbounded loop full batches are sent on the way. */
  siteEdits(): TextEdit[] {
    const edits = new Map<string, TextEdit>();
    for (const site of this.plan.sites) {
      const push = this.#push(site);
      const flushes = this.#flushInLoop(site);
      // What opens a block before the push must be put in before it.
      const all = [
        ...flushes.filter(({ range }) => range[0] <= push.range[0]),
        push,
        ...flushes.filter(({ range }) => range[0] > push.range[0]),
      ];
      for (const edit of all) {
        // Two sites in one statement share its flush.
        edits.set(editKey(edit), edit);
      }
    }
    return [...edits.values()];
  }

  #push(site: CollectSite): TextEdit {
    const { position, update, inner, flushAfter } = site;
    const { style, source } = this;
    const range = siteRange(site);
    const block = this.#arrowBlock(site);
    if (block) return block;
    const deeper = this.#deeperAt(range[0]);
    if (inner) {
      const indent = this.#indentAt(range[0]);
      const body = indent + style.indent;
      const push = this.#pushCode(update, body, style.width - columnsOf(body)) + style.semicolon;
      const over = copyCode(source, inner.over, indent);
      const head = `for (const ${inner.element} of ${over}) {`;
      return { range, text: `${head}\n${body}${push}\n${indent}}` };
    }
    const end = position.statements ? style.semicolon : "";
    const place = flushAfter && statementPlace(source, flushAfter, style);
    if (place && !place.inList && flushAfter.range[0] === range[0]) {
      // The statement moves into a block of its own, with the flush.
      const indent = place.indent + deeper;
      const room = style.width - columnsOf(indent) - style.semicolon.length;
      return { range, text: this.#pushCode(update, indent, room) + end };
    }
    const indent = this.#indentAt(range[0]);
    const room = style.width - this.#around(range) - columnsOf(deeper);
    const push = this.#pushCode(update, indent, room);
    const space = /(?:\)|\belse)([ \t]+)$/.exec(source.text.slice(0, range[0]))?.[1];
    if (space === undefined || !push.includes("\n")) return { range, text: push + end };
    // After the head of an `if` on the same line: rather on the next line than over several ones.
    const next = indent + style.indent;
    const code = this.#pushCode(update, next, style.width - columnsOf(next) - 1);
    return { range: [range[0] - space.length, range[1]], text: `\n${next}${code}${end}` };
  }

  #pushCode(update: UserUpdate, indent: string, room: number): string {
    const opening = `${this.#updates}.push(`;
    return `${opening}${userObject(update, this.style, indent, room - opening.length - 1)})`;
  }

  /** The block that takes the place of an arrow function's body, where the push is too long for a line, or not all. */
  #arrowBlock({ arrow, needsBlock, sendsInArrow, update }: CollectSite): TextEdit | undefined {
    if (!arrow) return undefined;
    const { source, style } = this;
    const [, end] = arrow.range;
    const rest = /^[^\r\n]*/.exec(source.text.slice(end))?.[0].length ?? 0;
    const line = source.text.slice(
      source.text.lastIndexOf("\n", arrow.range[0]) + 1,
      arrow.range[0],
    );
    const outer = this.#indentAt(arrow.fn.range[0]);
    const room =
      style.width - columnsOf(line) - columnsOf(this.#deeperAt(arrow.fn.range[0])) - rest;
    if (!needsBlock && !this.#pushCode(update, outer, room - 1).includes("\n")) return undefined;
    const inner = outer + style.indent;
    const push = this.#pushCode(update, inner, style.width - columnsOf(inner) - 1);
    const flush = sendsInArrow ? `\n${indented(this.#flush("if", inner), inner)}` : "";
    const text = ` {\n${inner}${push}${style.semicolon}${flush}\n${outer}}`;
    return { range: arrow.range, text };
  }

  /** The lines that send a full batch on the way. */
  #flush(keyword: "if" | "while", indent: string): string[] {
    return [
      `${keyword} (${this.#updates}.length >= ${usersPerBatch}) {`,
      ...this.#sendBatch(indent),
      `}`,
    ];
  }

  #flushInLoop(site: CollectSite): TextEdit[] {
    const { flushAfter, manyPerFlush } = site;
    if (!flushAfter) return [];
    const { source, style } = this;
    const place = statementPlace(source, flushAfter, style);
    const deeper = this.#deeperAt(flushAfter.range[0]);
    const indent = place.indent + deeper;
    const flush = this.#flush(manyPerFlush ? "while" : "if", indent);
    const end = endOfLine(source, Math.max(flushAfter.range[1], siteRange(site)[1]));
    const closing = place.closing.replace("\n", `\n${deeper}`);
    const after: TextEdit = {
      range: [end, end + place.skips],
      text: `\n${indented(flush, indent)}${closing}`,
    };
    if (place.inList) return [after];
    const opening = place.opening.replace("\n", `\n${deeper}`);
    return [{ range: [place.start, flushAfter.range[0]], text: opening }, after];
  }

  /** The columns that the text before and after a range takes on its lines. */
  #around([start, end]: readonly [number, number]): number {
    const { text } = this.source;
    const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    const after = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? "";
    return columnsOf(before) + after.replace(/\s*(\/\/.*)?$/, "").length;
  }

  /** Declares the list before the loop, sends it afterwards, and indents the loop where it is wrapped. */
  frameEdits(): TextEdit[] {
    const { source, plan, style } = this;
    const { frame, guarded, hoisted } = plan;
    const { start, opening, closing, skips, indent } = this.#place;
    const counts = this.#counts;
    const flushed = plan.sites.some((site) => site.flushAfter ?? site.sendsInArrow);
    const inner = guarded ? indent + style.indent : indent;
    const declarations = [
      this.#declaration,
      ...(flushed && counts ? [`let ${this.#skipped} = 0${style.semicolon}`] : []),
      ...this.#resultsLines(),
      ...(hoisted ? [`let ${source.text.slice(...hoisted.range)}${style.semicolon}`] : []),
    ];
    const guard = guarded ? [`try {`] : [];
    const send = this.#sendRest(flushed, inner);
    const after = guarded
      ? `\n${indent}} finally {\n${indented(send, inner)}\n${indent}}`
      : `\n${indented(send, indent)}`;
    const isApart = frame.collects !== frame.first;
    const body = isApart ? declarations : [...declarations, ...guard];
    const end = this.#endOf(frame.last);
    return [
      {
        range: [start, frame.first.range[0]],
        text: `${opening}${body.join(`\n${indent}`)}\n${isApart ? indent : inner}${this.#returns}`,
      },
      ...(isApart ? [insertion(frame.collects.range[0], `${guard.join("")}\n${inner}`)] : []),
      ...this.#hoist(),
      ...this.#bareAwait(),
      ...(plan.awaitAt === undefined ? [] : [insertion(plan.awaitAt, "await ")]),
      ...this.#deeper([frame.collects.range[0], frame.last.range[1]]),
      ...(this.#isBody ? [insertion(frame.last.range[1], style.semicolon)] : []),
      { range: [end, end + skips], text: after + closing },
    ];
  }

  /** Declares the list before a stream has its listeners, which send it when they are told of the end. */
  listenedEdits(listened: ListenedStream): TextEdit[] {
    const { source, style } = this;
    const { first } = listened;
    const sending = {
      lines: (indent: string) => this.#sendRest(false, indent, `${this.#updates}.splice(0)`),
      waits: this.update.gives !== "nothing",
    };
    return [
      insertion(first.range[0], `${this.#declaration}\n${this.#place.indent}`),
      ...listenerEdits(source, listened, sending, style),
    ];
  }

  get #declaration(): string {
    const type = this.style.typescript ? `: ${this.update.type}[]` : "";
    return `const ${this.#updates}${type} = []${this.style.semicolon}`;
  }

  get #counts(): boolean {
    return this.update.gives === "skipped";
  }

  /** The lines that send what is left after the loop; batch by batch where a failure ends nothing. */
  #sendRest(flushed: boolean, indent: string, list = this.#updates): string[] {
    const told = this.#counts ? warning(this.#skipped, this.style) : [];
    if (!this.#onFailure) {
      const counter = flushed ? `${this.#skipped} += ` : `const ${this.#skipped} = `;
      return [this.#send(counter, list, indent), ...told];
    }
    const isDeclared = flushed || !this.#counts;
    return [
      ...(isDeclared ? [] : [`let ${this.#skipped} = 0${this.style.semicolon}`]),
      `while (${this.#updates}.length > 0) {`,
      ...this.#sendBatch(indent),
      `}`,
      ...told,
    ];
  }

  /** The lines that send one batch, a level deeper than `indent`. */
  #sendBatch(indent: string): string[] {
    const { style } = this;
    const handler = this.#onFailure;
    const inner = indent + style.indent.repeat(handler ? 2 : 1);
    const taken = `${this.#updates}.splice(0, ${usersPerBatch})`;
    const isNamed = handler !== undefined && notesOf(handler).some(namesBatch);
    const batch = isNamed ? this.#batch : taken;
    const send = this.#send(`${this.#skipped} += `, batch, inner);
    const naming = isNamed ? [`const ${batch} = ${taken}${style.semicolon}`] : [];
    return [...naming, ...handled([send], handler, style, batch)].map(
      (line) => line && style.indent + line,
    );
  }

  get #onFailure(): FailureHandler | undefined {
    return this.plan.sites[0]?.onFailure;
  }

  #send(counter: string, list: string, indent: string): string {
    const { gives } = this.update;
    const call = updateCall(this.update, this.plan.connection, () => list, this.style, indent);
    const opening = (gives === "skipped" ? counter : "") + (gives === "nothing" ? "" : "await ");
    return opening + call(indent.length + opening.length) + this.style.semicolon;
  }

  #indentAt(offset: number): string {
    return indentationAt(this.source.text, offset) + this.#deeperAt(offset);
  }

  /** What is added to the indentation of a line; nothing before the guard. */
  #deeperAt(offset: number): string {
    const { collects } = this.plan.frame;
    return offset < collects.range[0] ? "" : this.style.indent.repeat(this.#levels);
  }

  /** Whether an arrow function's whole body becomes a block. */
  get #isBody(): boolean {
    return this.plan.frame.first.parent?.type === AST_NODE_TYPES.ArrowFunctionExpression;
  }

  /** What the block of an arrow function needs to give what its body gave. */
  get #returns(): string {
    return this.#isBody && returnedValue(this.source, this.plan.frame.first) ? "return " : "";
  }

  /** Where code after a statement goes. After an arrow function's body follows what is not its own. */
  #endOf(statement: TSESTree.Node): number {
    const [, end] = statement.range;
    return this.#isBody ? end : endOfLine(this.source, end);
  }

  /** Makes an assignment of a declaration whose name is declared before the guard. */
  #hoist(): TextEdit[] {
    const { hoisted, frame } = this.plan;
    if (!hoisted) return [];
    const type = hoisted.typeAnnotation;
    return [
      { range: [frame.last.range[0], hoisted.range[0]], text: "" },
      ...(type ? [{ range: type.range, text: "" }] : []),
    ];
  }

  /** Declares the list of results before anything is sent. */
  #resultsLines(): string[] {
    const results = this.#onFailure?.results;
    const type = this.style.typescript ? ": PromiseSettledResult<unknown>[]" : "";
    return results ? [`const ${results.name}${type} = []${this.style.semicolon}`] : [];
  }

  /** Leaves of `const results = await …` the `await`, unless the statement goes. */
  #bareAwait(): TextEdit[] {
    const results = this.#onFailure?.results;
    const goes = this.plan.waiting.some(({ range }) => range[0] === results?.naming[0]);
    return results && !goes ? [{ range: results.naming, text: "" }] : [];
  }

  /** Moves the lines of the loop by the levels that it is wrapped in. */
  #deeper(range: readonly [number, number]): TextEdit[] {
    if (this.#levels === 0) return [];
    const fixed = this.plan.sites.flatMap((site): (readonly [number, number])[] => {
      const { flushAfter } = site;
      const place = flushAfter && statementPlace(this.source, flushAfter, this.style);
      const own = site.arrow?.range ?? siteRange(site);
      return place ? [own, [place.start, flushAfter.range[0]]] : [own];
    });
    return deeperLines(this.source, range, this.style.indent.repeat(this.#levels), fixed);
  }
}

function insertion(offset: number, text: string): TextEdit {
  return { range: [offset, offset], text };
}

function indented(lines: readonly string[], indent: string): string {
  return lines.map((line) => indent + line).join("\n");
}
