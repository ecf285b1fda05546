import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { exportedFrom, type Place } from "./exports.js";
import { importedValue } from "./imported-value.js";

/**
 * Where another file of the project writes what an expression of this one imports or requires, however it is named.
 *
 * @param path - the properties to read from the expression's value
 */
export function originOf(
  source: SourceFile,
  expression: TSESTree.Node,
  path: readonly string[] = [],
): Place | undefined {
  const { modules } = source;
  const imported = modules && importedValue(source, expression);
  const file = imported && modules.fileOf(imported.module, source);
  return file && exportedFrom(file, [...imported.path, ...path]);
}
