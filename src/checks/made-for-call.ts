import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { functionUses } from "../find/uses/function-uses.js";
import { functionBinding } from "../find/values/value-sources.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { ancestors, isFunction, isWithin, unwrap, wrapped } from "../source/syntax.js";

// `traits` in `toUser` in `users` in the call: code is not deeper.
const maxDepth = 5;

/**
 * Whether what an expression gives goes to a call alone: it stands in it, or in a variable or function that nothing else
 * uses. Then it can be changed for the sake of the call.
 */
export function isForCall(source: SourceFile, node: TSESTree.Node, call: TSESTree.Node): boolean {
  let place: TSESTree.Node | undefined = node;
  for (let depth = 0; place && depth < maxDepth; depth++) {
    if (isWithin(place, call)) return true;
    place = onlyUse(source, place);
  }
  return false;
}

/** The one place that reads the innermost variable or function that an expression is a part of. */
function onlyUse(source: SourceFile, node: TSESTree.Node): TSESTree.Node | undefined {
  if (isWritten(node)) return onlyRead(source, unwrap(node.object));
  for (const up of ancestors(node)) {
    if (isFunction(up) && functionBinding(source, up)) {
      const [use, another] = functionUses(source, up);
      return another ? undefined : use;
    }
    if (up.type === AST_NODE_TYPES.VariableDeclarator) return onlyRead(source, heldBy(up.id));
  }
  return undefined;
}

/** The name that holds what a declaration is given, or what a pattern leaves of it. */
function heldBy(target: TSESTree.Node): TSESTree.Node {
  if (target.type !== AST_NODE_TYPES.ObjectPattern) return target;
  const rest = target.properties.find(({ type }) => type === AST_NODE_TYPES.RestElement);
  return rest?.type === AST_NODE_TYPES.RestElement ? rest.argument : target;
}

/** The one place that reads a variable, besides those that write its properties. */
function onlyRead(source: SourceFile, name: TSESTree.Node): TSESTree.Node | undefined {
  const references = bindingOf(source, name)?.references ?? [];
  const [use, another] = references.flatMap((each) => {
    const { parent } = wrapped(each.identifier);
    return each.isRead() && !(parent && isWritten(parent)) ? [each.identifier] : [];
  });
  return another ? undefined : use;
}

/** `traits.plan` of `traits.plan = plan`. */
function isWritten(node: TSESTree.Node): node is TSESTree.MemberExpression {
  return (
    node.type === AST_NODE_TYPES.MemberExpression &&
    node.parent.type === AST_NODE_TYPES.AssignmentExpression &&
    node.parent.left === node
  );
}
