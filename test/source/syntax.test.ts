import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { describe, expect, it } from "vitest";
import { parse } from "../../src/source/parse.js";
import {
  calleeName,
  calleeOf,
  descendants,
  enclosingFunction,
  isFunction,
  isLoop,
  staticName,
  unwrap,
  wrapped,
} from "../../src/source/syntax.js";

function expressionOf(text: string): TSESTree.Node {
  const source = parse("/project/a.ts", text, "/project");
  if (!("ast" in source)) throw new Error(source.message);
  const [statement] = source.ast.body;
  if (statement?.type !== AST_NODE_TYPES.ExpressionStatement)
    throw new Error("An expression was expected");
  return statement.expression;
}

function nodesOf(text: string): TSESTree.Node[] {
  return [...descendants(expressionOf(text))];
}

describe("staticName", () => {
  it.each([
    ["a.b", "b"],
    ["a?.b", "b"],
    ['a["b"]', "b"],
    ["a[`b`]", "b"],
    ["a[1]", "1"],
    ["a[b]", undefined],
    ["a[`${b}`]", undefined],
    ['a["__proto__"]', "__proto__"],
  ])("%s", (text, name) => {
    const member = unwrap(expressionOf(text));
    expect(member.type === AST_NODE_TYPES.MemberExpression && staticName(member)).toBe(name);
  });

  it.each([
    ["({ b: 1 })", "b"],
    ['({ "b": 1 })', "b"],
    ["({ b })", "b"],
    ["({ b() {} })", "b"],
    ["({ [b]: 1 })", undefined],
    ['({ ["b"]: 1 })', "b"],
  ])("%s", (text, name) => {
    const property = nodesOf(text).find((node) => node.type === AST_NODE_TYPES.Property);
    expect(property?.type === AST_NODE_TYPES.Property && staticName(property)).toBe(name);
  });
});

describe("unwrap and wrapped", () => {
  it.each(["a", "(a)", "a!", "a as B", "(a as B)!", "a satisfies B", "<B>a", "a<B>"])(
    "%s",
    (text) => {
      const outer = expressionOf(text);
      const inner = unwrap(outer);
      expect(inner).toMatchObject({ type: "Identifier", name: "a" });
      expect(wrapped(inner)).toBe(outer);
    },
  );
});

describe("calls", () => {
  it.each([
    ["f(1)", "f", "Identifier"],
    ["a.b(1)", "b", "MemberExpression"],
    ["a?.b?.(1)", "b", "MemberExpression"],
    ["(a.b as any)(1)", "b", "MemberExpression"],
    ['a["b"](1)', "b", "MemberExpression"],
    ["a[b](1)", undefined, "MemberExpression"],
    ["new B(1)", "B", "Identifier"],
    ["(0, a.b)(1)", undefined, "SequenceExpression"],
  ])("%s", (text, name, callee) => {
    const call = unwrap(expressionOf(text));
    if (call.type !== AST_NODE_TYPES.CallExpression && call.type !== AST_NODE_TYPES.NewExpression)
      throw new Error("A call was expected");
    expect(calleeName(call)).toBe(name);
    expect(calleeOf(call).type).toBe(callee);
  });
});

describe("functions and loops", () => {
  it("finds the innermost function around a node", () => {
    const nodes = nodesOf("(function a() { return () => b; })");
    const inner = nodes.find(
      (node) => node.type === AST_NODE_TYPES.Identifier && node.name === "b",
    );
    const around = inner && enclosingFunction(inner);
    expect(around?.type).toBe("ArrowFunctionExpression");
    expect(around && enclosingFunction(around)?.type).toBe("FunctionExpression");
    expect(nodes.filter(isFunction)).toHaveLength(2);
  });

  it("knows all loop statements", () => {
    const text =
      "(() => { for (a of b); for (a in b); for (;;); while (a); do; while (a); if (a); a: {} })";
    expect(
      nodesOf(text)
        .filter(isLoop)
        .map(({ type }) => type),
    ).toEqual([
      "ForOfStatement",
      "ForInStatement",
      "ForStatement",
      "WhileStatement",
      "DoWhileStatement",
    ]);
  });

  it("walks parents first, in the order of the source, and leaves out what it is told to", () => {
    const names = (enter?: (node: TSESTree.Node) => boolean): string[] =>
      [...descendants(expressionOf("f(a, () => b, c)"), enter)].flatMap((node) =>
        node.type === AST_NODE_TYPES.Identifier ? [node.name] : [],
      );
    expect(names()).toEqual(["f", "a", "b", "c"]);
    expect(names((node) => !isFunction(node))).toEqual(["f", "a", "c"]);
  });
});
