import { frontmatterEnd } from "./javascript-tokens.js";
import { type Element, Markup, type MarkupRules, type Span } from "./markup.js";

/** A language as `lang="…"` names it. */
export type Lang = "jsx" | "ts" | "tsx";

/** One program of a file that holds markup too. */
export interface EmbeddedProgram {
  /** The scripts that share the program's scope, in the order of the file. */
  blocks: readonly Span[];
  /** What the scripts say of their language. */
  lang: Lang | undefined;
  /** `frontmatter` runs on the server, and may return; a `script` of a page is a program of its own. */
  role: "component" | "frontmatter" | "script";
}

/** How a kind of file holds its scripts. */
interface Format extends MarkupRules {
  programs: (scripts: readonly Script[], frontmatter: Span | undefined) => EmbeddedProgram[];
}

interface Script {
  block: Span;
  lang: Lang | undefined;
}

function isScriptOrStyle({ name }: Element): boolean {
  return /^(script|style)$/i.test(name);
}

/** Both scripts of a component see each other's names. */
function oneModule(scripts: readonly Script[]): EmbeddedProgram[] {
  if (scripts.length === 0) return [];
  const lang = scripts.find((script) => script.lang !== undefined)?.lang;
  return [{ blocks: scripts.map(({ block }) => block), lang, role: "component" }];
}

const formats: Readonly<Record<string, Format>> = {
  ".vue": {
    braces: { attributes: false, text: false },
    outermost: true,
    skipped: /\{\{[\s\S]{0,2000}?\}\}/y,
    // Blocks of one's own, such as <docs>, may hold anything; so may a template in another language.
    isRaw: ({ name, attributes }) =>
      name !== "template" || (attributes.get("lang") ?? "html") !== "html",
    programs: oneModule,
  },
  ".svelte": {
    braces: { attributes: true, text: true },
    outermost: true,
    // `{/if}` would be read as the start of a regular expression.
    skipped: /\{\/[a-z]+\s*\}/y,
    isRaw: isScriptOrStyle,
    programs: oneModule,
  },
  ".astro": {
    braces: { attributes: true, text: false },
    outermost: false,
    isRaw: isScriptOrStyle,
    // Frontmatter runs on the server, each script in the browser as a module: they share no name.
    programs: (scripts, frontmatter) => [
      ...(frontmatter
        ? [{ blocks: [frontmatter], lang: undefined, role: "frontmatter" as const }]
        : []),
      ...scripts.map(({ block, lang }) => ({ blocks: [block], lang, role: "script" as const })),
    ],
  },
};

/** The programs in a file that holds markup too; `undefined` where a file of such a name is a program itself. */
export function embeddedPrograms(
  extension: string,
  text: string,
): readonly EmbeddedProgram[] | undefined {
  const format = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
  if (!format) return undefined;
  const frontmatter = extension === ".astro" ? frontmatterOf(text) : undefined;
  return format.programs(scriptsIn(text, frontmatter?.[1] ?? 0, format), frontmatter);
}

/** What stands between the first two `---` of an Astro file. */
function frontmatterOf(text: string): Span | undefined {
  const start = /^(?:\s|<!--[\s\S]*?-->)*---/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const end = frontmatterEnd(text, start);
  return end === undefined ? undefined : [start, end];
}

function scriptsIn(text: string, from: number, format: Format): Script[] {
  const scripts: Script[] = [];
  for (const element of new Markup(text, format).elements(from)) {
    if (isScript(element)) {
      scripts.push({ block: element.content, lang: langOf(element.attributes) });
    }
  }
  return scripts;
}

const languages: ReadonlyMap<string, Lang | undefined> = new Map([
  ["", undefined],
  ["js", undefined],
  ["javascript", undefined],
  ["jsx", "jsx"],
  ["ts", "ts"],
  ["typescript", "ts"],
  ["tsx", "tsx"],
]);

/** Programs in other languages, data blocks, and what another file holds, are no code of this one. */
function isScript({ name, attributes, isClosed }: Element): boolean {
  return (
    name.toLowerCase() === "script" &&
    isClosed &&
    !attributes.has("src") &&
    /^(|module|(text|application)\/(x-)?(java|ecma|type)script)$/i.test(
      attributes.get("type") ?? "",
    ) &&
    languages.has(langAttribute(attributes))
  );
}

function langOf(attributes: Element["attributes"]): Lang | undefined {
  const isTyped = /typescript$/i.test(attributes.get("type") ?? "");
  return isTyped ? "ts" : languages.get(langAttribute(attributes));
}

function langAttribute(attributes: Element["attributes"]): string {
  return (attributes.get("lang") ?? "").toLowerCase();
}
