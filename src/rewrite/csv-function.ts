import { basename, extname } from "node:path";
import { csvIdColumn } from "../halo/csv-import.js";
import { recognisedTraits } from "../halo/traits.js";
import type { SourceFile } from "../source/source-file.js";
import { importedExport, type LibraryExport } from "./imported-export.js";
import { fitted, inStyle, quoted } from "./layout.js";
import type { FreshNames } from "./names.js";
import { type BatchPlan, type CollectPlan, type PlanContext, updatesOf } from "./plan.js";
import type { SendFunction } from "./send-function.js";
import type { FileStyle } from "./style.js";

/** The package whose `stringify` writes the rows: emitted code has no CSV writer of its own. */
export const csvLibrary = "csv-stringify";

const stringify: LibraryExport = {
  modules: [`${csvLibrary}/sync`],
  exported: "stringify",
  local: "stringify",
};

const writeFile: LibraryExport = {
  modules: ["node:fs", "fs"],
  exported: "writeFileSync",
  local: "writeFileSync",
};

/** Writes the function that puts users into a file for the CSV import in Halo's dashboard. */
export function csvFunction(
  source: SourceFile,
  plans: readonly (BatchPlan | CollectPlan)[],
  { project, style }: PlanContext,
  names: FreshNames,
): SendFunction {
  const imported = [stringify, writeFile].map((library) =>
    importedExport(source, library, project, style, names),
  );
  const own = {
    write: names.take("writeHaloUsers"),
    started: names.take("haloCsvStarted"),
    type: style.typescript ? names.take("HaloUser") : "",
  };
  const columns = [...new Set(plans.flatMap(updatesOf).flatMap(({ keys }) => keys ?? []))];
  const file = `halo-${basename(source.path, extname(source.path))}.csv`;
  const [toText = "", write = ""] = imported.map(({ local }) => local);
  const lines = [
    ...typeLines(own.type, style),
    ...documentation(file, columns),
    ...writeLines(own, { toText, write }, file, columns, style),
  ];
  return {
    name: own.write,
    type: own.type,
    parameters: [],
    gives: "nothing",
    imported,
    // Not beside the function, which may be called before its place in the file is reached.
    state: `let ${own.started} = false${style.semicolon}`,
    text: inStyle(lines, style),
  };
}

function typeLines(type: string, { semicolon: end }: FileStyle): string[] {
  if (type === "") return [];
  return [`interface ${type} {`, `\tuser_id: unknown${end}`, `\ttraits: object${end}`, `}`, ""];
}

function documentation(file: string, columns: readonly string[]): string[] {
  const isRecognised = (column: string): boolean =>
    recognisedTraits.some((trait) => trait === column);
  const recognised = [csvIdColumn, ...columns.filter(isRecognised)].join(", ");
  const custom = columns.filter((column) => !isRecognised(column)).join(", ");
  return [
    "/**",
    ` * Adds users to ${file}, for the CSV import in Halo's dashboard, which marks nobody active.`,
    ` * There, map these columns to Halo's fields of the same names: ${recognised}.`,
    ...(custom === "" ? [] : [` * The others are custom fields: ${custom}.`]),
    " */",
  ];
}

function writeLines(
  own: { write: string; started: string; type: string },
  { toText, write }: { toText: string; write: string },
  file: string,
  columns: readonly string[],
  style: FileStyle,
): string[] {
  const { semicolon: end, trailingComma: comma, typescript } = style;
  const all = [csvIdColumn, ...columns].map((column) => JSON.stringify(column));
  const inQuotes = all.map((column) =>
    column.includes("\\") ? column : quoted(column.slice(1, -1), style),
  );
  const flag = `${own.started} ? ${quoted("a", style)} : ${quoted("w", style)}`;
  return [
    `function ${own.write}(users${typescript ? `: ${own.type}[]` : ""})${typescript ? ": void" : ""} {`,
    ...rowLines(style),
    `\tconst text = ${toText}(rows, {`,
    ...fitted(`\t\tcolumns: [`, inQuotes, `],`, style),
    `\t\theader: !${own.started},`,
    `\t\tcast: { boolean: String, date: (date) => date.toISOString() }${comma}`,
    `\t})${end}`,
    ...huggingCall(`\t${write}(${quoted(file, style)}, text, `, `flag: ${flag}`, style),
    `\t${own.started} = true${end}`,
    `}`,
  ];
}

function rowLines(style: FileStyle): string[] {
  const opening = `\tconst rows = users.map(({ user_id, traits }) => (`;
  return huggingCall(opening, `${csvIdColumn}: user_id, ...traits`, style, ")");
}

/** A call whose last argument is an object literal; over several lines where it must be. */
function huggingCall(opening: string, members: string, style: FileStyle, closing = ""): string[] {
  const end = `${closing})${style.semicolon}`;
  const [line = "", ...more] = fitted(`${opening}{ `, [members], ` }${end}`, style);
  if (more.length === 0) return [line];
  const list = members.split(", ");
  const lines = list.map(
    (member, at) => `\t\t${member}${at < list.length - 1 ? "," : style.trailingComma}`,
  );
  return [`${opening}{`, ...lines, `\t}${end}`];
}
