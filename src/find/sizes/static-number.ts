import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf } from "../../source/source-file.js";
import { calleeName, unwrap } from "../../source/syntax.js";
import type { Traced } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { constantSource } from "../values/value-sources.js";

/** A sum of known and unknown parts: `i * 500 + 500` has the constant 500, and the part `i` 500 times. */
interface Linear {
  constant: number;
  /** By what cannot be known: a variable, or the text of an expression. */
  parts: ReadonlyMap<unknown, number>;
}

/** The number that an expression is, where the code says it; a default stands for what it stands in for. */
export function staticNumber(tracer: Tracer, value: Traced): number | undefined {
  return constantOf(linear(tracer, value));
}

/** `to - from`, as for `slice(start, start + 500)`; where `to` is the lesser of two, the lesser difference. */
export function staticDifference(tracer: Tracer, from: Traced, to: Traced): number | undefined {
  const lesser = leastOf(tracer, to);
  const start = linear(tracer, from);
  const differences = lesser.flatMap(
    (each) => constantOf(added(linear(tracer, each), start, -1)) ?? [],
  );
  return differences.length > 0 ? Math.min(...differences) : undefined;
}

/** The arguments of `Math.min(start + 500, users.length)`; any other expression itself. */
function leastOf(tracer: Tracer, value: Traced): readonly Traced[] {
  const [found, another] = tracer.alternatives(value);
  const node = found && !another ? unwrap(found.node) : undefined;
  return found && node?.type === AST_NODE_TYPES.CallExpression && calleeName(node) === "min"
    ? node.arguments.map((argument) => ({ ...found, node: argument }))
    : [value];
}

function constantOf({ constant, parts }: Linear): number | undefined {
  return [...parts.values()].every((times) => times === 0) && Number.isFinite(constant)
    ? constant
    : undefined;
}

function known(constant: number): Linear {
  return { constant, parts: new Map() };
}

function unknown({ source, node }: Traced): Linear {
  const variable = node.type === AST_NODE_TYPES.Identifier ? bindingOf(source, node) : undefined;
  const key = variable ?? source.text.slice(...node.range);
  return { constant: 0, parts: new Map([[key, 1]]) };
}

function linear(tracer: Tracer, value: Traced): Linear {
  const node = unwrap(value.node);
  const at = (next: TSESTree.Node): Linear => linear(tracer, { ...value, node: next });
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      tracer.numbers.add(node);
      return typeof node.value === "number" || /^\d+$/.test(String(node.value))
        ? known(Number(node.value))
        : unknown(value);
    case AST_NODE_TYPES.BinaryExpression:
      return ofOperation(node.operator, at(node.left), at(node.right)) ?? unknown(value);
    case AST_NODE_TYPES.LogicalExpression: {
      const left = at(node.left);
      return constantOf(left) === undefined ? at(node.right) : left;
    }
    case AST_NODE_TYPES.CallExpression:
      return ofCall(tracer, value, node);
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression:
      return ofName(tracer, { ...value, node });
    default:
      return unknown(value);
  }
}

function ofOperation(operator: string, left: Linear, right: Linear): Linear | undefined {
  switch (operator) {
    case "+":
      return added(left, right, 1);
    case "-":
      return added(left, right, -1);
    case "*":
      return left.parts.size === 0
        ? added(known(0), right, left.constant)
        : right.parts.size === 0
          ? added(known(0), left, right.constant)
          : undefined;
    default:
      return left.parts.size === 0 && right.parts.size === 0
        ? ofKnown(operator, left.constant, right.constant)
        : undefined;
  }
}

function ofKnown(operator: string, left: number, right: number): Linear | undefined {
  if (operator === "/") return known(left / right);
  return operator === "**" ? known(left ** right) : undefined;
}

function added(left: Linear, right: Linear, times: number): Linear {
  const parts = new Map(left.parts);
  for (const [key, count] of right.parts) parts.set(key, (parts.get(key) ?? 0) + times * count);
  return { constant: left.constant + times * right.constant, parts };
}

/** `Number("500")`, `parseInt(x, 10)`, `Math.min(size, 1000)`; else what a function of the project returns. */
function ofCall(tracer: Tracer, value: Traced, call: TSESTree.CallExpression): Linear {
  const [first] = call.arguments;
  const name = calleeName(call) ?? "";
  const numbers = (): number[] =>
    call.arguments.flatMap((node) => staticNumber(tracer, { ...value, node }) ?? []);
  // A limit holds whatever the other values are.
  if (name === "min") return numbers().length > 0 ? known(Math.min(...numbers())) : unknown(value);
  if (name === "max")
    return numbers().length === call.arguments.length
      ? known(Math.max(...numbers()))
      : unknown(value);
  if (first && /^(Number|ceil|floor|parseInt|round|trunc)$/.test(name))
    return linear(tracer, { ...value, node: first });
  return ofName(tracer, { ...value, node: call });
}

function ofName(tracer: Tracer, value: Traced): Linear {
  if (changes(value)) return unknown(value);
  const all = tracer.alternatives(value).filter(({ node }) => node !== value.node);
  const [only, another] = all;
  if (only && !another) return linear(tracer, only);
  // `process.env.BATCH_SIZE ?? 500`, by a name.
  const numbers = all.flatMap((each) => constantOf(linear(tracer, each)) ?? []);
  return numbers.length > 0 ? known(Math.max(...numbers)) : unknown(value);
}

/** Whether a name is a variable that the code sets more than once, as the counter of a loop. */
function changes({ source, node }: Traced): boolean {
  const variable = node.type === AST_NODE_TYPES.Identifier ? bindingOf(source, node) : undefined;
  const definition = variable?.defs[0];
  return (
    variable !== undefined &&
    definition?.node.type === AST_NODE_TYPES.VariableDeclarator &&
    constantSource(variable) === undefined
  );
}
