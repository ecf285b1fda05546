import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { identitySecretVariables } from "../../halo/environment.js";
import { publicVariable } from "../client-code.js";

const secretName = new RegExp(
  `${identitySecretVariables.join("|")}|HALO(_?AGENTS)?_(\\w+_)?SECRET`,
);

/** The prefix by which bundlers show a variable to browsers, where a node names such a variable of the Identity Secret. */
export function publicPrefix(node: TSESTree.Node): string | undefined {
  const name = variableNamed(node);
  return name !== undefined && secretName.test(name) ? publicVariable.exec(name)?.[0] : undefined;
}

/** The name of a variable of the environment that a node may spell: in a member, a property, an import, a text. */
function variableNamed(node: TSESTree.Node): string | undefined {
  if (node.type === AST_NODE_TYPES.Literal)
    return typeof node.value === "string"
      ? node.value.replace(/^(process|import\.meta)\.env\./, "")
      : undefined;
  if (node.type !== AST_NODE_TYPES.Identifier) return undefined;
  const { parent } = node;
  switch (parent.type) {
    case AST_NODE_TYPES.MemberExpression:
      return parent.property === node && !parent.computed ? node.name : undefined;
    case AST_NODE_TYPES.Property:
    case AST_NODE_TYPES.TSPropertySignature:
      return parent.key === node && !parent.computed ? node.name : undefined;
    case AST_NODE_TYPES.ImportSpecifier:
      return parent.imported === node ? node.name : undefined;
    default:
      return undefined;
  }
}
