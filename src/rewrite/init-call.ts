import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantValue, propertyValue } from "../find/values/static-text.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeOf, staticName, unwrap, wrapped } from "../source/syntax.js";
import { type CallPosition, isDiscarded } from "./call-position.js";

/**
 * Where an `init` stands that does no more than identify its user: its instance is destroyed at once, and nothing else
 * is done with it. `undefined` where the code may go on to use it, or it says more than who the user is.
 */
export function initPosition(
  source: SourceFile,
  call: TSESTree.CallExpression,
): CallPosition | undefined {
  if (!saysOnlyUser(source, call)) return undefined;
  const chained = destroyCall(call);
  if (chained) {
    return isDiscarded(source, chained)
      ? { range: wrapped(chained).range, statements: false, removedAwait: undefined }
      : undefined;
  }
  const range = declaredAndDestroyed(source, call);
  return range && { range, statements: true, removedAwait: undefined };
}

/** The key that an `init` is given. */
export function keyOfInit(
  source: SourceFile,
  call: TSESTree.CallExpression,
): TSESTree.Node | undefined {
  const options = optionsOf(source, call);
  return options && propertyValue(options, ["apiKey"]);
}

function optionsOf(source: SourceFile, call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const [first, another] = call.arguments;
  return first && !another ? unwrap(constantValue(source, first) ?? first) : undefined;
}

/** Whether an `init` is given a key, and no company or context. */
function saysOnlyUser(source: SourceFile, call: TSESTree.CallExpression): boolean {
  const options = optionsOf(source, call);
  return (
    options?.type === AST_NODE_TYPES.ObjectExpression &&
    propertyValue(options, ["apiKey"]) !== undefined &&
    options.properties.every(
      (property) =>
        property.type === AST_NODE_TYPES.Property &&
        !property.computed &&
        /^(orgId|apiKey|userId|userTraits|userToken|getUserToken)$/.test(
          staticName(property) ?? "",
        ),
    )
  );
}

/** `const instance = HaloAgents.init(…); instance.destroy();`. */
function declaredAndDestroyed(
  source: SourceFile,
  call: TSESTree.CallExpression,
): readonly [number, number] | undefined {
  const declarator = wrapped(call).parent;
  if (declarator?.type !== AST_NODE_TYPES.VariableDeclarator) return undefined;
  const declaration = declarator.parent;
  const references = bindingOf(source, declarator.id)?.references ?? [];
  const [use, another] = references.filter(({ init }) => !init);
  const destroy = use && !another ? destroyCall(use.identifier) : undefined;
  const statement = destroy && wrapped(destroy).parent;
  if (statement?.type !== AST_NODE_TYPES.ExpressionStatement) return undefined;
  if (declaration.declarations.length !== 1) return undefined;
  if (declaration.parent.type !== AST_NODE_TYPES.BlockStatement) return undefined;
  const list = declaration.parent.body;
  const next = list[list.findIndex((each) => each === declaration) + 1];
  return next === statement ? [declaration.range[0], statement.range[1]] : undefined;
}

/** `instance.destroy()`. */
function destroyCall(instance: TSESTree.Node): TSESTree.CallExpression | undefined {
  const member = wrapped(instance).parent;
  if (member?.type !== AST_NODE_TYPES.MemberExpression || staticName(member) !== "destroy")
    return undefined;
  const call = wrapped(member).parent;
  const isCalled = call?.type === AST_NODE_TYPES.CallExpression && calleeOf(call) === member;
  return isCalled && call.arguments.length === 0 ? call : undefined;
}
