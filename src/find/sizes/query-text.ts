import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName } from "../../source/syntax.js";
import { staticTexts, unknownPart } from "../values/static-text.js";
import type { ListSize } from "./list-size.js";

/** Functions and tags that run SQL and give its rows. */
const queryNames =
  /^(\$?queryRaw(Unsafe)?|all|any|execute|many|manyOrNone|prepare|query|raw|sql)$|^\$query/i;

/** What makes a query give a part of the rows, or rows for a value that only the running program knows. */
const partial =
  /\b(limit|fetch\s+(first|next)|offset|top\s*\(?\s*\d|rownum|tablesample|group\s+by)\b|\b(count|max|min|sum)\s*\(|\bwhere\b[^;]*\b(id|uuid|email)\b\s*(=|in\b)/i;
const placeholder = /\?|\$\d|(^|[^:]):[a-z_]\w*|@\w/i;

/** How many rows a text of SQL reads that a function of the given name runs; `undefined` where it is no `SELECT`. */
export function selectSize(
  source: SourceFile,
  expression: TSESTree.Node,
  functionName: string,
): ListSize | undefined {
  if (!queryNames.test(functionName)) return undefined;
  const [text, another] = staticTexts(source, expression);
  if (text === undefined || !/^\s*select\b/i.test(text)) return undefined;
  if (another !== undefined || text.includes(unknownPart) || placeholder.test(text))
    return { kind: "unknown" };
  const limit = /\blimit\s+(\d+)\s*;?\s*$/i.exec(text)?.[1];
  if (limit !== undefined) return { kind: "number", count: Number(limit) };
  return partial.test(text) ? { kind: "unknown" } : { kind: "all", reads: "the query" };
}

/** Whether the calls of a chain build a query of a table: `knex("users").select()`, `db.select().from(users)`. */
export function tableRead(source: SourceFile, links: readonly TSESTree.CallExpression[]): boolean {
  const names = links.map((link) => calleeName(link) ?? "");
  if (names.includes("selectFrom") || names.includes("createQueryBuilder"))
    return names.some((name) => /^(execute|getMany|getRawMany)$/.test(name));
  const isSelect = names.includes("select");
  const root = links.at(-1);
  const isKnex = /^(knex|trx)$/.test(names.at(-1) ?? "") && root?.arguments.length === 1;
  return isSelect && (isKnex || isDrizzle(source, links, names));
}

/** Supabase has `from` before `select`, and gives 1000 rows at most unless it is told otherwise. */
function isDrizzle(
  source: SourceFile,
  links: readonly TSESTree.CallExpression[],
  names: readonly string[],
): boolean {
  const from = names.indexOf("from");
  const table = links[from]?.arguments[0];
  return (
    from !== -1 &&
    names.indexOf("select") > from &&
    table !== undefined &&
    (table.type === AST_NODE_TYPES.Identifier || staticTexts(source, table).length > 0)
  );
}
