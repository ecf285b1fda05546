import { describe, expect, it } from "vitest";
import { parse } from "../../src/source/parse.js";
import { childrenOf, descendants } from "../../src/source/syntax.js";

const root = "/project";

describe("parse", () => {
  it.each([
    ["JSX in .js", "a.js", "const a = <b />;"],
    ["JSX in .mjs", "a.mjs", "export const a = <b />;"],
    ["JSX in .tsx", "a.tsx", "const a = (b: C) => <d />;"],
    ["an old cast in .ts", "a.ts", "const a = <B>c;"],
    ["a generic arrow function in .ts", "a.ts", "const a = <T>(b: T) => b;"],
    ["a generic arrow function in .mts", "a.mts", "export const a = <T>(b: T) => b;"],
    ["a generic arrow function in .tsx", "a.tsx", "const a = <T,>(b: T) => b;"],
    ["import = in .cts", "a.cts", 'import a = require("a");'],
    ["return at the top of .cjs", "a.cjs", "if (a) return; b();"],
    ["a script that is no module", "a.js", "with (a) b();"],
    ["a name that a module reserves", "a.js", "var await = 1;"],
    ["a shebang", "a.js", "#!/usr/bin/env node\na();"],
    ["top-level await", "a.js", "await a;"],
    ["decorators", "a.ts", "@a class B { @c() d = 1; }"],
    ["an unknown extension", "a", "const a = 1;"],
    ["an extension named like a member of Object.prototype", "a.constructor", "const a = 1;"],
    ["nothing", "a.ts", ""],
  ])("reads %s", (_name, file, text) => {
    expect(parse(`${root}/${file}`, text, root)).toHaveProperty("ast");
  });

  it.each([
    ["a missing bracket", "a.js", "f(\n", { line: 2, column: 1 }],
    ["what is in the way", "a.js", "const a = 1;\n  const a = ;\n", { line: 2, column: 13 }],
    ["types in JavaScript", "a.js", "const a: string = 1;", { line: 1, column: 7 }],
    ["a binary file", "a.ts", "\u0000\u0001\u0002", { line: 1, column: 1 }],
  ])("says where it stopped: %s", (_name, file, text, position) => {
    const problem = parse(`${root}/${file}`, text, root);
    expect(problem).toMatchObject(position);
    expect(problem).toHaveProperty("message", expect.stringMatching(/^[^\n]+$/));
  });

  it.each([
    ["blocks", "{".repeat(5_000) + "}".repeat(5_000)],
    ["functions", "(function(){".repeat(5_000) + "})()".repeat(5_000)],
    ["template literals", "`${".repeat(5_000) + "}`".repeat(5_000)],
    ["operators", `a = ${"1 + ".repeat(5_000)}1;`],
    ["calls", `a${".b()".repeat(5_000)};`],
    ["else if", `${"if (a) b(); else ".repeat(5_000)}c();`],
    ["arrow functions", `a = ${"() => ".repeat(5_000)}1;`],
  ])("refuses what nests too deeply: %s", (_name, text) => {
    expect(parse(`${root}/a.js`, text, root)).toMatchObject({
      message: "The code nests too deeply to be analysed",
    });
  });

  it("gives every node its parent, a range in the text, and the comments", () => {
    const text = "/* a */ const b = `c${d}`; // e\nclass F { #g = 1; }\n";
    const source = parse(`${root}/a.ts`, text, root);
    if (!("ast" in source)) throw new Error(source.message);
    for (const node of descendants(source.ast)) {
      for (const child of childrenOf(node)) expect(child.parent).toBe(node);
      expect(text.slice(...node.range)).not.toBe("");
    }
    expect(source.comments.map(({ range }) => text.slice(...range))).toEqual(["/* a */", "// e"]);
  });
});
