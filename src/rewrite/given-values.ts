import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { PlacedFunction } from "../find/values/definition.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { staticName } from "../source/syntax.js";
import type { RefusalReason } from "./refusals.js";
import { type GivenValue, valueAt } from "./site-expression.js";

/** What the parameters of a function stand for in one call; refused where they do more than name the arguments. */
export function givenValues(
  { source, node: fn }: PlacedFunction,
  call: TSESTree.CallExpression,
): ReadonlyMap<Variable, GivenValue> | RefusalReason {
  const given = new Map<Variable, GivenValue>();
  if (call.arguments.some(({ type }) => type === AST_NODE_TYPES.SpreadElement))
    return "wrapper-arguments";
  const areRead = fn.params.every((parameter, index) => {
    const argument = call.arguments[index];
    const value = argument && { argument, path: [] };
    return addNames(source, parameter, value, given);
  });
  return areRead ? given : "wrapper-arguments";
}

/** Adds the names in a parameter that an argument is given for. `false` where the parameter has defaults or a rest. */
function addNames(
  source: SourceFile,
  parameter: TSESTree.Node,
  value: GivenValue | undefined,
  given: Map<Variable, GivenValue>,
): boolean {
  if (parameter.type === AST_NODE_TYPES.Identifier) {
    const variable = bindingOf(source, parameter);
    const isWritten = variable?.references.some((reference) => reference.isWrite());
    if (!variable || isWritten === true || parameter.name === "this") return false;
    if (value) given.set(variable, value);
    return true;
  }
  if (parameter.type !== AST_NODE_TYPES.ObjectPattern) return false;
  return parameter.properties.every((property) => {
    const name =
      property.type === AST_NODE_TYPES.Property && !property.computed
        ? staticName(property)
        : undefined;
    if (property.type !== AST_NODE_TYPES.Property || name === undefined) return false;
    return addNames(source, property.value, value && memberOf(value, name), given);
  });
}

/** `user.plan` of `user`; `pro` of `{ plan: pro }`. */
function memberOf({ argument, path }: GivenValue, name: string): GivenValue | undefined {
  return path.length > 0 ? { argument, path: [...path, name] } : valueAt(argument, [name]);
}
