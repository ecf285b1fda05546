/** Replaces the characters from `range[0]` up to, not including, `range[1]` (UTF-16 offsets) by `text`. */
export interface TextEdit {
  range: readonly [number, number];
  text: string;
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
