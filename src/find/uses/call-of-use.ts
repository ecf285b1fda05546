import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import {
  calleeName,
  calleeOf,
  type FunctionNode,
  staticName,
  unwrap,
} from "../../source/syntax.js";
import { isEventCall } from "./callback-timing.js";

/** A call that runs a function, and what it gives to it. */
export interface CallOfUse {
  call: TSESTree.CallExpression | TSESTree.NewExpression;
  arguments: readonly TSESTree.Node[];
  /** What `this` is in the function. */
  receiver: TSESTree.Node | undefined;
}

/** The call that runs a function by one of its uses: `sync(u)`, `new Sync(u)`, `sync.call(null, u)`, `sync.bind(null, u)()`. */
export function callOfUse(use: TSESTree.Node): CallOfUse | undefined {
  const parent = use.parent;
  if (parent?.type === AST_NODE_TYPES.MemberExpression) return byMethod(parent, use);
  if (
    parent?.type !== AST_NODE_TYPES.CallExpression &&
    parent?.type !== AST_NODE_TYPES.NewExpression
  )
    return undefined;
  const callee = calleeOf(parent);
  if (callee !== unwrap(use)) return undefined;
  // A use is the whole of `sync.bind(null, u)`, where it is bound; what makes a function gives it nothing.
  const isBound = callee.type === AST_NODE_TYPES.CallExpression && calleeName(callee) === "bind";
  const [self, ...given] = isBound ? callee.arguments : [];
  const receiver = callee.type === AST_NODE_TYPES.MemberExpression ? callee.object : self;
  return { call: parent, arguments: [...given, ...parent.arguments], receiver };
}

/** The call that runs a function which it is handed: `ready.then(sync)`, `limit(sync, u)`, `setTimeout(sync, 10, u)`. */
export function callHandedUse(use: TSESTree.Node, fn: FunctionNode): CallOfUse | undefined {
  const call = use.parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression) return undefined;
  const index = call.arguments.findIndex((argument) => argument === use);
  if (index === -1 || isEventCall(call, use, fn)) return undefined;
  return { call, arguments: handedOn(call, index), receiver: undefined };
}

/** What a call hands to the function that is its argument at `index`. */
function handedOn(call: TSESTree.CallExpression, index: number): readonly TSESTree.Node[] {
  const callee = calleeOf(call);
  if (callee.type === AST_NODE_TYPES.MemberExpression && staticName(callee) === "then")
    return [callee.object];
  const isTimer = /^set(Timeout|Immediate)$/.test(calleeName(call) ?? "");
  const following = call.arguments.slice(index + (calleeName(call) === "setTimeout" ? 2 : 1));
  return following.length > 0 || isTimer ? following : call.arguments.slice(0, index);
}

/** `sync.call(null, u)` and `sync.apply(null, [u])`. */
function byMethod(member: TSESTree.MemberExpression, use: TSESTree.Node): CallOfUse | undefined {
  const call = member.parent;
  if (member.object !== use || call.type !== AST_NODE_TYPES.CallExpression) return undefined;
  if (calleeOf(call) !== member) return undefined;
  const [receiver, ...given] = call.arguments;
  if (staticName(member) === "call") return { call, arguments: given, receiver };
  if (staticName(member) !== "apply") return undefined;
  const [list] = given;
  const elements = list?.type === AST_NODE_TYPES.ArrayExpression ? list.elements : given;
  return { call, arguments: elements.flatMap((element) => element ?? []), receiver };
}
