import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf } from "../../source/source-file.js";
import { calleeName, calleeOf, staticName, unwrap } from "../../source/syntax.js";
import type { Traced } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { constantSource } from "../values/value-sources.js";
import { fileRead } from "./file-read.js";
import type { ListSize } from "./list-size.js";
import { selectSize, tableRead } from "./query-text.js";
import { staticNumber } from "./static-number.js";

/** What clients name the list of rows in what a query gives. */
const rowsNames = /^(0|recordset|rows|Items)$/;

/**
 * How much is read by an expression that reads rows of a database or a file: all of it, or as much as a limit says.
 *
 * @returns `undefined` for every other expression
 */
export function wholeRead(tracer: Tracer, value: Traced): ListSize | undefined {
  const node = unwrap(value.node);
  switch (node.type) {
    case AST_NODE_TYPES.Identifier:
      return ofName(tracer, value, node);
    case AST_NODE_TYPES.MemberExpression:
      return ofMember(tracer, value, node);
    case AST_NODE_TYPES.TaggedTemplateExpression:
      return selectSize(value.source, node.quasi, lastTag(node.tag));
    case AST_NODE_TYPES.CallExpression:
      return fileRead(value.source, node) ?? ofQuery(tracer, value, node);
    default:
      return undefined;
  }
}

/** `const { rows } = await pool.query("SELECT …")`, `const [rows] = …` */
function ofName(tracer: Tracer, value: Traced, name: TSESTree.Identifier): ListSize | undefined {
  const variable = bindingOf(value.source, name);
  const constant = variable && constantSource(variable);
  const [path, another] = constant?.path ?? [];
  return constant && path !== undefined && another === undefined && rowsNames.test(path)
    ? ofResult(tracer, { ...value, node: constant.expression })
    : undefined;
}

/** `(await pool.query("SELECT …")).rows`; `JSON.parse(text).users`. */
function ofMember(
  tracer: Tracer,
  value: Traced,
  node: TSESTree.MemberExpression,
): ListSize | undefined {
  const [object] = tracer.alternatives({ ...value, node: node.object, holder: undefined });
  if (!object) return undefined;
  const name = staticName(node) ?? "";
  if (rowsNames.test(name)) return ofResult(tracer, object);
  return object.node.type === AST_NODE_TYPES.CallExpression
    ? fileRead(object.source, object.node)
    : undefined;
}

function ofResult(tracer: Tracer, result: Traced): ListSize | undefined {
  const [found, another] = tracer.alternatives(result);
  const isRead =
    found?.node.type === AST_NODE_TYPES.CallExpression ||
    found?.node.type === AST_NODE_TYPES.TaggedTemplateExpression;
  return isRead && !another ? wholeRead(tracer, found) : undefined;
}

function lastTag(tag: TSESTree.Node): string {
  const node = unwrap(tag);
  if (node.type === AST_NODE_TYPES.MemberExpression) return staticName(node) ?? "sql";
  return node.type === AST_NODE_TYPES.Identifier ? node.name : "sql";
}

const readers = /^(find|findAll|findMany)$/;
const limits = /^(first|limit|pageSize|perPage|take|top)$/;
/** What says that only a part is read, where no limit says how large. */
const parts = /^(after|before|cursor|offset|page|range|skip)$/;

function ofQuery(
  tracer: Tracer,
  value: Traced,
  call: TSESTree.CallExpression,
): ListSize | undefined {
  const links = chainOf(call);
  for (const link of links) {
    const [text] = link.arguments;
    const size = text && selectSize(value.source, text, calleeName(link) ?? "");
    if (size) return size;
  }
  const reader = links.find((link) => readers.test(calleeName(link) ?? ""));
  const isTable = !reader && tableRead(value.source, links);
  if (!reader && !isTable) return undefined;
  if (reader && !isReadOfRows(reader, call)) return undefined;
  const sizes = links.map((link) => ofLink(tracer, value, link, link === reader));
  const isUnknown = sizes.some((size) => size?.kind === "unknown");
  const limit = sizes.find((size) => size?.kind === "number");
  if (limit || isUnknown) return limit ?? { kind: "unknown" };
  return { kind: "all", reads: reader ? `${calleeName(reader) ?? ""}()` : "the query" };
}

