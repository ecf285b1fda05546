// Where a `/` follows, it divides after a value, and opens a regular expression after these.
const javascript =
  /\/\/.*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|(?<=[(,=:[!&|?{};]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/|[{}]|---/g;

/** The offset after the brace that closes the one at `at`, in JavaScript; `undefined` where none does. */
export function endOfBraces(text: string, at: number): number | undefined {
  let depth = 0;
  for (const { token, end } of tokensFrom(text, at)) {
    if (token === "{") depth++;
    else if (token === "}" && --depth === 0) return end;
  }
  return undefined;
}

/** The offset of the next `---` that stands in no comment, string or template. */
export function frontmatterEnd(text: string, from: number): number | undefined {
  for (const { token, end } of tokensFrom(text, from)) if (token === "---") return end - 3;
  return undefined;
}

function* tokensFrom(text: string, from: number): Generator<{ token: string; end: number }> {
  const pattern = new RegExp(javascript);
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    yield { token: match[0], end: pattern.lastIndex };
  }
}
