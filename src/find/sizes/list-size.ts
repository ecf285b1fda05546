import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName, calleeOf, unwrap } from "../../source/syntax.js";
import { addedParts } from "../tracing/added-parts.js";
import { cutList } from "../tracing/list-behind.js";
import type { Traced } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { isBounded, lengthLimits } from "./length-limits.js";
import { pushedLists } from "./pushed-lists.js";
import { staticDifference, staticNumber } from "./static-number.js";
import { wholeRead } from "./whole-read.js";

/**
 * How many elements a list can have:
 * - a number: as many, if there are so many
 * - `all`: as many as something has that nobody limits, which `reads` names
 * - `unknown`: nothing tells
 */
export type ListSize =
  { kind: "all"; reads: string } | { kind: "number"; count: number } | { kind: "unknown" };

const unknown: ListSize = { kind: "unknown" };

/** Calls of a list that give as many elements as it has. */
const sameSize = /^(entries|fill|map|mapSeries|reverse|sort|toReversed|toSorted|values)$/;

/** Calls that are given a list and give as many elements. */
const sameSizeOfArgument = /^(all|from|map|mapSeries|orderBy|pMap|sortBy)$/;

/** How many elements a list can have, as far as the project's code says. */
export function listSize(tracer: Tracer, list: Traced): ListSize {
  const before = new Set(tracer.passed);
  const sizes = tracer.alternatives(list).map((each) => sizeOf(tracer, each));
  const size = combined(sizes);
  const holders = [...tracer.passed].filter((each) => !before.has(each));
  return size.kind === "all" && holders.some(isBounded) ? unknown : size;
}

/** What several values of one list say together: a list that starts empty says nothing. */
function combined(sizes: readonly ListSize[]): ListSize {
  const filled = sizes.filter((size) => size.kind !== "number" || size.count > 0);
  const [first] = filled;
  if (!first) return sizes[0] ?? unknown;
  const counts = filled.flatMap((size) => (size.kind === "number" ? [size.count] : []));
  if (counts.length === filled.length) return { kind: "number", count: Math.max(...counts) };
  return filled.every(({ kind }) => kind === "all") ? first : unknown;
}

/** What lists say together that are put into one. */
function joined(sizes: readonly ListSize[]): ListSize {
  const all = sizes.find(({ kind }) => kind === "all");
  if (all) return all;
  const counts = sizes.flatMap((size) => (size.kind === "number" ? [size.count] : []));
  return counts.length === sizes.length
    ? { kind: "number", count: counts.reduce((sum, count) => sum + count, 0) }
    : unknown;
}

function sizeOf(tracer: Tracer, value: Traced): ListSize {
  const node = unwrap(value.node);
  if (node.type === AST_NODE_TYPES.ArrayExpression) return ofLiteral(tracer, value, node);
  if (node.type === AST_NODE_TYPES.CallExpression || node.type === AST_NODE_TYPES.NewExpression)
    return value.isPiece === true ? ofPiece(tracer, value, node) : ofCall(tracer, value, node);
  return wholeRead(tracer, value) ?? unknown;
}

function ofLiteral(tracer: Tracer, value: Traced, list: TSESTree.ArrayExpression): ListSize {
  const { holder, source, given } = value;
  const own = joined(
    list.elements.map((each) =>
      each?.type === AST_NODE_TYPES.SpreadElement
        ? listSize(tracer, { source, given, node: each.argument })
        : { kind: "number", count: 1 },
    ),
  );
  if (!holder) return own;
  const { elements, isUnknown } = addedParts(holder);
  if (elements.length === 0) return isUnknown ? unknown : own;
  return ofGrown(tracer, value, holder);
}

/** A list that is pushed to: until it has a number of elements, or for each of another list. */
function ofGrown(tracer: Tracer, { source, given }: Traced, holder: Variable): ListSize {
  const limits = lengthLimits(holder).map((node) => staticNumber(tracer, { source, node, given }));
  if (limits.length > 0)
    return limits.some((limit) => limit === undefined)
      ? unknown
      : { kind: "number", count: Math.min(...limits.map((limit) => limit ?? 0)) };
  const lists = isBounded(holder) ? [] : pushedLists(holder);
  const sizes = lists.map((node) => listSize(tracer, { source, node, given }));
  return sizes.find(({ kind }) => kind === "all") ?? unknown;
}

