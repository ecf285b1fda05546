import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { usersPerBatch } from "../halo/limits.js";
import type { SourceFile } from "../source/source-file.js";
import { descendants } from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";
import { endOfLine } from "./insertion-points.js";
import { columnsOf, copyCode, indentationAt } from "./layout.js";
import type { FreshNames } from "./names.js";
import { type CollectSite, siteRange } from "./collect-sites.js";
import type { CollectPlan } from "./plan.js";
import { type StatementPlace, statementPlace } from "./statement-place.js";
import { updateCall, userObject, warning } from "./site-code.js";
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
  return [...collect.siteEdits(), ...collect.frameEdits()];
}

class Collect {
  readonly #updates: string;
  readonly #skipped: string;
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
    this.#updates = names.takeLocal("haloUpdates", plan.statement);
    this.#skipped = names.takeLocal("haloSkipped", plan.statement);
    this.#place = statementPlace(source, plan.statement, style);
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
        edits.set(`${edit.range.join()} ${edit.text}`, edit);
      }
    }
    return [...edits.values()];
  }

  #push(site: CollectSite): TextEdit {
    const { position, update, inner, flushAfter } = site;
    const { style, source } = this;
    const range = siteRange(site);
    const deeper = style.indent.repeat(this.#levels);
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

  #flushInLoop(site: CollectSite): TextEdit[] {
    const { flushAfter, manyPerFlush } = site;
    if (!flushAfter) return [];
    const { source, style } = this;
    const place = statementPlace(source, flushAfter, style);
    const deeper = style.indent.repeat(this.#levels);
    const indent = place.indent + deeper;
    const batch = `${this.#updates}.splice(0, ${usersPerBatch})`;
    const flush = [
      `${manyPerFlush ? "while" : "if"} (${this.#updates}.length >= ${usersPerBatch}) {`,
      `${style.indent}${this.#send(`${this.#skipped} += `, batch, indent + style.indent)}`,
      `}`,
    ];
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
    const { statement, guarded } = plan;
    const { start, opening, closing, skips, indent } = this.#place;
    const counts = this.update.gives === "skipped";
    const flushed = plan.sites.some((site) => site.flushAfter);
    const inner = guarded ? indent + style.indent : indent;
    const type = style.typescript ? `: ${this.update.type}[]` : "";
    const before = [
      `const ${this.#updates}${type} = []${style.semicolon}`,
      ...(flushed && counts ? [`let ${this.#skipped} = 0${style.semicolon}`] : []),
      ...(guarded ? [`try {`] : []),
    ];
    const target = flushed ? `${this.#skipped} += ` : `const ${this.#skipped} = `;
    const send = [
      this.#send(target, this.#updates, inner),
      ...(counts ? warning(this.#skipped, style) : []),
    ];
    const after = guarded
      ? `\n${indent}} finally {\n${indented(send, inner)}\n${indent}}`
      : `\n${indented(send, indent)}`;
    const end = endOfLine(source, statement.range[1]);
    const head: TextEdit = {
      range: [start, statement.range[0]],
      text: `${opening}${before.join(`\n${indent}`)}\n${inner}`,
    };
    return [
      head,
      ...(plan.awaitAt === undefined ? [] : [insertion(plan.awaitAt, "await ")]),
      ...this.#deeper(statement),
      { range: [end, end + skips], text: after + closing },
    ];
  }

  #send(counter: string, list: string, indent: string): string {
    const { gives } = this.update;
    const call = updateCall(this.update, this.plan.connection, () => list, this.style, indent);
    const opening = (gives === "skipped" ? counter : "") + (gives === "nothing" ? "" : "await ");
    return opening + call(indent.length + opening.length) + this.style.semicolon;
  }

  #indentAt(offset: number): string {
    return indentationAt(this.source.text, offset) + this.style.indent.repeat(this.#levels);
  }

  /** Moves the lines of the loop by the levels that it is wrapped in; lines inside strings stay. */
  #deeper(statement: TSESTree.Node): TextEdit[] {
    if (this.#levels === 0) return [];
    const { text } = this.source;
    const fixed = this.plan.sites.flatMap((site): (readonly [number, number])[] => {
      const { flushAfter } = site;
      const place = flushAfter && statementPlace(this.source, flushAfter, this.style);
      const own = siteRange(site);
      return place ? [own, [place.start, flushAfter.range[0]]] : [own];
    });
    for (const node of descendants(statement)) {
      if (node.type === AST_NODE_TYPES.TemplateElement) fixed.push(node.range);
    }
    const edits: TextEdit[] = [];
    const [start, end] = statement.range;
    for (
      let line = text.indexOf("\n", start) + 1;
      line > 0 && line < end;
      line = text.indexOf("\n", line) + 1
    ) {
      const isBlank = /^[ \t]*\r?$/.test(text.slice(line, text.indexOf("\n", line)));
      if (isBlank || fixed.some((range) => range[0] < line && line <= range[1])) continue;
      edits.push(insertion(line, this.style.indent.repeat(this.#levels)));
    }
    return edits;
  }
}

function insertion(offset: number, text: string): TextEdit {
  return { range: [offset, offset], text };
}

function indented(lines: readonly string[], indent: string): string {
  return lines.map((line) => indent + line).join("\n");
}
