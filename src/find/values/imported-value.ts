import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { importedName, staticName, unwrap } from "../../source/syntax.js";
import { requiredModule } from "./required-module.js";
import { constantSource } from "./value-sources.js";

/** A value of another module: `axios.post` of `import axios from "axios"` has the path `["post"]`. */
export interface ImportedValue {
  /** As the import spells it, without `node:`. */
  module: string;
  /** The names to read from the module; a default export and a namespace stand for the module itself. */
  path: readonly string[];
}

// Longer chains of names are not followed; it also ends `const a = b, b = a`.
const maxDepth = 8;

/** The module that a value comes from, by import, `require` or `await import`, and the names that lead to it. */
export function importedValue(
  source: SourceFile,
  expression: TSESTree.Node,
  depth = 0,
): ImportedValue | undefined {
  if (depth > maxDepth) return undefined;
  const node = unwrap(expression);
  switch (node.type) {
    case AST_NODE_TYPES.MemberExpression: {
      const name = staticName(node);
      return name === undefined
        ? undefined
        : member(importedValue(source, node.object, depth + 1), [name]);
    }
    case AST_NODE_TYPES.CallExpression:
      return ofModule(requiredModule(source, node), []);
    case AST_NODE_TYPES.AwaitExpression:
      return importedValue(source, node.argument, depth + 1);
    case AST_NODE_TYPES.ImportExpression:
      return node.source.type === AST_NODE_TYPES.Literal
        ? ofModule(String(node.source.value), [])
        : undefined;
    case AST_NODE_TYPES.Identifier:
      return ofName(source, node, depth);
    default:
      return undefined;
  }
}

function ofName(
  source: SourceFile,
  node: TSESTree.Identifier,
  depth: number,
): ImportedValue | undefined {
  const variable = bindingOf(source, node);
  const definition = variable?.defs[0]?.node;
  const declaration = definition?.parent;
  if (declaration?.type === AST_NODE_TYPES.ImportDeclaration) {
    const name = importedName(definition);
    return ofModule(declaration.source.value, name === undefined ? [] : [name]);
  }
  if (definition?.type === AST_NODE_TYPES.TSImportEqualsDeclaration)
    return ofModule(requiredByImport(definition), []);
  const origin = variable && constantSource(variable);
  return origin && member(importedValue(source, origin.expression, depth + 1), origin.path);
}

/** `import halo = require("./halo")` */
function requiredByImport({
  moduleReference: reference,
}: TSESTree.TSImportEqualsDeclaration): string | undefined {
  return reference.type === AST_NODE_TYPES.TSExternalModuleReference
    ? reference.expression.value
    : undefined;
}

function ofModule(module: string | undefined, path: readonly string[]): ImportedValue | undefined {
  if (module === undefined) return undefined;
  return member({ module: module.replace(/^node:/, ""), path: [] }, path);
}

function member(
  value: ImportedValue | undefined,
  names: readonly string[],
): ImportedValue | undefined {
  return (
    value && { ...value, path: [...value.path, ...names.filter((name) => name !== "default")] }
  );
}
