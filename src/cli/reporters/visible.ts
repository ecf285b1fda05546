/**
 * Source code as it can be shown: control characters would act on a terminal or vanish on a page, and those that turn
 * the direction of writing would show other code than there is.
 */
export function visible(text: string): string {
  return text
    .replaceAll(/\r(?=\n|$)/gu, "")
    .replaceAll(/[^\P{Cc}\t\n]/gu, "\uFFFD")
    .replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
    });
}
