import { traitTable } from "../../halo/tables.js";

function camelCased(name: string): string {
  return name.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

const { table, column } = traitTable;

/** The names that code has for the column of the traits: the column's own, and that of a mapper's property. */
export const columnNames: readonly string[] = [column, camelCased(column)];

/** Names for the table or what stands for it: `end_users`, `endUsers`, `EndUser`. */
export const tableName = new RegExp(
  `^_?(${table}|${table.slice(0, -1)}|${camelCased(table)}|${camelCased(table).slice(0, -1)})$`,
  "i",
);

const words = [table, column].map((name) => new RegExp(name.replace("_", "_?").slice(0, -1), "i"));

/** Whether a file's text can write traits into the table; every other file costs two scans of its text. */
export function mayWriteTraits(text: string): boolean {
  return words.every((word) => word.test(text));
}
