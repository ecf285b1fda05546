import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Traced } from "../find/tracing/traced.js";
import { globalName } from "../find/values/global-name.js";
import { constantExpression } from "../find/values/constant-expression.js";
import { memberType } from "../find/values/member-type.js";
import { writtenType } from "../find/values/written-type.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeOf, lastName, staticName, unwrap } from "../source/syntax.js";

/** What is wrong with a value that should be a date in ISO 8601. */
export interface DateMistake {
  is: "epoch" | "notIso";
  /** The expression that gives the same date in ISO 8601, where it can be written. */
  iso?: string;
}

/** ISO 8601 as JSON has it: a date, or a date and a time of day. */
const iso8601 =
  /^[+-]?\d{4,6}-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?)?)?$/i;

/** Methods of `Date` alone that give a text for people. */
const forPeople = /^to(Date|GMT|LocaleDate|LocaleTime|Time|UTC)String$/;

/** Methods that give a number: of `Date`, Day.js, Moment, Luxon and Firestore. */
const epochs = /^(getTime|toMillis|toSeconds|toUnixInteger|unix)$/;

/** What is wrong with a value; `undefined` where it is a date in ISO 8601, becomes one in JSON, or cannot be told. */
export function dateMistake({ source, node }: Traced): DateMistake | undefined {
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      if (typeof node.value === "number") return { is: "epoch" };
      // What Halo makes of an empty text is not documented.
      return typeof node.value === "string" && node.value !== "" && !isIso(node.value)
        ? { is: "notIso" }
        : undefined;
    case AST_NODE_TYPES.TemplateLiteral:
    case AST_NODE_TYPES.BinaryExpression:
    case AST_NODE_TYPES.UnaryExpression:
      return ofOperation(source, node);
    case AST_NODE_TYPES.CallExpression:
      return ofCall(source, node);
    default:
      return undefined;
  }
}

function isIso(text: string): boolean {
  return iso8601.test(text) && !Number.isNaN(Date.parse(text));
}

/** `${date}`, `date + ""`, `+date`, `date.getTime() / 1000`. */
function ofOperation(
  source: SourceFile,
  node: TSESTree.BinaryExpression | TSESTree.TemplateLiteral | TSESTree.UnaryExpression,
): DateMistake | undefined {
  if (node.type === AST_NODE_TYPES.TemplateLiteral) {
    const [only, another] = node.expressions;
    const isAlone = only && !another && node.quasis.every(({ value }) => value.raw === "");
    return isAlone && isDate(source, only) ? { is: "notIso", iso: isoOf(source, only) } : undefined;
  }
  if (node.type === AST_NODE_TYPES.UnaryExpression)
    return node.operator === "+" && isDate(source, node.argument)
      ? { is: "epoch", iso: isoOf(source, node.argument) }
      : undefined;
  if (/^[-*/%]$/.test(node.operator)) {
    const inner = dateMistake({ source, node: unwrap(node.left), given: new Map() });
    return inner?.is === "epoch" && unwrap(node.left).type !== AST_NODE_TYPES.Literal
      ? inner
      : undefined;
  }
  return node.operator === "+" && isDate(source, node.left) ? { is: "notIso" } : undefined;
}

function ofCall(source: SourceFile, call: TSESTree.CallExpression): DateMistake | undefined {
  const callee = calleeOf(call);
  const [first] = call.arguments;
  const name = globalName(source, callee);
  if (name === "Date") return { is: "notIso", iso: "new Date().toISOString()" };
  if (first && name === "String" && isDate(source, first))
    return { is: "notIso", iso: isoOf(source, first) };
  if (first && name === "Number" && isDate(source, first))
    return { is: "epoch", iso: isoOf(source, first) };
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  const method = staticName(callee) ?? "";
  const owner = globalName(source, callee.object);
  if (owner === "Date" && method === "now") return { is: "epoch", iso: "new Date().toISOString()" };
  if (owner === "Date" && method === "parse") return { is: "epoch" };
  if (first && owner === "Math")
    return dateMistake({ source, node: unwrap(first), given: new Map() });
  const date = callee.object;
  const isKnown = isDate(source, date) || isNamedAsDate(source, date);
  const of = (is: DateMistake["is"]): DateMistake =>
    isKnown ? { is, iso: isoOf(source, date, callee.optional) } : { is };
  if (forPeople.test(method)) return of("notIso");
  if (epochs.test(method)) return of("epoch");
  if (!isKnown) return undefined;
  if (method === "toLocaleString" || (method === "toString" && !first)) return of("notIso");
  return method === "valueOf" ? of("epoch") : undefined;
}

/** Whether an expression is a `Date`: made as one, or typed as one. */
function isDate(source: SourceFile, expression: TSESTree.Node): boolean {
  const value = constantExpression(source, expression) ?? unwrap(expression);
  if (value.type === AST_NODE_TYPES.NewExpression)
    return globalName(source, calleeOf(value)) === "Date";
  return source.types?.typeName(expression) === "Date";
}

/** Libraries whose dates give ISO 8601 by `toString()`. */
const isoLibraries = /\b(luxon|Temporal|js-joda|lucid)\b/;

/** Whether an expression is named as ORMs name dates, where nothing says more: `user.createdAt`. */
function isNamedAsDate(source: SourceFile, expression: TSESTree.Node): boolean {
  if (source.types?.typeName(expression) !== undefined || isoLibraries.test(source.text))
    return false;
  const value = constantExpression(source, expression) ?? unwrap(expression);
  return (
    value.type !== AST_NODE_TYPES.CallExpression &&
    /[a-z]At$/.test(lastName(expression) ?? "") &&
    !isTypedText(source, expression)
  );
}

/** Whether the type that is written at a name says that the value is a text: `user: { createdAt: string }`. */
function isTypedText(source: SourceFile, expression: TSESTree.Node): boolean {
  const path: string[] = [];
  let node = unwrap(expression);
  for (; node.type === AST_NODE_TYPES.MemberExpression; node = unwrap(node.object))
    path.unshift(staticName(node) ?? "");
  const name = bindingOf(source, node)?.identifiers[0];
  const written = name && writtenType(name);
  if (!written) return false;
  const { type } = memberType({ source, type: written.type, path: [...written.path, ...path] });
  const types = type.type === AST_NODE_TYPES.TSUnionType ? type.types : [type];
  return types.some((each) => each.type === AST_NODE_TYPES.TSStringKeyword);
}

function isoOf(source: SourceFile, date: TSESTree.Node, isOptional = false): string {
  const text = source.text.slice(...date.range);
  return `${text}${isOptional ? "?." : "."}toISOString()`;
}