/** One of the lists of `chunk(users, 500)`. */
function ofPiece(
  tracer: Tracer,
  value: Traced,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): ListSize {
  const list = call.type === AST_NODE_TYPES.CallExpression ? cutList(call) : undefined;
  const others = call.arguments.filter((each) => each !== list);
  const counts = others.flatMap(
    (node) => staticNumber(tracer, { ...value, node, isPiece: false }) ?? [],
  );
  return counts.length === 1 ? { kind: "number", count: counts[0] ?? 0 } : unknown;
}

function ofCall(
  tracer: Tracer,
  value: Traced,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): ListSize {
  const read = wholeRead(tracer, value);
  if (read) return read;
  const callee = calleeOf(call);
  const object = callee.type === AST_NODE_TYPES.MemberExpression ? callee.object : undefined;
  const [first, ...rest] = call.arguments;
  const at = (node: TSESTree.Node): Traced => ({ ...value, node, holder: undefined });
  const name = calleeName(call) ?? "";
  if (name === "Array") return first ? ofCount(tracer, at(first)) : unknown;
  if (/^(drop|slice|take|takeRight)$/.test(name)) {
    const isMethod = object !== undefined && (name === "slice" || rest.length === 0);
    const [list, bounds] = isMethod ? [object, call.arguments] : [first, rest];
    return list ? ofPart(tracer, name, at(list), bounds.map(at)) : unknown;
  }
  if (name === "splice") return rest[0] ? ofCount(tracer, at(rest[0])) : unknown;
  if (!object)
    return first && sameSizeOfArgument.test(name) ? listSize(tracer, at(first)) : unknown;
  if (name === "concat")
    return joined([object, ...call.arguments].map((each) => listSize(tracer, at(each))));
  if (name === "filter" && first && isNamed(first, "Boolean")) return listSize(tracer, at(object));
  if (isNamed(object, "Array") && name === "from" && first) return ofFrom(tracer, at(first));
  if (/^(Promise|_|lodash|R)$/.test(nameOf(object)) && first && sameSizeOfArgument.test(name))
    return listSize(tracer, at(first));
  return sameSize.test(name) ? listSize(tracer, at(object)) : unknown;
}

/** `slice(start, end)`, `take(list, 500)`, `drop(list, 1)`. */
function ofPart(
  tracer: Tracer,
  name: string,
  list: Traced,
  [first, second]: readonly Traced[],
): ListSize {
  if (!first) return name === "slice" ? listSize(tracer, list) : unknown;
  if (name.startsWith("take")) return ofCount(tracer, first);
  if (name === "slice" && second) {
    const count = staticDifference(tracer, first, second);
    return count === undefined || count < 0 ? unknown : atMost(tracer, list, count);
  }
  const start = staticNumber(tracer, first);
  if (start === undefined) return unknown;
  return start < 0 ? { kind: "number", count: -start } : listSize(tracer, list);
}

/** A part of a list has no more elements than the list. */
function atMost(tracer: Tracer, list: Traced, count: number): ListSize {
  const whole = listSize(tracer, list);
  return { kind: "number", count: whole.kind === "number" ? Math.min(count, whole.count) : count };
}

/** `Array.from({ length: 500 }, …)`, `Array.from(list, …)`. */
function ofFrom(tracer: Tracer, value: Traced): ListSize {
  const [length] = tracer.field(value, "length").values;
  return length ? ofCount(tracer, length) : listSize(tracer, value);
}

function ofCount(tracer: Tracer, value: Traced): ListSize {
  const count = staticNumber(tracer, value);
  return count === undefined ? unknown : { kind: "number", count };
}

function isNamed(node: TSESTree.Node, name: string): boolean {
  return nameOf(node) === name;
}

function nameOf(node: TSESTree.Node): string {
  const name = unwrap(node);
  return name.type === AST_NODE_TYPES.Identifier ? name.name : "";
}
