/** Replaces the characters from `range[0]` up to, not including, `range[1]` (UTF-16 offsets) by `text`. */
export interface TextEdit {
  range: readonly [number, number];
  text: string;
}

/** The same for edits that do the same. */
export function editKey({ range, text }: TextEdit): string {
  return `${range.join()} ${text}`;
}

/**
 * Applies edits to a text; what no edit names keeps every character.
 * Edits at the same position are applied in the order given.
 *
 * @throws Error when two edits overlap, which is a defect of whoever made them.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let output = "";
  let position = 0;
  for (const { range, text: replacement } of edits.toSorted((a, b) => a.range[0] - b.range[0])) {
    if (range[0] < position) throw new Error(`Overlapping edits at offset ${range[0]}`);
    output += text.slice(position, range[0]) + replacement;
    position = range[1];
  }
  return output + text.slice(position);
}

/** Makes one edit of several, from the first to the last: for hosts that would apply them one by one. */
export function mergeEdits(text: string, edits: readonly TextEdit[]): TextEdit | undefined {
  if (edits.length === 0) return undefined;
  const start = Math.min(...edits.map(({ range }) => range[0]));
  const end = Math.max(...edits.map(({ range }) => range[1]));
  const shifted = edits.map(({ range, text: replacement }) => ({
    range: [range[0] - start, range[1] - start] as const,
    text: replacement,
  }));
  return { range: [start, end], text: applyEdits(text.slice(start, end), shifted) };
}
