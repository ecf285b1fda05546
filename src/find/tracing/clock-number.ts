import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName, calleeOf, staticName, unwrap } from "../../source/syntax.js";
import { globalName } from "../values/global-name.js";
import type { Traced } from "./traced.js";
import type { Tracer } from "./tracer.js";

/** A number that may depend on the clock: `now` times the milliseconds since 1970, and `plus`. */
export interface ClockNumber {
  now: number;
  plus: number;
}

const rounding = /^(ceil|floor|round|trunc)$/;
const sameNumber = /^(BigInt|Number|parseFloat|parseInt)$/;
const timeReads = /^(getTime|valueOf)$/;
const clock: ClockNumber = { now: 1, plus: 0 };

/** The numbers that an expression can be: `60 * 60`, `Math.floor(Date.now() / 1000) + 300`; none where one of them cannot be known. */
export function clockNumbers(tracer: Tracer, value: Traced): readonly ClockNumber[] {
  const all = tracer.alternatives(value).map((each) => ofExpression(tracer, each));
  return all.every((each) => each !== undefined) ? all : [];
}

/** The one number that an expression always is. */
function onlyNumber(tracer: Tracer, value: Traced): ClockNumber | undefined {
  const [number, another] = clockNumbers(tracer, value);
  return another ? undefined : number;
}

function ofExpression(tracer: Tracer, value: Traced): ClockNumber | undefined {
  const { source, node } = value;
  const of = (part: TSESTree.Node | undefined): ClockNumber | undefined =>
    part && onlyNumber(tracer, { ...value, node: part, holder: undefined });
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return typeof node.value === "number" || typeof node.value === "bigint"
        ? { now: 0, plus: Number(node.value) }
        : undefined;
    case AST_NODE_TYPES.UnaryExpression:
      return signed(node.operator, of(node.argument));
    case AST_NODE_TYPES.BinaryExpression:
      return calculated(node.operator, of(node.left), of(node.right));
    case AST_NODE_TYPES.NewExpression: {
      if (globalName(source, calleeOf(node)) !== "Date") return undefined;
      const [time, another] = node.arguments;
      return time ? (another ? undefined : of(time)) : clock;
    }
    case AST_NODE_TYPES.CallExpression:
      return ofCall(value, node, of);
    default:
      return undefined;
  }
}

function ofCall(
  { source }: Traced,
  call: TSESTree.CallExpression,
  of: (part: TSESTree.Node | undefined) => ClockNumber | undefined,
): ClockNumber | undefined {
  const callee = calleeOf(call);
  const name = calleeName(call) ?? "";
  const [argument] = call.arguments;
  if (callee.type === AST_NODE_TYPES.Identifier)
    return sameNumber.test(globalName(source, callee) ?? "") ? of(argument) : undefined;
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  const owner = globalName(source, callee.object);
  if (owner === "Date" && name === "now") return clock;
  if (owner === "Math" && rounding.test(name)) return of(argument);
  if (owner === "Number" && sameNumber.test(name)) return of(argument);
  return timeReads.test(staticName(callee) ?? "") ? of(unwrap(callee.object)) : undefined;
}

function signed(
  operator: TSESTree.UnaryExpression["operator"],
  number: ClockNumber | undefined,
): ClockNumber | undefined {
  if (!number || operator === "+") return number;
  return operator === "-" ? { now: -number.now, plus: -number.plus } : undefined;
}

function calculated(
  operator: TSESTree.BinaryExpression["operator"],
  left: ClockNumber | undefined,
  right: ClockNumber | undefined,
): ClockNumber | undefined {
  if (!left || !right) return undefined;
  switch (operator) {
    case "+":
      return { now: left.now + right.now, plus: left.plus + right.plus };
    case "-":
      return { now: left.now - right.now, plus: left.plus - right.plus };
    case "*":
      return times(left, right) ?? times(right, left);
    case "/":
      return right.plus === 0 ? undefined : times(left, { ...right, plus: 1 / right.plus });
    // `Date.now() / 1000 | 0` rounds.
    case "|":
    case ">>":
    case ">>>":
      return right.now === 0 && right.plus === 0 ? left : undefined;
    case "**":
      return left.now === 0 && right.now === 0
        ? { now: 0, plus: left.plus ** right.plus }
        : undefined;
    default:
      return undefined;
  }
}

function times(number: ClockNumber, { now, plus }: ClockNumber): ClockNumber | undefined {
  return now === 0 ? { now: number.now * plus, plus: number.plus * plus } : undefined;
}
