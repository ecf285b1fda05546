import { endOfBraces } from "./javascript-tokens.js";

/** A part of a text, from an offset up to, not including, another. */
export type Span = readonly [start: number, end: number];

/** An element of a file's markup. */
export interface Element {
  name: string;
  /** Names are in lower case; `{…}` leaves a value empty. */
  attributes: ReadonlyMap<string, string>;
  /** Whether a tag closes it; one that is empty or void has none. */
  isClosed: boolean;
  /** What stands between its tags. */
  content: Span;
}

/** What a kind of file takes for markup. */
export interface MarkupRules {
  /** Whether `{…}` is an expression, in attributes and in text; where it is not, in text, markup may stand in it. */
  braces: { attributes: boolean; text: boolean };
  /** Whether only the outermost elements are of interest. */
  outermost: boolean;
  /** Text in braces that is left out as it stands; sticky, and of limited length. */
  skipped?: RegExp;
  /** Whether nothing in an element is markup. */
  isRaw: (element: Element) => boolean;
}

interface Tag {
  /** The offset of its `<`. */
  start: number;
  /** The offset after its `>`. */
  end: number;
  name: string;
  kind: "closing" | "empty" | "opening";
  attributes: string;
}

const tagName = /<(\/?)([A-Za-z][^\s/>"'={}<]*)/y;
const tagParts = /"[^"]*"|'[^']*'|`[^`]*`|[{<>]/g;
const attribute = /([^\s=/"'{}<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'{]+)))?/g;

/**
 * Finds the elements of a component file. It is no full parser: what it cannot make sense of is text, and what was
 * never closed once is not looked for again, so that each file takes time in proportion to its length.
 */
export class Markup {
  readonly #text: string;
  readonly #rules: MarkupRules;
  readonly #unclosed = new Set<string>();

  constructor(text: string, rules: MarkupRules) {
    this.#text = text;
    this.#rules = rules;
  }

  /** Yields the elements from an offset on, each before those in it. */
  *elements(from: number): Generator<Element> {
    for (let at = from; ;) {
      const element = this.#next(at);
      if (!element) return;
      yield element;
      const isOpaque = this.#rules.outermost || this.#rules.isRaw(element);
      at = isOpaque ? element.content[1] : element.content[0];
    }
  }

  #next(from: number): Element | undefined {
    for (const { name, kind, end, attributes } of this.#tags(from)) {
      if (kind === "closing") continue;
      const element: Element = {
        name,
        attributes: attributesOf(attributes),
        isClosed: false,
        content: [end, end],
      };
      const close = kind === "opening" ? this.#closing(element, end) : undefined;
      return close === undefined ? element : { ...element, isClosed: true, content: [end, close] };
    }
    return undefined;
  }

  /** Where the tag stands that closes an element. */
  #closing(element: Element, from: number): number | undefined {
    const { name } = element;
    if (this.#rules.isRaw(element)) return this.#once(name, () => this.#rawEnd(name, from));
    if (!this.#rules.outermost) return undefined;
    return this.#once(name, () => {
      let depth = 1;
      for (const tag of this.#tags(from)) {
        if (tag.name !== name || tag.kind === "empty") continue;
        depth += tag.kind === "closing" ? -1 : 1;
        if (depth === 0) return tag.start;
      }
      return undefined;
    });
  }

  #rawEnd(name: string, from: number): number | undefined {
    const closing = new RegExp(`</${name.replaceAll(/[^\w-]/g, "\\$&")}(?=[\\s/>])`, "gi");
    closing.lastIndex = from;
    return closing.exec(this.#text)?.index;
  }

  /** Yields the tags from an offset on; those in comments, expressions and other tags' attributes are none. */
  *#tags(from: number): Generator<Tag> {
    const text = this.#text;
    for (let at = from; at < text.length;) {
      if (text[at] === "{") {
        at = this.#endOfExpression(at);
      } else if (text.startsWith("<!--", at)) {
        const end = text.indexOf("-->", at);
        at = end < 0 ? text.length : end + 3;
      } else if (text[at] === "<") {
        const tag = this.#tagAt(at);
        if (tag) yield tag;
        at = tag?.end ?? at + 1;
      } else {
        const next = /[<{]/g;
        next.lastIndex = at;
        at = next.exec(text)?.index ?? text.length;
      }
    }
  }

  #endOfExpression(at: number): number {
    const { skipped, braces } = this.#rules;
    if (skipped) {
      skipped.lastIndex = at;
      if (skipped.test(this.#text)) return skipped.lastIndex;
    }
    return (braces.text ? this.#endOfBraces(at) : undefined) ?? at + 1;
  }

  #endOfBraces(at: number): number | undefined {
    return this.#once("{", () => endOfBraces(this.#text, at));
  }

  #tagAt(start: number): Tag | undefined {
    tagName.lastIndex = start;
    const [head = "", slash, name] = tagName.exec(this.#text) ?? [];
    if (name === undefined) return undefined;
    const from = start + head.length;
    const end = this.#once("<", () => this.#endOfTag(from));
    if (end === undefined || end === from) return undefined;
    const isEmpty = this.#text[end - 2] === "/";
    return {
      start,
      end,
      name,
      kind: slash ? "closing" : isEmpty ? "empty" : "opening",
      attributes: this.#text.slice(from, end - 1),
    };
  }

  /** The offset after a tag's `>`; `from` itself where what looked like a tag is none. */
  #endOfTag(from: number): number | undefined {
    const parts = new RegExp(tagParts);
    parts.lastIndex = from;
    for (let part = parts.exec(this.#text); part; part = parts.exec(this.#text)) {
      if (part[0] === ">") return parts.lastIndex;
      if (part[0] === "<") return from;
      if (part[0] === "{" && this.#rules.braces.attributes) {
        parts.lastIndex = this.#endOfBraces(part.index) ?? parts.lastIndex;
      }
    }
    return undefined;
  }

  /** Looks for an end, unless one of the kind was looked for in vain before. */
  #once(kind: string, look: () => number | undefined): number | undefined {
    if (this.#unclosed.has(kind)) return undefined;
    const end = look();
    if (end === undefined) this.#unclosed.add(kind);
    return end;
  }
}

function attributesOf(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of tag.matchAll(attribute)) {
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? "");
  }
  return attributes;
}
