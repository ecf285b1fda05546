import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { traitTable } from "../../halo/tables.js";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, descendants, lastName, staticName, unwrap } from "../../source/syntax.js";
import { staticTexts, unknownPart } from "../values/static-text.js";
import { columnNames } from "./trait-names.js";
import { isTraitTable } from "./table-reference.js";

/** What builds a text. */
type TextNode =
  TSESTree.BinaryExpression | TSESTree.CallExpression | TSESTree.Literal | TSESTree.TemplateLiteral;

// A value that only the running program knows is a parameter of the statement, as a rule.
const parameter = "?";

/** Whether an expression builds a whole text: it is no part of another. */
export function isWholeText(node: TSESTree.Node): node is TextNode {
  const { parent } = node;
  const isPart =
    (parent?.type === AST_NODE_TYPES.BinaryExpression && parent.operator === "+") ||
    (parent?.type === AST_NODE_TYPES.ArrayExpression && isJoined(parent));
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return typeof node.value === "string" && !isPart;
    case AST_NODE_TYPES.TemplateLiteral:
      return !isPart;
    case AST_NODE_TYPES.BinaryExpression:
      return node.operator === "+" && !isPart;
    case AST_NODE_TYPES.CallExpression:
      return calleeName(node) === "join" && !isPart;
    default:
      return false;
  }
}

function isJoined({ parent }: TSESTree.ArrayExpression): boolean {
  return parent.type === AST_NODE_TYPES.MemberExpression && staticName(parent) === "join";
}

/** The texts of SQL that an expression can be. Helpers of tagged templates stand for the names that they are given. */
export function sqlTexts(source: SourceFile, node: TextNode): readonly string[] {
  if (node.type !== AST_NODE_TYPES.TemplateLiteral)
    return staticTexts(source, node).map((text) => text.replaceAll(unknownPart, parameter));
  return [
    node.quasis
      .map(({ value }, index) => {
        const hole = node.expressions[index];
        return (value.cooked ?? value.raw) + (hole ? holeText(source, hole) : "");
      })
      .join(""),
  ];
}

function holeText(source: SourceFile, hole: TSESTree.Node): string {
  const [text, another] = staticTexts(source, hole);
  if (text !== undefined && another === undefined && !text.includes(unknownPart)) return text;
  const node = unwrap(hole);
  if (isTraitTable(source, node)) return traitTable.table;
  if (columnNames.includes(lastName(node) ?? "")) return traitTable.column;
  if (node.type !== AST_NODE_TYPES.CallExpression) return parameter;
  // `${sql.identifier(["public", "end_users"])}`, `${sql(row, "custom_fields")}`, `${sql({ custom_fields })}`
  const names = node.arguments.flatMap((argument) =>
    [...descendants(argument)].flatMap((each) => nameIn(each)),
  );
  return names.length > 0 ? `${names.join(".")} = ${parameter}` : parameter;
}

function nameIn(node: TSESTree.Node): string[] {
  const name =
    node.type === AST_NODE_TYPES.Literal && typeof node.value === "string"
      ? node.value
      : node.type === AST_NODE_TYPES.Property
        ? staticName(node)
        : undefined;
  if (name === undefined) return [];
  return [columnNames.includes(name) ? traitTable.column : name];
}
