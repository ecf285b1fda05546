import { applyEdits, editKey, type TextEdit } from "../source/text-edit.js";

/** Whether edits that another file's rewrite wants can be made beside those that a file has: none lies in code that goes. */
export function canJoin(own: readonly TextEdit[], added: readonly TextEdit[]): boolean {
  const known = new Set(own.map(editKey));
  return added.every(
    (edit) => known.has(editKey(edit)) || !own.some((other) => isInside(edit, other)),
  );
}

/** The edits that a file has, and those that others want of it; what is wanted twice is made once. */
export function joinEdits(
  text: string,
  own: readonly TextEdit[],
  added: readonly TextEdit[],
): { edits: TextEdit[]; output: string } {
  const edits = [...new Map([...own, ...added].map((edit) => [editKey(edit), edit])).values()];
  return { edits, output: applyEdits(text, edits) };
}

function isInside({ range: [offset] }: TextEdit, { range: [start, end] }: TextEdit): boolean {
  return start < end && start <= offset && offset < end;
}
