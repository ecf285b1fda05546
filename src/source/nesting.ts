/** Brackets nested deeper than this are no code that a person wrote, and more than the parser's stack may hold. */
export const maxNesting = 500;

const tokens = /\/\/.*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[([{}\])]/g;

/**
 * The offset at which brackets nest deeper than {@link maxNesting}; `undefined` where they never do.
 * Asked before parsing: the native parser does not survive an exhausted stack. It is no full lexer: what it
 * misreads in a regular expression or a template is far too little to matter.
 */
export function deepNesting(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (/^[([{]/.test(token)) depth++;
    else if (/^[)\]}]/.test(token)) depth = Math.max(0, depth - 1);
    if (depth > maxNesting) return index;
  }
  return undefined;
}