/** The calls of a chain, the last first: `toArray()`, `sort(…)`, `find()`. */
function chainOf(call: TSESTree.CallExpression): TSESTree.CallExpression[] {
  const links = [call];
  for (let node: TSESTree.Node = calleeOf(call); ;) {
    if (node.type === AST_NODE_TYPES.MemberExpression) node = unwrap(node.object);
    else if (node.type === AST_NODE_TYPES.CallExpression) {
      links.push(node);
      node = calleeOf(node);
    } else return links;
  }
}

/** `find` is also a method of arrays, which is given a function, and of lodash, which is given a list first. */
function isReadOfRows(reader: TSESTree.CallExpression, whole: TSESTree.CallExpression): boolean {
  const [first, second] = reader.arguments;
  if (calleeOf(reader).type !== AST_NODE_TYPES.MemberExpression) return false;
  const isPlain = !first || unwrap(first).type === AST_NODE_TYPES.ObjectExpression;
  if (calleeName(reader) !== "find") return isPlain;
  const isOfMongo = calleeName(whole) === "toArray" || calleeName(whole) === "lean";
  return isPlain && (isOfMongo || second === undefined);
}

/** Calls of a query that leave none of its rows out. */
const wholes =
  /^(addSelect|all|asc|collection|columns|createQueryBuilder|desc|distinct|exec|execute|from|getMany|getRawMany|innerJoin|join|lean|leftJoin|leftJoinAndSelect|model|orderBy|populate|project|query|repository|getRepository|schema|select|selectAll|selectFrom|sort|table|toArray|withSchema|knex|db|database|useDb)$/;

/** What a call of a chain says of the number of rows; `undefined` where it says nothing. */
function ofLink(
  tracer: Tracer,
  value: Traced,
  link: TSESTree.CallExpression,
  isReader: boolean,
): ListSize | undefined {
  const name = calleeName(link) ?? "";
  const [first] = link.arguments;
  if (isReader) return first && ofOptions(tracer, value, first);
  if (limits.test(name)) return first && ofLimit(tracer, { ...value, node: first });
  if (/^where$/.test(name)) return link.arguments.every(isStatic) ? undefined : { kind: "unknown" };
  return wholes.test(name) ? undefined : { kind: "unknown" };
}

function ofLimit(tracer: Tracer, value: Traced): ListSize {
  const count = staticNumber(tracer, value);
  return count === undefined ? { kind: "unknown" } : { kind: "number", count };
}

/** `{ where: { plan: "pro" }, take: 500 }`. A filter by values that only the running program knows may leave few. */
function ofOptions(tracer: Tracer, value: Traced, options: TSESTree.Node): ListSize | undefined {
  const object = unwrap(options);
  if (object.type !== AST_NODE_TYPES.ObjectExpression) return { kind: "unknown" };
  let found: ListSize | undefined;
  for (const property of object.properties) {
    const name = property.type === AST_NODE_TYPES.Property ? staticName(property) : undefined;
    if (property.type !== AST_NODE_TYPES.Property || name === undefined || parts.test(name))
      found ??= { kind: "unknown" };
    else if (limits.test(name)) return ofLimit(tracer, { ...value, node: property.value });
    else if (
      !/^(attributes|columns|fields|include|order|orderBy|relations|select|with)$/.test(name) &&
      !isStatic(property.value)
    )
      found ??= { kind: "unknown" };
  }
  return found;
}

/** Whether an expression is made of literals alone. */
function isStatic(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return true;
    case AST_NODE_TYPES.ArrayExpression:
      return node.elements.every((each) => each !== null && isStatic(each));
    case AST_NODE_TYPES.ObjectExpression:
      return node.properties.every(
        (each) =>
          each.type === AST_NODE_TYPES.Property &&
          !/^(_?id|uuid|in|\$in|email)$/i.test(staticName(each) ?? "id") &&
          isStatic(each.value),
      );
    default:
      return false;
  }
}
