import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { identitySecretPrefix, identitySecretVariables } from "../../halo/environment.js";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, importedName, lastName } from "../../source/syntax.js";
import { memberName, staticTexts, unknownPart } from "../values/static-text.js";
import { patternPath } from "../values/value-sources.js";

const variables: ReadonlySet<string> = new Set(identitySecretVariables);

/** Calls that give the value of the variable that they are told: `Deno.env.get(name)`, `config.getOrThrow(name)`, `requireEnv(name)`. */
const variableReaders = /^(get|getOrThrow|must|required?)$|env|secret|config|variable/i;

/** Objects with a key for each variable that hold something else of it: `fieldErrors.HALO_IDENTITY_SECRET`. */
const aboutVariables = /(errors?|issues?|keys?|labels?|messages?|names?|schema|shape)$/i;

/** What is written where a secret would stand, in words. */
const placeholder =
  /^(?:x+|y+|\*+|\d|abc|bar|change|changeme|demo|dev|development|dummy|example|fake|fill|foo|goes|here|hidden|id|identity|insert|invalid|key|live|local|me|mock|my|of|placeholder|put|real|redacted|replace|sample|secret|some|test|the|this|todo|value|with|workspace|your|yours|[a-z]*secret)$/i;

/** Whether a text is an Identity Secret, and none that stands in an example for one. */
function isSecretText(text: string): boolean {
  if (!text.startsWith(identitySecretPrefix)) return false;
  const rest = text.slice(identitySecretPrefix.length);
  if (!/^[\w-]{4,}$/.test(rest) || /^(.)\1*$/.test(rest)) return false;
  return !rest.split(/[_-]/).every((word) => word === "" || placeholder.test(word));
}

/** Whether an expression reads the Identity Secret from where it is kept, or is it. */
export function isIdentitySecret(source: SourceFile, node: TSESTree.Node): boolean {
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return typeof node.value === "string" && isSecretText(node.value);
    case AST_NODE_TYPES.TemplateLiteral:
    case AST_NODE_TYPES.BinaryExpression:
      return isWrittenSecret(source, node);
    case AST_NODE_TYPES.MemberExpression:
      return (
        variables.has(memberName(source, node) ?? "") &&
        !aboutVariables.test(lastName(node.object) ?? "") &&
        !isOtherText(source, node)
      );
    case AST_NODE_TYPES.Identifier:
      return isNamedAfterVariable(source, node) && !isOtherText(source, node);
    case AST_NODE_TYPES.CallExpression: {
      const [name, another] = node.arguments;
      const isRead = variableReaders.test(calleeName(node) ?? "") && !another;
      return isRead && name?.type === AST_NODE_TYPES.Literal && variables.has(String(name.value));
    }
    default:
      return false;
  }
}

/** Whether the code says what a name stands for, and that is no secret: `const HALO_IDENTITY_SECRET = "halo-identity"`. */
function isOtherText(source: SourceFile, node: TSESTree.Node): boolean {
  return staticTexts(source, node).every(
    (text) => !text.includes(unknownPart) && !isSecretText(text),
  );
}

/** Whether a text is put together to a secret: `ha_secret_${"9f2c…"}`. */
function isWrittenSecret(source: SourceFile, node: TSESTree.Node): boolean {
  return staticTexts(source, node).some((text) =>
    isSecretText(text.split(unknownPart, 1)[0] ?? ""),
  );
}

/** `import { HALO_IDENTITY_SECRET } from "$env/static/private"`, `const { HALO_IDENTITY_SECRET: secret } = env`. */
function isNamedAfterVariable(source: SourceFile, node: TSESTree.Identifier): boolean {
  const variable = bindingOf(source, node);
  const definition = variable?.defs[0];
  if (!definition) return false;
  const imported = importedName(definition.node);
  if (imported !== undefined) return variables.has(imported);
  const [name] = variable.identifiers;
  return name !== undefined && variables.has(patternPath(name).at(-1) ?? "");
}
