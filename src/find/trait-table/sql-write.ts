import { traitTable } from "../../halo/tables.js";

/** What a statement of SQL does to the traits in Halo's own table. */
export type TraitWrite = "deletes" | "writes";

const quoted = (name: string): string => `["\`\\[]?${name}["\`\\]]?`;
/** The table, after the name of its schema or database if it has one. */
const table = `(?:${quoted("\\w+")}\\s*\\.\\s*)*${quoted(traitTable.table)}(?![\\w.])`;
const column = `(?<![\\w])${quoted(traitTable.column)}(?!\\w)`;

const insensitive = (pattern: string): RegExp => new RegExp(pattern, "i");

const statement = insensitive(
  "(^|;|\\$\\$|\\bthen\\b|\\bas\\s*\\()[\\s(]*(with|update|insert|merge|delete|replace|copy|begin|do|explain|create|alter|set)\\b",
);
const mentioned = insensitive(column);
/** `custom_fields =`, `custom_fields['plan'] =`, `(name, custom_fields) =` */
const assigned = insensitive(`${column}\\s*(\\[[^\\]]*\\]\\s*)*=|\\([^()]*${column}[^()]*\\)\\s*=`);
const updates = insensitive(
  `\\bupdate\\s+(?:only\\s+)?${table}[^;]*?\\bset\\b(?<set>[^;]*?)(?=\\bwhere\\b|\\breturning\\b|;|$)`,
);
const inserts = insensitive(
  `\\b(?:insert\\s+(?:or\\s+\\w+\\s+|ignore\\s+)?into|replace\\s+into)\\s+${table}(?<columns>[^;]*?)(?=\\bvalues\\b|\\bselect\\b|;|$)(?<rest>[^;]*)`,
);
const merges = insensitive(`\\bmerge\\s+into\\s+${table}[^;]*?\\bwhen\\b(?<actions>[^;]*)`);
const copies = insensitive(`\\bcopy\\s+${table}\\s*\\((?<columns>[^)]*)\\)\\s*from\\b`);
const deletes = insensitive(`\\bdelete\\s+from\\s+(?:only\\s+)?${table}(?<rest>[^;]*)`);
const conflict = insensitive("\\b(on\\s+conflict|on\\s+duplicate)\\b");

/** What a text of SQL does to the traits in Halo's own table; `undefined` for all else that it may say. */
export function traitWriteIn(text: string): TraitWrite | undefined {
  const code = withoutComments(text);
  if (!mentioned.test(code) || !statement.test(code.trim())) return undefined;
  const set = updates.exec(code)?.groups?.["set"] ?? "";
  const inserted = inserts.exec(code)?.groups;
  const [, , onConflict = ""] = (inserted?.["rest"] ?? "").split(conflict);
  const isWritten =
    assigned.test(set) ||
    mentioned.test(inserted?.["columns"] ?? "") ||
    // Without a list of columns, the rows that are selected have them all.
    (inserted?.["columns"]?.trim() === "" && mentioned.test(inserted["rest"] ?? "")) ||
    assigned.test(onConflict) ||
    mentioned.test(merges.exec(code)?.groups?.["actions"] ?? "") ||
    mentioned.test(copies.exec(code)?.groups?.["columns"] ?? "");
  if (isWritten) return "writes";
  return mentioned.test(deletes.exec(code)?.groups?.["rest"] ?? "") ? "deletes" : undefined;
}

/** What stands in a comment or in a text within the SQL is no part of it. */
function withoutComments(text: string): string {
  return text.replaceAll(/'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
    part.startsWith("'") ? "''" : " ",
  );
}
