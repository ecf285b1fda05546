import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { listSize, type ListSize } from "../sizes/list-size.js";
import { addedParts } from "../tracing/added-parts.js";
import type { Traced } from "../tracing/traced.js";
import type { Tracer } from "../tracing/tracer.js";
import { asked, bodyOf, type UpdateCall } from "./update-call.js";

/** How many users an update call can send, and the literals that say so. */
export interface SentSize {
  size: ListSize;
  numbers: ReadonlySet<TSESTree.Node>;
}

/**
 * How many users an update call can send.
 *
 * @returns `undefined` where that is the same whatever the call of the function around the request gives
 */
export function sentSize(call: UpdateCall): SentSize | undefined {
  return asked(call, (tracer, given): SentSize => {
    const body = bodyOf(call, tracer, given);
    const lists = body ? tracer.field(body, "users").values : [];
    const sizes = lists.map((list) => listSize(tracer, list));
    const [only, another] = sizes;
    return { size: only && !another ? only : { kind: "unknown" }, numbers: tracer.numbers };
  });
}

/**
 * The one user whom an update call sends: the object itself, or what holds it.
 *
 * @returns `undefined` where it may send others, or where that is told at the request already
 */
export function onlyUser(call: UpdateCall): Traced | undefined {
  return asked(call, (tracer, given) => {
    const body = bodyOf(call, tracer, given);
    if (!body) return undefined;
    const { values, isUnknown } = tracer.field(body, "users");
    const [list, another] = values;
    if (!list) return tracer.field(body, "user_id").values[0] && !isUnknown ? body : undefined;
    return another ? undefined : onlyElement(tracer, list);
  });
}

function onlyElement(tracer: Tracer, list: Traced): Traced | undefined {
  const [found, another] = tracer.alternatives(list);
  if (!found || another || found.node.type !== AST_NODE_TYPES.ArrayExpression) return undefined;
  const added = found.holder && addedParts(found.holder);
  if (added && (added.isUnknown || added.elements.length > 0)) return undefined;
  const [element, second] = found.node.elements;
  return element && second === undefined && element.type !== AST_NODE_TYPES.SpreadElement
    ? { source: found.source, node: element, given: found.given }
    : undefined;
}

/** The expression that says who a user is, where an object literal says it; else the user. */
export function idOf(tracer: Tracer, user: Traced): TSESTree.Node {
  const [id, another] = tracer.field(user, "user_id").values;
  return id && !another && id.source.ast === user.source.ast ? id.node : user.node;
}
