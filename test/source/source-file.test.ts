import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { describe, expect, it } from "vitest";
import { parse } from "../../src/source/parse.js";
import { bindingOf, type SourceFile } from "../../src/source/source-file.js";
import { descendants } from "../../src/source/syntax.js";

function sourceOf(text: string): SourceFile {
  const source = parse("/project/a.ts", text, "/project");
  if (!("ast" in source)) throw new Error(source.message);
  return source;
}

/** The identifiers of a name, in the order of the source. */
function named(source: SourceFile, name: string): TSESTree.Node[] {
  return [...descendants(source.ast)].filter(
    (node) => node.type === AST_NODE_TYPES.Identifier && node.name === name,
  );
}

describe("bindingOf", () => {
  it.each([
    ["a const", "const a = 1; a;"],
    ["a hoisted var", "a; var a = 1;"],
    ["a hoisted function", "a(); function a() {}"],
    ["an import", 'import { b as a } from "b"; a();'],
    ["a parameter", "function f(a) { return a; }"],
    ["a caught error", "try {} catch (a) { a; }"],
    ["a type", "interface a {} let b: a;"],
    ["an enum", "enum a {} a;"],
    ["a pattern with a default", "const { b: [a = 1] } = c; a;"],
    ["the variable of a loop", "for (const a of b) a;"],
    ["an assignment", "let a; a = 1;"],
  ])("ties the name to its declaration: %s", (_name, text) => {
    const source = sourceOf(text);
    const bindings = named(source, "a").map((node) => bindingOf(source, node));
    expect(bindings.length).toBeGreaterThan(1);
    expect(new Set(bindings).size).toBe(1);
    expect(bindings[0]).toBeDefined();
  });

  it.each([
    ["a global", "a;"],
    ["a member", "b.a;"],
    ["a key", "({ a: 1 });"],
    ["a label", "a: for (;;) break a;"],
    ["a name of Object.prototype", "a; toString; constructor; __proto__;"],
  ])("knows none for %s", (_name, text) => {
    const source = sourceOf(text);
    for (const node of descendants(source.ast)) {
      if (node.type === AST_NODE_TYPES.Identifier && node.name !== "b")
        expect(bindingOf(source, node)).toBeUndefined();
    }
  });

  it("tells names of different scopes apart", () => {
    const source = sourceOf("const a = 1; { const a = 2; a; } a;");
    const [outer, inner, innerUse, outerUse] = named(source, "a").map((node) =>
      bindingOf(source, node),
    );
    expect(innerUse).toBe(inner);
    expect(outerUse).toBe(outer);
    expect(inner).not.toBe(outer);
  });
});
