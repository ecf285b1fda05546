import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, isImport, type SourceFile } from "../../source/source-file.js";
import {
  ancestors,
  calleeOf,
  descendants,
  enclosingFunction,
  isFunction,
  isWithin,
  staticName,
  unwrap,
} from "../../source/syntax.js";
import type { Iteration } from "../iterations/iteration.js";
import { outwardFrom } from "../repetition/repetition.js";
import { addedParts } from "../tracing/added-parts.js";
import { traced, type Traced } from "../tracing/traced.js";
import { Tracer } from "../tracing/tracer.js";
import type { UpdateCall } from "../updates/update-call.js";
import { classOf, followed } from "../values/definition.js";
import { constantSource } from "../values/value-sources.js";

// So many requests are sent before any token expires.
const fewTurns = 20;

// Longer chains of names are not followed; it also ends `const a = b, b = a`.
const maxDepth = 12;

/**
 * The loop that an update call runs in, and its token was signed before.
 *
 * @param token - the token, as the body has it
 * @returns `undefined` where the token is signed in the loop, or the loop is surely short, or nothing tells
 */
export function loopOutliving(
  source: SourceFile,
  { site }: UpdateCall,
  token: Traced,
): Iteration | undefined {
  const signed = evaluatedAt(token);
  if (!signed) return undefined;
  for (const repetition of outwardFrom(source, site, site.arguments).repetitions) {
    const loop = repetition.iterations.find(
      (each) =>
        !isShort(source, each) &&
        !isAtOnce(signed, each, site) &&
        [repetition.site, site].some((call) => isSignedBefore(source, signed, each, call)),
    );
    if (loop) return loop;
  }
  return undefined;
}

/** Whether a value is made before a loop of this file, and not anew in its turns. */
function isSignedBefore(
  source: SourceFile,
  signed: Traced,
  { node: loop, body }: Iteration,
  call: UpdateCall["site"],
): boolean {
  const isHere = signed.source.ast === source.ast;
  if (isHere && isWithin(signed.node, body)) return false;
  const owner = ownerOf(signed.node);
  if (!owner || (isHere && isWithin(loop, owner))) return true;
  return owner.type === AST_NODE_TYPES.ClassBody && isInstanceBefore(source, owner, body, call);
}

/** Whether the object that a method is called on was made before a loop. */
function isInstanceBefore(
  source: SourceFile,
  owner: TSESTree.ClassBody,
  body: TSESTree.Node,
  call: UpdateCall["site"],
): boolean {
  const callee = calleeOf(call);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return false;
  const variable = bindingOf(source, unwrap(callee.object));
  const held = variable && constantSource(variable);
  if (classOf(source, callee.object)?.body !== owner || !variable) return false;
  const isImported = variable.defs.some(isImport);
  return isImported || (held !== undefined && !isWithin(held.expression, body));
}

/** Where a value is made that a name holds. */
function evaluatedAt(value: Traced): Traced | undefined {
  let at = { ...value, node: unwrap(value.node) };
  for (let depth = 0; depth < maxDepth; depth++) {
    const next = heldBy(at);
    if (!next) return at.node.type === AST_NODE_TYPES.Identifier ? undefined : at;
    at = { ...next, node: unwrap(next.node) };
  }
  return undefined;
}

/** What a name or field always holds. */
function heldBy({ source, node, given }: Traced): Traced | undefined {
  if (node.type === AST_NODE_TYPES.AwaitExpression) return { source, node: node.argument, given };
  if (node.type === AST_NODE_TYPES.MemberExpression) return fieldOf(source, node, given);
  if (node.type !== AST_NODE_TYPES.Identifier) return undefined;
  const variable = bindingOf(source, node);
  const definition = variable?.defs[0];
  if (isFunction(definition?.node)) {
    const parameter = definition.node.params.find((each) => each === definition.name);
    return parameter && given.get(parameter);
  }
  const constant = variable && constantSource(variable);
  return constant?.path.length === 0 ? { source, node: constant.expression, given } : undefined;
}

/** What a field of `this` is set to, where it is set once. */
function fieldOf(
  source: SourceFile,
  member: TSESTree.MemberExpression,
  given: Traced["given"],
): Traced | undefined {
  if (unwrap(member.object).type !== AST_NODE_TYPES.ThisExpression) return undefined;
  const name = staticName(member);
  const body = [...ancestors(member)].find(({ type }) => type === AST_NODE_TYPES.ClassBody);
  const writes = body ? [...descendants(body)].filter((each) => sets(each, name)) : [];
  const place = followed({ source, node: member, path: [] });
  return writes.length === 1 && place.path.length === 0 && place.node !== member
    ? { source: place.source, node: place.node, given }
    : undefined;
}

/** Whether a node sets a field of a name: `token = sign()` in a class, `this.token = sign()`. */
function sets(node: TSESTree.Node, name: string | undefined): boolean {
  if (node.type === AST_NODE_TYPES.PropertyDefinition)
    return node.value !== null && staticName(node) === name;
  if (node.type !== AST_NODE_TYPES.AssignmentExpression) return false;
  const left = unwrap(node.left);
  return left.type === AST_NODE_TYPES.MemberExpression && staticName(left) === name;
}

/** The function, or the class whose instance, a value is made anew for; `undefined` for what a file makes once. */
function ownerOf(node: TSESTree.Node): TSESTree.Node | undefined {
  for (const up of ancestors(node)) {
    if (up.type === AST_NODE_TYPES.PropertyDefinition && !up.static) return up.parent;
    if (!isFunction(up)) continue;
    const { parent } = up;
    const isConstructor =
      parent.type === AST_NODE_TYPES.MethodDefinition && parent.kind === "constructor";
    return isConstructor ? parent.parent : up;
  }
  return undefined;
}

/** Whether a loop surely has a few turns only. */
function isShort(source: SourceFile, { node, over }: Iteration): boolean {
  if (over && isShortList(source, over)) return true;
  if (
    node.type !== AST_NODE_TYPES.ForStatement ||
    node.test?.type !== AST_NODE_TYPES.BinaryExpression
  )
    return false;
  const { operator, right } = node.test;
  if (!/^<=?$/.test(operator)) return false;
  if (right.type === AST_NODE_TYPES.MemberExpression && staticName(right) === "length")
    return isShortList(source, right.object);
  const [end] = new Tracer().alternatives(traced(source, right));
  return (
    end?.node.type === AST_NODE_TYPES.Literal &&
    typeof end.node.value === "number" &&
    end.node.value <= fewTurns
  );
}

/** Whether all turns send at once what was signed right before: `const token = sign(); batches.map((users) => send(users, token))`. */
function isAtOnce(
  { node: signed }: Traced,
  { id, node, body }: Iteration,
  site: UpdateCall["site"],
): boolean {
  if (id !== "array-callback" || enclosingFunction(site) !== body) return false;
  const waits = [...descendants(body)].some(
    (each) => each.type === AST_NODE_TYPES.AwaitExpression && each.range[1] <= site.range[0],
  );
  return !waits && enclosingFunction(signed) === enclosingFunction(node);
}

/** Whether a list has few elements, all of which are written in the code. */
function isShortList(source: SourceFile, list: TSESTree.Node): boolean {
  return new Tracer().alternatives(traced(source, list)).every(({ node, holder }) => {
    if (node.type !== AST_NODE_TYPES.ArrayExpression || node.elements.length > fewTurns)
      return false;
    const added = holder && addedParts(holder);
    const isWhole = node.elements.every((each) => each?.type !== AST_NODE_TYPES.SpreadElement);
    return isWhole && (!added || (added.elements.length === 0 && !added.isUnknown));
  });
}
