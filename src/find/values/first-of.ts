/** The first answer that a question gets from some items, asked in turn. */
export function firstOf<T, Answer extends object | string>(
  items: Iterable<T>,
  ask: (item: T) => Answer | undefined,
): Answer | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
