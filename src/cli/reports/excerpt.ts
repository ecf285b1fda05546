import type { DiffLine } from "./diff-blocks.js";

const linesAround = 3;

/** A line of a text with those around it. */
export function excerptAround(text: string, line: number): DiffLine[] {
  const lines = text.replace(/\n$/u, "").split("\n");
  const first = Math.max(1, line - linesAround);
  return lines
    .slice(first - 1, line + linesAround)
    .map((content, index) => ({ number: first + index, text: content }));
}
