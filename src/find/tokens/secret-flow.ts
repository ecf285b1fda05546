import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf } from "../../source/source-file.js";
import { calleeName, calleeOf, isFunction, staticName, unwrap } from "../../source/syntax.js";
import type { Traced } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { constantSource } from "../values/value-sources.js";
import { isIdentitySecret } from "./identity-secret.js";

// Bodies nest a few levels deep; it also ends lists that hold themselves.
const maxDepth = 20;

/** Calls whose result shows what they are given. */
const showing =
  /^(assign|btoa|concat|encodeURI(Component)?|entries|format|from|fromEntries|inspect|join|resolve|stringify|toString|trim|String|Headers|Request|URL|URLSearchParams)$/;

/** The expression by which a value shows the Identity Secret, itself or a part of it; `undefined` where none does. */
export function secretIn(tracer: Tracer, value: Traced, depth = 0): Traced | undefined {
  const node = unwrap(value.node);
  if (depth > maxDepth) return undefined;
  if (isIdentitySecret(value.source, node)) return { ...value, node };
  const of = (...nodes: (TSESTree.Node | null | undefined)[]): Traced | undefined => {
    for (const inner of nodes) {
      const found =
        inner && secretIn(tracer, { ...value, node: inner, holder: undefined }, depth + 1);
      if (found) return found;
    }
    return undefined;
  };
  switch (node.type) {
    case AST_NODE_TYPES.TemplateLiteral:
      return of(...node.expressions);
    case AST_NODE_TYPES.BinaryExpression:
      return node.operator === "+" ? of(node.left, node.right) : undefined;
    case AST_NODE_TYPES.LogicalExpression:
      // What stands before `&&` comes through only where it is nothing.
      return node.operator === "&&" ? of(node.right) : of(node.left, node.right);
    case AST_NODE_TYPES.ConditionalExpression:
      return of(node.consequent, node.alternate);
    case AST_NODE_TYPES.AwaitExpression:
    case AST_NODE_TYPES.SpreadElement:
      return of(node.argument);
    case AST_NODE_TYPES.ArrayExpression:
      return of(...node.elements);
    case AST_NODE_TYPES.ObjectExpression:
      return of(
        ...node.properties.map((each) =>
          each.type === AST_NODE_TYPES.Property ? functionless(each.value) : each,
        ),
      );
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return ofCall(tracer, { ...value, node }, node, of, depth);
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression:
      return ofName(tracer, { ...value, node }, depth);
    default:
      return undefined;
  }
}

function functionless(node: TSESTree.Node): TSESTree.Node | undefined {
  return isFunction(node) ? undefined : node;
}

function ofCall(
  tracer: Tracer,
  value: Traced,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  of: (...nodes: TSESTree.Node[]) => Traced | undefined,
  depth: number,
): Traced | undefined {
  if (showing.test(calleeName(call) ?? "")) {
    const callee = calleeOf(call);
    const isMethod =
      callee.type === AST_NODE_TYPES.MemberExpression &&
      /^(concat|join|toString|trim)$/.test(staticName(callee) ?? "");
    return of(...(isMethod ? [callee.object] : []), ...call.arguments);
  }
  return next(tracer, value, depth);
}

/** What a name holds, one step away: the alternatives would pass by what a condition hides. */
function ofName(tracer: Tracer, value: Traced, depth: number): Traced | undefined {
  const variable = bindingOf(value.source, value.node);
  const constant = variable && constantSource(variable);
  return constant?.path.length === 0
    ? secretIn(tracer, { ...value, node: constant.expression }, depth + 1)
    : next(tracer, value, depth);
}

function next(tracer: Tracer, value: Traced, depth: number): Traced | undefined {
  for (const each of tracer.alternatives(value)) {
    const found = each.node === value.node ? undefined : secretIn(tracer, each, depth + 1);
    if (found) return found;
  }
  return undefined;
}
