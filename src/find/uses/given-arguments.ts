import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, isWithin, staticName, unwrap } from "../../source/syntax.js";
import { callOfUse, type CallOfUse } from "./call-of-use.js";
import { functionOf, type PlacedFunction } from "../values/definition.js";
import { argumentsBehind } from "../repetition/repetition.js";
import { constantSource } from "../values/value-sources.js";

/** What a call runs: its callee, or `sync` of `sync.call(null, u)`. */
export function ranBy(call: CallOfUse["call"]): TSESTree.Node {
  const callee = calleeOf(call);
  const isBorrowed =
    callee.type === AST_NODE_TYPES.MemberExpression &&
    /^(apply|call)$/.test(staticName(callee) ?? "");
  return isBorrowed ? callee.object : callee;
}

/**
 * What a call gives to some expressions of the function that it runs, which may stand in another file: by its
 * arguments, and by those of the calls that made the function.
 */
export function givenBy(
  source: SourceFile,
  call: CallOfUse["call"],
  fn: PlacedFunction,
  subjects: readonly TSESTree.Node[],
): TSESTree.Node[] {
  const use = callOfUse(ranBy(call));
  if (!use) return [];
  const preset = presetArguments(source, ranBy(call));
  const given = argumentsBehind(fn, subjects, { ...use, arguments: [...preset, ...use.arguments] });
  return [...given, ...givenToMakers(source, ranBy(call), fn, subjects)];
}

/** `"nightly"` of `const push = sync.bind(null, "nightly")`, and of `partial(sync, "nightly")`. */
function presetArguments(source: SourceFile, callee: TSESTree.Node): readonly TSESTree.Node[] {
  const made = heldBy(source, callee);
  return made?.type === AST_NODE_TYPES.CallExpression &&
    /^(bind|partial)$/.test(calleeName(made) ?? "")
    ? made.arguments.slice(1)
    : [];
}

// A chain of calls is as long as somebody wrote it; this ends `const a = a(b)`.
const maxSteps = 50;

/** `u` of `syncLater(u)()` and of `haloUser(u.id).send()`. */
function givenToMakers(
  source: SourceFile,
  callee: TSESTree.Node,
  { source: file, node: fn }: PlacedFunction,
  subjects: readonly TSESTree.Node[],
): TSESTree.Node[] {
  const given: TSESTree.Node[] = [];
  let node: TSESTree.Node | undefined = callee;
  for (let steps = 0; node && steps < maxSteps; steps++) {
    if (node.type === AST_NODE_TYPES.CallExpression) {
      const made = calleeOf(node);
      const maker = functionOf(source, made);
      const isAround = maker?.source.ast === file.ast && isWithin(fn, maker.node);
      if (isAround && maker.node !== fn) {
        const use = { call: node, arguments: node.arguments, receiver: undefined };
        given.push(...argumentsBehind(maker, subjects, use));
      }
      node = made;
    } else node = behind(source, node);
  }
  return given;
}

function behind(source: SourceFile, node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    case AST_NODE_TYPES.MemberExpression:
      return unwrap(node.object);
    case AST_NODE_TYPES.AwaitExpression:
      return unwrap(node.argument);
    case AST_NODE_TYPES.Identifier:
      return heldBy(source, node);
    default:
      return undefined;
  }
}

/** The expression whose value a name always holds, or a part of it. */
function heldBy(source: SourceFile, node: TSESTree.Node): TSESTree.Node | undefined {
  const variable = bindingOf(source, node);
  return variable && constantSource(variable)?.expression;
}
