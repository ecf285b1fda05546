import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { liveSign } from "../../find/batch-evidence/batch-evidence.js";
import type { Settings } from "../../find/settings.js";
import { functionName } from "../../find/values/function-name.js";
import { frameworkNames } from "../../project/import-texts.js";
import type { References } from "../../source/references.js";
import type { SourceFile } from "../../source/source-file.js";
import type { FunctionNode } from "../../source/syntax.js";
import { returnsNothing } from "./async-function.js";
import { isExports, type Mention, mentionOf } from "./function-mention.js";

/**
 * Whether a function that no code of the project calls may become async all the same. Who calls it can only be code
 * that is still to be written, a person at a prompt, or nobody: it is exported by name, gives nothing back that such a
 * caller could use, and nothing says that a framework or a user's action calls it.
 */
export function mayHaveNoCallers(
  source: SourceFile,
  fn: FunctionNode,
  mentions: readonly Mention[],
  references: References,
  settings: Settings,
): boolean {
  const name = functionName(fn, source);
  return (
    returnsNothing(source, fn) &&
    mentions.every(isExportByName) &&
    (isMethod(fn) ? isOfUnusedClass(source, fn, references) : isExported(fn, mentions)) &&
    !frameworkNames.has(name) &&
    // `onDeploy` is called by what tells of an event, `Users` by what renders, `useUsers` by either.
    !/^(on|use|handle)?[A-Z]/.test(name) &&
    liveSign(source, fn.body, settings) === undefined &&
    !references.mayBeLoadedUnseen(source)
  );
}

function isExportByName(mention: Mention): boolean {
  return mention.does === "export" && !mention.isDefault;
}

function isExported(fn: FunctionNode, mentions: readonly Mention[]): boolean {
  return (
    mentions.length > 0 ||
    (isExportedDeclaration(fn) && fn.parent.type !== AST_NODE_TYPES.ExportDefaultDeclaration)
  );
}

function isMethod({ parent }: FunctionNode): boolean {
  return (
    parent.type === AST_NODE_TYPES.MethodDefinition ||
    parent.type === AST_NODE_TYPES.PropertyDefinition
  );
}

/** Whether a method's class is exported by name, and nothing in the project makes or takes an object of it. */
function isOfUnusedClass(source: SourceFile, fn: FunctionNode, references: References): boolean {
  const owner = fn.parent.parent?.parent;
  if (owner?.type !== AST_NODE_TYPES.ClassDeclaration || !owner.id) return false;
  // Parsers that know no decorators leave the list out.
  const decorators = (owner.decorators as readonly unknown[] | undefined) ?? [];
  const uses = references.of(source, owner.id)?.map(({ node }) => mentionOf(node));
  return (
    owner.parent.type === AST_NODE_TYPES.ExportNamedDeclaration &&
    decorators.length === 0 &&
    uses?.every((mention) => mention !== undefined && isExportByName(mention)) === true
  );
}

/** `export function push() {}`, `export const push = () => {}`, `exports.push = () => {}`, a method of `export class Importer {}`. */
export function isExportedDeclaration(fn: FunctionNode): boolean {
  const { parent } = fn;
  switch (parent.type) {
    case AST_NODE_TYPES.VariableDeclarator:
      return parent.parent.parent.type === AST_NODE_TYPES.ExportNamedDeclaration;
    case AST_NODE_TYPES.AssignmentExpression:
      return isExports(parent.left);
    default:
      return parent.type.startsWith("Export");
  }
}
