import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  calleeName,
  calleeOf,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  unwrap,
  wrapped,
} from "../source/syntax.js";
import { isPromiseAll, statementIn } from "./call-position.js";
import { promisedBy, runOf } from "./function-run.js";

/**
 * Where the owner waits for the promise that an expression gives, or for the promises of a list that it gives: the
 * `await`, or the `return` or body of the owner that hands the promise on. `undefined` where nothing shows that it does.
 */
export function awaitedAt(
  source: SourceFile,
  expression: TSESTree.Node,
  held: "list" | "promise",
  owner: FunctionNode | undefined,
): TSESTree.Node | undefined {
  let inList = held === "list";
  let node = wrapped(expression);
  for (let up = node.parent; up; up = node.parent) {
    switch (up.type) {
      case AST_NODE_TYPES.AwaitExpression:
        return inList ? undefined : up;
      case AST_NODE_TYPES.CallExpression:
        if (calleeOf(up) !== node) {
          const list = pushedTo(up);
          if (list) return awaitedByName(source, list, "list", owner);
          if (!isPromiseAll(up)) return undefined;
          inList = false;
        }
        break;
      case AST_NODE_TYPES.MemberExpression:
        if (up.object !== node || !isPromiseMethod(up)) return undefined;
        break;
      case AST_NODE_TYPES.ArrayExpression:
        inList = true;
        break;
      case AST_NODE_TYPES.VariableDeclarator:
        return up.init === node && up.parent.kind === "const"
          ? awaitedByName(source, up.id, inList ? "list" : "promise", owner)
          : undefined;
      case AST_NODE_TYPES.ReturnStatement:
      case AST_NODE_TYPES.ArrowFunctionExpression: {
        if (inList) return undefined;
        // What a callback returns is awaited where its receiver's own result is.
        const fn = isFunction(up) ? up : enclosingFunction(up);
        if (fn === owner) return isFunction(up) ? up.body : up;
        const run = fn && runOf(source, fn);
        if (!run || run.iteration?.dropsPromises === true) return undefined;
        const promised = promisedBy(run);
        if (promised === "dropped") return undefined;
        return awaitedAt(source, run.node, promised === "list" ? "list" : "promise", owner);
      }
      default:
        return undefined;
    }
    node = wrapped(up);
  }
  return undefined;
}

/** `jobs` of `jobs.push(…)`. */
function pushedTo(call: TSESTree.CallExpression): TSESTree.Identifier | undefined {
  const callee = calleeOf(call);
  if (callee.type !== AST_NODE_TYPES.MemberExpression || calleeName(call) !== "push")
    return undefined;
  const list = unwrap(callee.object);
  return list.type === AST_NODE_TYPES.Identifier ? list : undefined;
}

/**
 * Where the owner waits for what a name of its own holds: beside the declaration, so that nothing can lead past it but
 * an early end of the owner.
 */
function awaitedByName(
  source: SourceFile,
  name: TSESTree.Node,
  held: "list" | "promise",
  owner: FunctionNode | undefined,
): TSESTree.Node | undefined {
  const variable = bindingOf(source, name);
  const definition = variable?.defs[0];
  if (!definition || enclosingFunction(definition.name) !== owner) return undefined;
  const declaration = statementIn(definition.name, owner);
  for (const { identifier, init } of variable.references) {
    const isPast = identifier.range[0] <= name.range[0];
    if (init === true || isPast || enclosingFunction(identifier) !== owner) continue;
    const at = awaitedAt(source, identifier, held, owner);
    if (at && isBeside(at, declaration, owner)) return at;
  }
  return undefined;
}

/** Whether an `await` or `return` runs in any case once a statement of the same list has. */
export function isBeside(
  at: TSESTree.Node,
  statement: TSESTree.Node | undefined,
  owner: FunctionNode | undefined,
): boolean {
  const own = statementIn(at, owner);
  if (!own || !statement || own.parent !== statement.parent) return false;
  if (own.range[0] < statement.range[1]) return false;
  for (let up = at; up !== own && up.parent; up = up.parent) {
    if (/^(Conditional|Logical)Expression$/.test(up.parent.type)) return false;
  }
  return true;
}

function isPromiseMethod(member: TSESTree.MemberExpression): boolean {
  return (
    member.property.type === AST_NODE_TYPES.Identifier &&
    /^(then|catch|finally)$/.test(member.property.name)
  );
}
