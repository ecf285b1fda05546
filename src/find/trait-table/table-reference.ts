import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { traitTable } from "../../halo/tables.js";
import type { SourceFile } from "../../source/source-file.js";
import { descendants, lastName, unwrap } from "../../source/syntax.js";
import { followed } from "../values/definition.js";
import { staticTexts } from "../values/static-text.js";
import { tableName } from "./trait-names.js";

/** The table's name as texts have it: `end_users`, `public.end_users`, `"end_users" as u`. */
const written = new RegExp(
  `^(["\`]?\\w+["\`]?\\.)?["\`]?${traitTable.table}["\`]?(\\s+(as\\s+)?\\w+)?$`,
  "i",
);

/** Whether an expression stands for Halo's table of traits: its name, or what a mapper has for it. */
export function isTraitTable(source: SourceFile, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const name = lastName(node);
  if (name !== undefined) return tableName.test(name) || isMappedTo(source, node);
  return isTableText(source, node);
}

function isTableText(source: SourceFile, node: TSESTree.Node): boolean {
  return staticTexts(source, node).some((text) => written.test(text));
}

/** `pgTable("end_users", …)`, `sequelize.define("Contact", …, { tableName: "end_users" })`, `@Entity("end_users") class …` */
function isMappedTo(source: SourceFile, node: TSESTree.Node): boolean {
  if (isTableText(source, node)) return true;
  const { source: file, node: place, path } = followed({ source, node, path: [] });
  const isMapping =
    place.type === AST_NODE_TYPES.CallExpression ||
    place.type === AST_NODE_TYPES.ClassDeclaration ||
    place.type === AST_NODE_TYPES.ClassExpression;
  return (
    isMapping &&
    path.length === 0 &&
    file.text.slice(...place.range).includes(traitTable.table) &&
    [...descendants(place)].some(
      (each) => each.type === AST_NODE_TYPES.Literal && each.value === traitTable.table,
    )
  );
}
