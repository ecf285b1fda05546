import { describe, expect, it } from "vitest";
import { parsePrograms } from "../../src/source/programs.js";
import type { SourceFile } from "../../src/source/source-file.js";
import { descendants } from "../../src/source/syntax.js";

const root = "/project";

function programsOf(file: string, text: string): SourceFile[] {
  const sources = parsePrograms(`${root}/${file}`, text, root);
  if (!Array.isArray(sources)) throw new Error(sources.message);
  return sources;
}

/** The statements of each program, as the file spells them; an empty block stands between two scripts. */
function statementsOf(file: string, text: string): string[][] {
  return programsOf(file, text).map(({ ast }) =>
    ast.body
      .filter(({ type }) => (type as string) !== "BlockStatement")
      .map(({ range }) => text.slice(...range)),
  );
}

describe("parsePrograms", () => {
  it.each([
    ["a script", "<template><p /></template>\n<script>\na();\n</script>\n", ["a();"]],
    ["script setup", '<script setup lang="ts">\na<B>();\n</script>', ["a<B>();"]],
    [
      "both scripts, which share names",
      "<script>\nconst a = 1\n</script>\n<script setup>\n(b)(a)\n</script>",
      ["const a = 1", "(b)(a)"],
    ],
    [
      "two scripts on one line, the first with a comment at its end",
      "<script>a() // b</script><script setup>(c)()</script>",
      ["a()", "(c)()"],
    ],
    ["JSX", '<script lang="jsx">a = <b />;</script>', ["a = <b />;"]],
    ["JSX with types", "<script lang=tsx>a = <b /> as C;</script>", ["a = <b /> as C;"]],
    ["an old cast in TypeScript", '<script lang="ts">a = <B>c;</script>', ["a = <B>c;"]],
    [
      "the language of the second script",
      "<script>a();</script><script setup lang='ts'>let b: C;</script>",
      ["a();", "let b: C;"],
    ],
    ["upper case", '<SCRIPT LANG="TS">let a: B;</SCRIPT>', ["let a: B;"]],
    [
      "attributes over several lines, with > in quotes",
      '<script\n  setup\n  generic="T extends Record<string, string>"\n  lang="ts"\n>\na();\n</script>',
      ["a();"],
    ],
    ["CRLF", "<script>\r\na();\r\n</script>\r\n", ["a();"]],
    ["a script of a named type", '<script type="module">a();</script>', ["a();"]],
    [
      "none in the template",
      "<template><template #a><script>a();</script></template><b /></template><script>b();</script>",
      ["b();"],
    ],
    [
      "none in an expression of the template",
      '<template>{{ "<template>" }}</template><script>a();</script>',
      ["a();"],
    ],
    ["none in a comment", "<!-- <script>a();</script> --><script>b();</script>", ["b();"]],
    [
      "none in a block of one's own",
      "<docs># A <script>a();</script> and <i></docs>\n<script>b();</script>",
      ["b();"],
    ],
    [
      "none in a template of another language",
      '<template lang="pug">\np <template>\n</template>\n<script>a();</script>',
      ["a();"],
    ],
    ["no code of another file", '<script src="./a.js"></script>', undefined],
    ["no code of another file, in short", '<script src="./a.js" />', undefined],
    ["no data", '<script type="application/ld+json">{ "a": 1 }</script>', undefined],
    ["no other language", '<script lang="coffee">a = -> b</script>', undefined],
    ["nothing in a file without scripts", "<template><p /></template>", undefined],
    ["nothing in an empty file", "", undefined],
    ["nothing in a script that does not end", "<script>a();", undefined],
  ])("Vue: reads %s", (_name, text, statements) => {
    expect(statementsOf("a.vue", text)).toEqual(statements ? [statements] : []);
  });

  it.each([
    [
      "both scripts",
      "<script module>export const a = 1</script>\n<script>$: b = a</script>",
      ["export const a = 1", "$: b = a"],
    ],
    [
      "both scripts, as Svelte 4 has them",
      '<script context="module">a()</script><script>b()</script>',
      ["a()", "b()"],
    ],
    ["TypeScript", '<script lang="ts">let a: B;</script>', ["let a: B;"]],
    ["TypeScript by its type", "<script type='text/typescript'>let a: B;</script>", ["let a: B;"]],
    [
      "a script after markup",
      '{#if a < b}<p on:click={() => "</p>"}>it\'s</p>{/if}\n<script>c()</script>',
      ["c()"],
    ],
    [
      "a script after an expression with braces, quotes and a regular expression",
      "{a.map((b) => ({ c: `}${b}` })).replace(/['{]/g, '')}<script>d()</script>",
      ["d()"],
    ],
    ["a script after a closed block", "{#if a}b{/if}/{a}<script>d()</script>", ["d()"]],
    [
      "none in text that an expression makes",
      "<script>a()</script>{@html `<script>b()<\\/script>`}",
      ["a()"],
    ],
    [
      "none in the head",
      "<svelte:head><script>a()</script></svelte:head><script>b()</script>",
      ["b()"],
    ],
    ["a script after a void element", "<img src={a}><script>b()</script>", ["b()"]],
    ["a script after a brace that does not close", "{a <script>b()</script>", ["b()"]],
  ])("Svelte: reads %s", (_name, text, statements) => {
    expect(statementsOf("a.svelte", text)).toEqual([statements]);
  });

  it.each([
    ["frontmatter", "---\na();\n---\n<p />", [["a();"]]],
    [
      "frontmatter that returns and awaits",
      "---\nif (await a()) return b;\n---\n",
      [["if (await a()) return b;"]],
    ],
    [
      "frontmatter and scripts as programs of their own",
      "---\na();\n---\n<body><script>b();</script><p>it's</p><script is:inline>c();</script></body>",
      [["a();"], ["b();"], ["c();"]],
    ],
    [
      "fences in comments and strings as none",
      '---\n// --- a ---\n/*\n---\n*/\na("---", `\n---\n`);\n---\n<p />',
      [['a("---", `\n---\n`);']],
    ],
    [
      "types",
      "---\ninterface A {}\n---\n<script>let b: A;</script>",
      [["interface A {}"], ["let b: A;"]],
    ],
    [
      "a generic arrow function",
      "---\nconst a = <T>(b: T) => b;\n---",
      [["const a = <T>(b: T) => b;"]],
    ],
    ["JSX in frontmatter", "---\nconst a = <b />;\n---", [["const a = <b />;"]]],
    ["frontmatter behind a comment", "<!-- a -->\n---\nb();\n---", [["b();"]]],
    ["a script in an expression", "{a && <script>b();</script>}", [["b();"]]],
    [
      "no markup in an attribute",
      "<Code code={`<script>a();</script>`} /><script>b();</script>",
      [["b();"]],
    ],
    [
      "no data, no code of other files",
      '<script type="application/json">{}</script><script src={a}></script>',
      [],
    ],
    ["a rule between paragraphs as no fence", "<p>a</p>\n---\n<p>b</p>\n---", []],
  ])("Astro: reads %s", (_name, text, programs) => {
    expect(statementsOf("a.astro", text)).toEqual(programs);
  });

  it("names the scripts of an Astro page as ESLint's processors do", () => {
    const text = "---\na();\n---\n<script>b();</script>";
    expect(programsOf("a.astro", text).map(({ path }) => path)).toEqual([
      "/project/a.astro",
      "/project/a.astro/1_script.ts",
    ]);
  });

  it("keeps the text and the offsets of the file", () => {
    const text = "<p>é 🎈</p>\r\n<script>\r\n// c\r\na(`é`);\r\n</script>";
    const [source] = programsOf("a.vue", text);
    if (!source) throw new Error("no program");
    expect(source.text).toBe(text);
    expect(source.comments.map(({ range }) => text.slice(...range))).toEqual(["// c"]);
    const inScript = [...descendants(source.ast)].slice(1).map(({ range }) => text.slice(...range));
    expect(inScript).toContain("a(`é`)");
  });

  it.each([
    ["a.vue", "<template />\n<script>\nlet a = ;\n</script>", { line: 3, column: 9 }],
    ["a.svelte", "<p />\n<script>let a: B;</script>", { line: 2, column: 14 }],
    ["a.astro", "---\nreturn;\nlet a = ;\n---\n", { line: 3, column: 9 }],
    ["a.astro", "---\nreturn return;\n---\n", { line: 2, column: 8 }],
  ])("says where it stopped: %s %j", (file, text, position) => {
    const problem = parsePrograms(`${root}/${file}`, text, root);
    expect(Array.isArray(problem) || problem).toMatchObject(position);
  });

  it("reads any other file as one program", () => {
    expect(statementsOf("a.ts", "a<B>();")).toEqual([["a<B>();"]]);
    expect(statementsOf("a.svelte.ts", "a<B>();")).toEqual([["a<B>();"]]);
  });

  it("takes no time to speak of for markup that is never closed", () => {
    const text = `${'<p a="{'.repeat(20_000)}${"{`".repeat(20_000)}<script>a();</script>`;
    for (const file of ["a.vue", "a.svelte", "a.astro"]) parsePrograms(file, text, root);
  });
});
