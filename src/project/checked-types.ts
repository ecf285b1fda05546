import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { resolve } from "node:path";
import type { ts } from "ts-morph";
import type { TypeInformation } from "../source/type-information.js";

// `SymbolFlags.Alias`, spelled out so that TypeScript need not be loaded for it.
const aliasFlag = 2097152;

// `TypeFlags.Object`, likewise.
const objectFlag = 524288;

/** The part of TypeScript's checker that is asked; ESLint's parser services and ts-morph both have it. */
type Checker = Pick<
  ts.TypeChecker,
  | "getAliasedSymbol"
  | "getNonNullableType"
  | "getSymbolAtLocation"
  | "getTypeAtLocation"
  | "isArrayType"
  | "isTupleType"
>;

/**
 * Answers from TypeScript's checker.
 *
 * @param nodeFor - finds the checker's node for one of ours
 */
export function checkedTypes(
  checker: Checker,
  nodeFor: (node: TSESTree.Node) => ts.Node | undefined,
): TypeInformation {
  const typeOf = (node: TSESTree.Node): ts.Type | undefined => {
    const checked = nodeFor(node);
    return checked && checker.getNonNullableType(checker.getTypeAtLocation(checked));
  };
  // An import is an alias of what it imports.
  const originalOf = (symbol: ts.Symbol): ts.Symbol =>
    (symbol.flags & aliasFlag) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  return {
    typeName(node) {
      const type = typeOf(node);
      return (type?.aliasSymbol ?? type?.getSymbol())?.getName();
    },
    isArray(node) {
      const type = typeOf(node);
      if (!type) return undefined;
      if (checker.isArrayType(type) || checker.isTupleType(type)) return true;
      // `any` and `unknown` have no symbol; a union, an interface or a class says what it is.
      return type.getSymbol() || type.isUnion() ? false : undefined;
    },
    propertiesOf(node) {
      const type = typeOf(node);
      return type && propertiesOf(type);
    },
    declarationOf(node) {
      const checked = nodeFor(node.type === AST_NODE_TYPES.MemberExpression ? node.property : node);
      const symbol = checked && checker.getSymbolAtLocation(checked);
      const declaration = (symbol && originalOf(symbol))?.valueDeclaration;
      if (!declaration) return undefined;
      const file = declaration.getSourceFile();
      const name = (declaration as ts.NamedDeclaration).name ?? declaration;
      return { path: resolve(file.fileName), offset: name.getStart(file) };
    },
  };
}

/** The properties of a type, of each of its alternatives where it has several. */
function propertiesOf(type: ts.Type): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const each of type.isUnion() ? type.types : [type]) {
    const isOpen = each.getStringIndexType() !== undefined;
    if ((each.flags & objectFlag) === 0 || isOpen) return undefined;
    for (const property of each.getProperties()) names.add(property.getName());
  }
  // `{}` and `object` say nothing of what they have.
  return names.size > 0 ? names : undefined;
}
