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

/** Expressions from one that shows the Identity Secret to where that is read or written. */
type SecretPath = readonly Traced[];

/** How a value shows the Identity Secret, itself or in a part of it; `undefined` where it does not. */
export function secretIn(tracer: Tracer, value: Traced, depth = 0): SecretPath | undefined {
  const node = unwrap(value.node);
  if (depth > maxDepth) return undefined;
  const self = { ...value, node };
  if (isIdentitySecret(value.source, node)) return [self];
  const rest = pathFrom(tracer, self, depth);
  return rest && [self, ...rest];
}

function pathFrom(tracer: Tracer, value: Traced, depth: number): SecretPath | undefined {
  const { node } = value;
  const of = (...nodes: (TSESTree.Node | null | undefined)[]): SecretPath | undefined => {
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
      return ofCall(tracer, value, node, of, depth);
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression:
      return ofName(tracer, value, depth);
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
  of: (...nodes: TSESTree.Node[]) => SecretPath | undefined,
  depth: number,
): SecretPath | undefined {
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
function ofName(tracer: Tracer, value: Traced, depth: number): SecretPath | undefined {
  const variable = bindingOf(value.source, value.node);
  const constant = variable && constantSource(variable);
  return constant?.path.length === 0
    ? secretIn(tracer, { ...value, node: constant.expression }, depth + 1)
    : next(tracer, value, depth);
}

function next(tracer: Tracer, value: Traced, depth: number): SecretPath | undefined {
  for (const each of tracer.alternatives(value)) {
    const found = each.node === value.node ? undefined : secretIn(tracer, each, depth + 1);
    if (found) return found;
  }
  return undefined;
}
