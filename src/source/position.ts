/** The text that was asked about last: hosts ask for many positions in one file before they go on to the next. */
let indexed: { text: string; lineStarts: readonly number[] } = { text: "", lineStarts: [0] };

/** The 1-based line and column of a UTF-16 offset. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  if (text !== indexed.text) indexed = { text, lineStarts: lineStartsOf(text) };
  const { lineStarts } = indexed;
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** Lines end as JavaScript has it. */
function lineStartsOf(text: string): number[] {
  const ends = text.matchAll(/\r\n|[\n\r\u2028\u2029]/g);
  return [0, ...Array.from(ends, ({ 0: end, index }) => index + end.length)];
}
