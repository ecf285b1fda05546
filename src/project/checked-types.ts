import type { TSESTree } from "@typescript-eslint/types";
import type { ts } from "ts-morph";
import type { TypeInformation } from "../source/type-information.js";

/** The part of TypeScript's checker that is asked; ESLint's parser services and ts-morph both have it. */
type Checker = Pick<
  ts.TypeChecker,
  "getNonNullableType" | "getTypeAtLocation" | "isArrayType" | "isTupleType"
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
  };
}
