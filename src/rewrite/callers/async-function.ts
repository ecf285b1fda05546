import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import {
  ancestors,
  descendants,
  type FunctionNode,
  isFunction,
  unwrap,
} from "../../source/syntax.js";
import type { TextEdit } from "../../source/text-edit.js";
import { isVoidLoop } from "../void-loop.js";

/** Whether `async` may stand before a function: what it returns may be a promise, and its types can say so. */
export function mayBeAsync(fn: FunctionNode): boolean {
  if (fn.generator) return false;
  if (!isWrittenAsFunction(fn)) return false;
  const declared = fn.returnType?.typeAnnotation;
  if (declared && !mayBePromised(declared)) return false;
  const annotated = variableType(fn);
  return (
    annotated === undefined ||
    (annotated.type === AST_NODE_TYPES.TSFunctionType &&
      (!annotated.returnType || mayBePromised(annotated.returnType.typeAnnotation)))
  );
}

/** Not a constructor, a getter or a setter; and its key can be told from what stands before it. */
function isWrittenAsFunction({ parent }: FunctionNode): boolean {
  switch (parent.type) {
    case AST_NODE_TYPES.MethodDefinition:
      return parent.kind === "method" && !parent.computed && parent.decorators.length === 0;
    case AST_NODE_TYPES.Property:
      return parent.kind === "init" && !parent.computed;
    case AST_NODE_TYPES.PropertyDefinition:
      return !parent.computed && !parent.typeAnnotation && parent.decorators.length === 0;
    default:
      return true;
  }
}

/** Whether `Promise<…>` around a type says what an async function gives: not so of `x is User`, or of a type with promises in it. */
function mayBePromised(type: TSESTree.TypeNode): boolean {
  if (type.type === AST_NODE_TYPES.TSTypePredicate) return false;
  return isPromise(type) || ![...descendants(type)].some(isPromiseName);
}

function isPromise(type: TSESTree.Node): boolean {
  return type.type === AST_NODE_TYPES.TSTypeReference && isPromiseName(type.typeName);
}

function isPromiseName(node: TSESTree.Node): boolean {
  return node.type === AST_NODE_TYPES.Identifier && /^Promise(Like)?$/.test(node.name);
}

/** The type that is written at the variable which holds a function. */
function variableType({ parent }: FunctionNode): TSESTree.TypeNode | undefined {
  return parent.type === AST_NODE_TYPES.VariableDeclarator
    ? parent.id.typeAnnotation?.typeAnnotation
    : undefined;
}

/** Whether all that a function returns is a promise already, so that `async` changes nothing for its callers. */
export function returnsPromise(fn: FunctionNode): boolean {
  const declared = fn.returnType?.typeAnnotation;
  return declared !== undefined && isPromise(declared) && declaredName(declared) === "Promise";
}

function declaredName(type: TSESTree.TypeNode): string | undefined {
  return type.type === AST_NODE_TYPES.TSTypeReference &&
    type.typeName.type === AST_NODE_TYPES.Identifier
    ? type.typeName.name
    : undefined;
}

/** Whether a function never returns a value of its own. */
export function returnsNothing(source: SourceFile, { body }: FunctionNode): boolean {
  if (body.type !== AST_NODE_TYPES.BlockStatement) return isVoidLoop(source, body);
  const own = descendants(body, (node) => !isFunction(node));
  return [...own].every((node) => node.type !== AST_NODE_TYPES.ReturnStatement || !node.argument);
}

/** The edits that make a function async, and its declared types those of a promise. */
export function asyncEdits(source: SourceFile, fn: FunctionNode): TextEdit[] {
  const annotated = variableType(fn);
  const types = [
    fn.returnType,
    annotated?.type === AST_NODE_TYPES.TSFunctionType ? annotated.returnType : undefined,
  ];
  return [
    insertion(startOf(fn), "async "),
    ...types.flatMap((type) => (type ? promisedEdits(type.typeAnnotation) : [])),
    ...commentEdits(source, fn),
  ];
}

/** `T` becomes `Promise<T>`. */
export function promisedEdits(type: TSESTree.TypeNode): TextEdit[] {
  if (isPromise(type)) return [];
  return [insertion(type.range[0], "Promise<"), insertion(type.range[1], ">")];
}

/** A method's `async` stands before its name, after `static` and its like. */
function startOf(fn: FunctionNode): number {
  const { parent } = fn;
  const isMethod =
    parent.type === AST_NODE_TYPES.MethodDefinition ||
    (parent.type === AST_NODE_TYPES.Property && parent.method);
  return isMethod ? parent.key.range[0] : fn.range[0];
}

/** `@returns {number}` becomes `@returns {Promise<number>}` in the comment that ends right before the function's statement. */
function commentEdits({ comments, text }: SourceFile, fn: FunctionNode): TextEdit[] {
  const start = statementStart(fn);
  const comment = comments.find(
    ({ range }) => range[1] <= start && text.slice(range[1], start).trim() === "",
  );
  if (!comment || !text.startsWith("/**", comment.range[0])) return [];
  const said = /@returns?\s+\{(?!Promise<)([^{}\r\n]+)\}/.exec(text.slice(...comment.range));
  const type = said?.[1];
  if (!said || type === undefined) return [];
  const at = comment.range[0] + said.index + said[0].indexOf("{") + 1;
  return [insertion(at, "Promise<"), insertion(at + type.length, ">")];
}

function statementStart(fn: FunctionNode): number {
  let start = fn.range[0];
  for (const up of ancestors(fn)) {
    if (isList(up)) break;
    start = up.range[0];
  }
  return start;
}

function isList({ type }: TSESTree.Node): boolean {
  return (
    type === AST_NODE_TYPES.Program ||
    type === AST_NODE_TYPES.BlockStatement ||
    type === AST_NODE_TYPES.ClassBody ||
    type === AST_NODE_TYPES.ObjectExpression
  );
}

/** The function that a call runs where it is written in place: `(() => { … })()`. */
export function calledInPlace(fn: FunctionNode): TSESTree.CallExpression | undefined {
  const parent = fn.parent;
  const isCalled = parent.type === AST_NODE_TYPES.CallExpression && unwrap(parent.callee) === fn;
  // Where both begin at one place, as in `!function () {}()`, so would `async` and `await`.
  return isCalled && parent.range[0] < fn.range[0] ? parent : undefined;
}

/** An edit that takes nothing away. */
export function insertion(offset: number, text: string): TextEdit {
  return { range: [offset, offset], text };
}
