import { applyEdits, type TextEdit } from "./text-edit.js";

/** A part of a text that an edit wrote, before and after. */
interface Written {
  before: readonly [number, number];
  after: readonly [number, number];
}

/** A text after edits that do not overlap, with the way between places in it and in the text before. */
export class EditedText {
  readonly text: string;
  readonly #written: readonly Written[];

  constructor(before: string, edits: readonly TextEdit[]) {
    this.text = applyEdits(before, edits);
    let shift = 0;
    this.#written = edits
      .toSorted((a, b) => a.range[0] - b.range[0])
      .map(({ range, text }) => {
        const start = range[0] + shift;
        shift += text.length - (range[1] - range[0]);
        return { before: range, after: [start, start + text.length] as const };
      });
  }

  /** The ranges of what the edits wrote. */
  get written(): (readonly [number, number])[] {
    return this.#written.map(({ after }) => after);
  }

  /** Where a place was before; `undefined` for what an edit wrote. */
  originOf(offset: number): number | undefined {
    const isWritten = this.#written.some(({ after }) => after[0] <= offset && offset < after[1]);
    return isWritten ? undefined : this.#origin(offset, "end");
  }

  /** Whether an edit took a place of the text before away. */
  isGone(offset: number): boolean {
    return this.#written.some(({ before }) => before[0] <= offset && offset < before[1]);
  }

  /** Where a place of the text before is afterwards; inside of what an edit replaced, where that starts. */
  placeOf(offset: number): number {
    const last = this.#written.findLast(({ before }) => before[0] <= offset);
    if (!last) return offset;
    return offset < last.before[1] ? last.after[0] : offset - last.before[1] + last.after[1];
  }

  /** The edits of the text before that do what these and then others, made for the text afterwards, do. */
  followedBy(others: readonly TextEdit[]): TextEdit[] {
    const changes = [
      ...this.#written.map(({ after }) => ({ range: after, edits: [] as TextEdit[] })),
      ...others.map((edit) => ({ range: edit.range, edits: [edit] })),
    ].toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
    const hunks: typeof changes = [];
    for (const change of changes) {
      const last = hunks.at(-1);
      if (last && change.range[0] <= last.range[1]) {
        last.range = [last.range[0], Math.max(last.range[1], change.range[1])];
        last.edits.push(...change.edits);
      } else hunks.push({ range: change.range, edits: [...change.edits] });
    }
    return hunks.map(({ range: [start, end], edits }) => ({
      range: [this.#origin(start, "start"), this.#origin(end, "end")],
      text: applyEdits(
        this.text.slice(start, end),
        edits.map(({ range, text }) => ({ range: [range[0] - start, range[1] - start], text })),
      ),
    }));
  }

  /** Where an end of a hunk was before; it never lies inside of what an edit wrote. */
  #origin(offset: number, side: "end" | "start"): number {
    const isStart = side === "start";
    const touching = isStart
      ? this.#written.find(({ after }) => after[0] === offset)
      : this.#written.findLast(({ after }) => after[1] === offset);
    if (touching) return isStart ? touching.before[0] : touching.before[1];
    const last = this.#written.findLast(({ after }) => after[1] <= offset);
    return last ? offset - last.after[1] + last.before[1] : offset;
  }
}
