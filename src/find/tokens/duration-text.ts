const second = 1;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The seconds of the units that jsonwebtoken, jose and fast-jwt know, by their first letters. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(ms|msecs?|milliseconds?)?$/, second / 1000],
  [/^(s|secs?|seconds?)$/, second],
  [/^(m|mins?|minutes?)$/, minute],
  [/^(h|hrs?|hours?)$/, hour],
  [/^(d|days?)$/, day],
  [/^(w|weeks?)$/, 7 * day],
  [/^(mo|months?)$/, (365.25 / 12) * day],
  [/^(y|yrs?|years?)$/, 365.25 * day],
];

const written = /^([+-]? ?(?:\d+)?\.?\d+) *([a-z]*)(?: (ago|from now))?$/i;

/** The seconds that a text such as `2h`, `7 days` or `10 minutes from now` stands for; a number without unit is in milliseconds. */
export function secondsIn(text: string): number | undefined {
  const [, amount = "", unit = "", direction] = written.exec(text.trim()) ?? [];
  const factor = units.find(([names]) => names.test(unit.toLowerCase()))?.[1];
  if (amount === "" || factor === undefined) return undefined;
  const seconds = Number(amount.replace(" ", "")) * factor;
  return direction?.toLowerCase() === "ago" ? -seconds : seconds;
}
