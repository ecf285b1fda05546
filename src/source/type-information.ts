import type { TSESTree } from "@typescript-eslint/types";

/** What a type checker says of expressions. A host without types has none, and nothing may depend on it. */
export interface TypeInformation {
  /** The name of the type of a value, `null` and `undefined` aside; `undefined` where it has none. */
  typeName: (node: TSESTree.Node) => string | undefined;
  /** Whether a value is an array, `null` and `undefined` aside; `undefined` where its type does not say. */
  isArray: (node: TSESTree.Node) => boolean | undefined;
  /** The names of the properties that a value's type has; `undefined` where it may have others. */
  propertiesOf: (node: TSESTree.Node) => ReadonlySet<string> | undefined;
  /** Where the function or variable that an expression names is declared: an absolute path, and the name's offset. */
  declarationOf: (node: TSESTree.Node) => { path: string; offset: number } | undefined;
}
