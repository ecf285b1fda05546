import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeOf, isFunction, staticName, unwrap } from "../source/syntax.js";

/** `const results = await Promise.allSettled(…)`, of which the code looks only who was rejected, and why. */
export interface SettledResults {
  name: string;
  /** The code that gives them the name: `const results = `. */
  naming: readonly [number, number];
}

/** The results that a declaration gives a name to; `undefined` where the code may look at what was fulfilled. */
export function settledResults(
  source: SourceFile,
  declarator: TSESTree.Node | undefined,
): SettledResults | undefined {
  if (declarator?.type !== AST_NODE_TYPES.VariableDeclarator) return undefined;
  const { id: name, init: awaited, parent: declaration } = declarator;
  const isInList =
    declaration.parent.type === AST_NODE_TYPES.BlockStatement ||
    declaration.parent.type === AST_NODE_TYPES.Program;
  if (!isInList || declaration.declarations.length > 1 || declaration.kind !== "const")
    return undefined;
  if (name.type !== AST_NODE_TYPES.Identifier || name.typeAnnotation) return undefined;
  if (awaited?.type !== AST_NODE_TYPES.AwaitExpression || !isAllSettled(awaited.argument))
    return undefined;
  const reads = bindingOf(source, name)?.references.filter(({ init }) => !init) ?? [];
  return reads.every(({ identifier }) => looksAtStatus(source, identifier))
    ? { name: name.name, naming: [declaration.range[0], awaited.range[0]] }
    : undefined;
}

function isAllSettled(node: TSESTree.Node): boolean {
  if (node.type !== AST_NODE_TYPES.CallExpression || node.arguments.length !== 1) return false;
  const callee = calleeOf(node);
  return (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    callee.object.type === AST_NODE_TYPES.Identifier &&
    callee.object.name === "Promise" &&
    staticName(callee) === "allSettled"
  );
}

/** `results.length`, `results.filter(({ status }) => status === "rejected")`, `for (const result of results)`. */
function looksAtStatus(source: SourceFile, results: TSESTree.Node): boolean {
  const { parent } = results;
  if (parent?.type === AST_NODE_TYPES.ForOfStatement && parent.right === results) {
    const { left } = parent;
    const [declarator] = left.type === AST_NODE_TYPES.VariableDeclaration ? left.declarations : [];
    return declarator !== undefined && leavesValue(source, declarator.id);
  }
  if (parent?.type !== AST_NODE_TYPES.MemberExpression || parent.object !== results) return false;
  const method = staticName(parent) ?? "";
  const call = parent.parent;
  if (method === "length") return true;
  if (call.type !== AST_NODE_TYPES.CallExpression || call.callee !== parent) return false;
  const [callback, another] = call.arguments;
  const element = isFunction(callback) && !another ? callback.params[0] : undefined;
  if (!isFunction(callback) || !element || !leavesValue(source, element)) return false;
  if (/^(every|forEach|some)$/.test(method)) return true;
  const after = call.parent;
  const isCounted =
    after.type === AST_NODE_TYPES.MemberExpression &&
    after.object === call &&
    staticName(after) === "length";
  return (
    (method === "filter" && isCounted) ||
    (/^(filter|find)$/.test(method) && asksForRejected(callback.body))
  );
}

/** Whether only the status and the reason are read of a result. */
function leavesValue(source: SourceFile, element: TSESTree.Node): boolean {
  if (element.type === AST_NODE_TYPES.ObjectPattern)
    return element.properties.every(
      (property) => property.type === AST_NODE_TYPES.Property && isOfFailure(staticName(property)),
    );
  return (
    bindingOf(source, element)?.references.every(({ identifier, init }) => {
      const { parent } = identifier;
      const isRead =
        parent.type === AST_NODE_TYPES.MemberExpression && parent.object === identifier;
      return init === true || (isRead && isOfFailure(staticName(parent)));
    }) === true
  );
}

function isOfFailure(name: string | undefined): boolean {
  return name === "status" || name === "reason";
}

/** `result.status === "rejected"`, `status !== "fulfilled"`. */
function asksForRejected(test: TSESTree.Node): boolean {
  if (test.type !== AST_NODE_TYPES.BinaryExpression) return false;
  const { left, right, operator } = test;
  const isStatus =
    unwrap(left).type === AST_NODE_TYPES.Identifier ||
    (left.type === AST_NODE_TYPES.MemberExpression && staticName(left) === "status");
  const value = right.type === AST_NODE_TYPES.Literal ? right.value : undefined;
  return (
    isStatus &&
    ((/^===?$/.test(operator) && value === "rejected") ||
      (/^!==?$/.test(operator) && value === "fulfilled"))
  );
}
