import { visible } from "../reporters/visible.js";

/** Text that is markup already. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | undefined | readonly Part[];

/**
 * Markup with values in it: strings are escaped, whatever they hold, and only what was made by this function is not.
 * Lists are joined, and `undefined` leaves nothing.
 */
export function html(pieces: TemplateStringsArray, ...values: readonly Part[]): Html {
  const markup = pieces.map(
    (piece, index) => piece + (index < values.length ? markupOf(values[index]) : ""),
  );
  return new Html(markup.join(""));
}

function markupOf(value: Part): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.markup;
  return typeof value === "object" ? value.map(markupOf).join("") : escaped(String(value));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return visible(text).replaceAll(/[&<>"']/gu, (character) => entities[character] ?? "");
}

/** A style sheet of our own, which is no place for values. */
export function rawStyle(css: string): Html {
  return new Html(`<style>${css}</style>`);
}

/** A script of our own, which is no place for values. */
export function rawScript(javascript: string): Html {
  return new Html(`<script>${javascript}</script>`);
}
