// Up to this many words, one search each is faster than a look at every word of a text.
const maxSearches = 24;

const identifier = /^[\w$]+$/;

/** Makes a function that says whether a file's bytes or text hold one of some words. */
export function wordMatcher(words: readonly string[]): (content: Buffer | string) => boolean {
  const known = new Set(
    words.length > maxSearches ? words.filter((word) => identifier.test(word)) : [],
  );
  const searched = words.filter((word) => !known.has(word));
  return (content) => {
    if (searched.some((word) => content.includes(word))) return true;
    if (known.size === 0) return false;
    const text = typeof content === "string" ? content : content.toString("latin1");
    for (const [word] of text.matchAll(/[\w$]+/g)) if (known.has(word)) return true;
    return false;
  };
}
