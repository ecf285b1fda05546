import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { usersPerBatch } from "../halo/limits.js";
import type { SourceFile } from "../source/source-file.js";
import { descendants } from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";
import { endOfLine } from "./insertion-points.js";
import { indentationAt } from "./layout.js";
import type { FreshNames } from "./names.js";
import type { CollectPlan, CollectSite } from "./plan.js";
import { updateCall, userObject, warning } from "./site-code.js";
import type { FileStyle } from "./style.js";
import type { UpdateFunction } from "./update-function.js";

/** The edits that make a loop collect its updates, and send them. */
export function collectEdits(
  source: SourceFile,
  plan: CollectPlan,
  update: UpdateFunction,
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
  readonly #inList: boolean;

  constructor(
    private readonly source: SourceFile,
    private readonly plan: CollectPlan,
    private readonly update: UpdateFunction,
    private readonly style: FileStyle,
    names: FreshNames,
  ) {
    this.#updates = names.take("haloUpdates");
    this.#skipped = names.take("haloSkipped");
    this.#inList = isInList(plan.statement);
    this.#levels = (this.#inList ? 0 : 1) + (plan.guarded ? 1 : 0);
  }

  /** Each call becomes a push; in an unbounded loop full batches are sent on the way. */
  siteEdits(): TextEdit[] {
    const edits = new Map<string, TextEdit>();
    for (const site of this.plan.sites) {
      for (const edit of [this.#push(site), ...this.#flushInLoop(site)]) {
        // Two sites in one statement share its flush.
        edits.set(`${edit.range.join()} ${edit.text}`, edit);
      }
    }
    return [...edits.values()];
  }

  #push({ position, update }: CollectSite): TextEdit {
    const indent = this.#indentAt(position.range[0]);
    const opening = `${this.#updates}.push(`;
    const user = userObject(
      update,
      this.style,
      indent,
      this.style.width - indent.length - opening.length - 2,
    );
    const end = position.statements ? this.style.semicolon : "";
    return { range: position.range, text: `${opening}${user})${end}` };
  }

  #flushInLoop({ position, flushAfter, manyPerFlush }: CollectSite): TextEdit[] {
    if (!flushAfter) return [];
    const end = Math.max(flushAfter.range[1], position.range[1]);
    const indent = this.#indentAt(flushAfter.range[0]);
    const inner = indent + this.style.indent;
    const batch = `${this.#updates}.splice(0, ${usersPerBatch})`;
    const flush = [
      `${manyPerFlush ? "while" : "if"} (${this.#updates}.length >= ${usersPerBatch}) {`,
      `${this.style.indent}${this.#send(`${this.#skipped} += await `, batch, inner)}`,
      `}`,
    ];
    if (isInList(flushAfter))
      return [insertion(endOfLine(this.source, end), "\n" + indented(flush, indent))];
    return [
      insertion(flushAfter.range[0], "{ "),
      insertion(end, "\n" + indented(flush, inner) + `\n${indent}}`),
    ];
  }

  /** Declares the list before the loop, sends it afterwards, and indents the loop where it is wrapped. */
  frameEdits(): TextEdit[] {
    const { source, plan, style } = this;
    const { statement, guarded } = plan;
    const flushed = plan.sites.some((site) => site.flushAfter);
    const outer = indentationAt(source.text, statement.range[0]);
    const indent = this.#inList ? outer : outer + style.indent;
    const inner = guarded ? indent + style.indent : indent;
    const type = style.typescript ? `: ${this.update.type}[]` : "";
    const before = [
      `const ${this.#updates}${type} = []${style.semicolon}`,
      ...(flushed ? [`let ${this.#skipped} = 0${style.semicolon}`] : []),
      ...(guarded ? [`try {`] : []),
    ];
    const opening = this.#inList ? "" : `{\n${indent}`;
    const target = flushed ? `${this.#skipped} += await ` : `const ${this.#skipped} = await `;
    const send = [this.#send(target, this.#updates, inner), ...warning(this.#skipped, style)];
    const after = guarded
      ? `\n${indent}} finally {\n${indented(send, inner)}\n${indent}}`
      : `\n${indented(send, indent)}`;
    const end = endOfLine(source, statement.range[1]);
    return [
      insertion(statement.range[0], `${opening}${before.join(`\n${indent}`)}\n${inner}`),
      ...(plan.awaitAt === undefined ? [] : [insertion(plan.awaitAt, "await ")]),
      ...this.#deeper(statement),
      insertion(end, after + (this.#inList ? "" : `\n${outer}}`)),
    ];
  }

  #send(target: string, list: string, indent: string): string {
    const call = updateCall(this.update, this.plan.connection, () => list, this.style, indent);
    return target + call(indent.length + target.length) + this.style.semicolon;
  }

  #indentAt(offset: number): string {
    return indentationAt(this.source.text, offset) + this.style.indent.repeat(this.#levels);
  }

  /** Moves the lines of the loop by the levels that it is wrapped in; lines inside strings stay. */
  #deeper(statement: TSESTree.Node): TextEdit[] {
    if (this.#levels === 0) return [];
    const { text } = this.source;
    const fixed: (readonly [number, number])[] = this.plan.sites.map(
      ({ position }) => position.range,
    );
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

/** Whether statements may be put before and after this one. */
function isInList(statement: TSESTree.Node): boolean {
  const type = statement.parent?.type;
  return type === AST_NODE_TYPES.BlockStatement || type === AST_NODE_TYPES.Program;
}
