import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { clientRequest } from "../find/requests/client-request.js";
import type { IdentifyCall, RestIdentify } from "../find/identify-call.js";
import type { Iteration } from "../find/iterations/iteration.js";
import { constantValue, propertyValue } from "../find/values/static-text.js";
import { functionNamed } from "../find/values/value-sources.js";
import type { SourceFile } from "../source/source-file.js";
import {
  calleeOf,
  descendants,
  isFunction,
  isWithin,
  staticName,
  unwrap,
} from "../source/syntax.js";
import { copyCode, expandedObject, reindent } from "./layout.js";
import type { RefusalReason } from "./refusals.js";
import { requestCall } from "./request-call.js";
import { freeVariables } from "./scope-check.js";
import type { FileStyle } from "./style.js";

/** The code for one user of an update call. */
export interface UserUpdate {
  /** Code that is copied: everything else of the call goes. */
  kept: readonly TSESTree.Node[];
  id: string;
  /** The traits, for a line with the given indentation; `room` is what is left of the line for them. */
  traits: (indentation: string, room: number) => string;
}

const bodyKeys = new Set(["traits", "user_id", "user_token"]);

/** Reads off what one identify says of its user. */
export function userUpdate(
  source: SourceFile,
  identify: IdentifyCall,
  iteration: Iteration | undefined,
  style: FileStyle,
): RefusalReason | UserUpdate {
  if (!identify.id) return "dynamic-arguments";
  return identify.reach === "rest"
    ? ofBody(source, identify, iteration, style)
    : ofNodes(source, identify.call, identify.id, identify.traits, iteration, style);
}

function ofNodes(
  source: SourceFile,
  call: TSESTree.Node,
  id: TSESTree.Node,
  traits: TSESTree.Node | undefined,
  iteration: Iteration | undefined,
  style: FileStyle,
): UserUpdate {
  const idText = source.text.slice(...id.range);
  if (!traits) return { kept: [id], id: idText, traits: () => "{}" };
  const snapshot = iteration && changesLater(source, traits, call, iteration);
  return {
    kept: [id, traits],
    id: idText,
    traits(indentation, room) {
      const text = traitsCode(source, traits, indentation, room, style);
      const object = isObject(source, traits) ? text : `${asOperand(traits, text)} ?? {}`;
      // The update is sent later than the identify was: what changes in between is copied, as a request's body would be.
      return snapshot ? `JSON.parse(JSON.stringify(${object}))` : object;
    },
  };
}

/** Traits that are written on one line, but are too long for it in their new place, get a line each. */
function traitsCode(
  source: SourceFile,
  traits: TSESTree.Node,
  indentation: string,
  room: number,
  style: FileStyle,
): string {
  const text = copyCode(source, traits, indentation);
  if (text.length <= room || /\n|\/\*/.test(text)) return text;
  if (traits.type !== AST_NODE_TYPES.ObjectExpression || traits.properties.length === 0)
    return text;
  const members = traits.properties.map(({ range }) => source.text.slice(...range));
  return reindent(expandedObject(members, style), "", indentation);
}

/** The text in parentheses where `??` after it would bind otherwise, or be no syntax at all. */
function asOperand(node: TSESTree.Node, text: string): string {
  switch (node.type) {
    case AST_NODE_TYPES.AwaitExpression:
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.ChainExpression:
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression:
      return text;
    default:
      return `(${text})`;
  }
}

/** Whether traits are there for certain: an object literal, or what a function of this file makes of one. */
function isObject(source: SourceFile, traits: TSESTree.Node): boolean {
  const value = unwrap(constantValue(source, traits) ?? traits);
  if (value.type === AST_NODE_TYPES.ObjectExpression) return true;
  if (value.type !== AST_NODE_TYPES.CallExpression) return false;
  const fn = functionNamed(source, calleeOf(value));
  if (!fn || fn.async || fn.generator) return false;
  if (fn.body.type !== AST_NODE_TYPES.BlockStatement)
    return fn.body.type === AST_NODE_TYPES.ObjectExpression;
  const last = fn.body.body.at(-1);
  const returns = [...descendants(fn.body, (node) => !isFunction(node))].filter(
    (node) => node.type === AST_NODE_TYPES.ReturnStatement,
  );
  return (
    last?.type === AST_NODE_TYPES.ReturnStatement &&
    returns.every(({ argument }) => argument?.type === AST_NODE_TYPES.ObjectExpression)
  );
}

/** Reads the users' part of a request's body; refuses what users/update does not take. */
function ofBody(
  source: SourceFile,
  identify: RestIdentify,
  iteration: Iteration | undefined,
  style: FileStyle,
): RefusalReason | UserUpdate {
  const { body } = identify;
  if (body?.type !== AST_NODE_TYPES.ObjectExpression) return "dynamic-arguments";
  for (const property of body.properties) {
    if (property.type !== AST_NODE_TYPES.Property || property.computed) return "dynamic-arguments";
    if (!bodyKeys.has(staticName(property) ?? "")) return "context-or-session";
  }
  const id = propertyValue(body, ["user_id"]);
  const traits = propertyValue(body, ["traits"]);
  if (!id) return "dynamic-arguments";
  if (isWithin(body, requestCall(identify)))
    return ofNodes(source, identify.call, id, traits, iteration, style);
  const name = bodyName(source, identify);
  if (!name) return "dynamic-arguments";
  const snapshot = iteration && changesLater(source, name, identify.call, iteration);
  if (snapshot) return "dynamic-arguments";
  const text = source.text.slice(...name.range);
  return {
    kept: [name],
    id: `${text}.user_id`,
    traits: () => (traits ? `${text}.traits${isObject(source, traits) ? "" : " ?? {}"}` : "{}"),
  };
}

/** The variable that the request's body is made from: `payload` of `body: JSON.stringify(payload)`, `data: payload`. */
function bodyName(source: SourceFile, identify: RestIdentify): TSESTree.Node | undefined {
  const sent = identify.request
    ? propertyValue(identify.request, ["body"])
    : clientRequest(source, identify.call)?.body;
  const [argument] = sent?.type === AST_NODE_TYPES.CallExpression ? sent.arguments : [];
  // Clients make JSON of an object themselves.
  const isObject = !identify.request && sent && constantValue(source, sent) === identify.body;
  const object = isObject ? sent : argument;
  const name = object && unwrap(object);
  return name?.type === AST_NODE_TYPES.Identifier && isWithin(name, requestCall(identify))
    ? name
    : undefined;
}

/** Whether an object that the traits are made of may be changed between the call and the end of the iteration. */
function changesLater(
  source: SourceFile,
  traits: TSESTree.Node,
  call: TSESTree.Node,
  iteration: Iteration,
): boolean {
  return freeVariables(source, traits).some((variable) => {
    const fresh = variable.defs.some(({ name }) => isWithin(name, iteration.body));
    return changes(variable).some(
      (change) => isWithin(change, iteration.body) && (!fresh || change.range[0] > call.range[0]),
    );
  });
}

const mutatingMethods = new Set([
  ...[
    "push",
    "pop",
    "shift",
    "unshift",
    "splice",
    "sort",
    "reverse",
    "fill",
    "set",
    "add",
    "delete",
    "clear",
  ],
]);

/** The places where the object that a variable holds is changed: `x.a = 1`, `delete x.a`, `x.push()`, `Object.assign(x)`. */
function changes(variable: Variable): TSESTree.Node[] {
  return variable.references.flatMap(({ identifier }) => {
    let node: TSESTree.Node = identifier;
    while (node.parent.type === AST_NODE_TYPES.MemberExpression && node.parent.object === node) {
      node = node.parent;
    }
    const parent = node.parent;
    const isTarget =
      (parent.type === AST_NODE_TYPES.AssignmentExpression &&
        parent.left === node &&
        node !== identifier) ||
      (parent.type === AST_NODE_TYPES.UpdateExpression && node !== identifier) ||
      (parent.type === AST_NODE_TYPES.UnaryExpression && parent.operator === "delete");
    const isMutated =
      parent.type === AST_NODE_TYPES.CallExpression &&
      ((parent.callee === node &&
        node.type === AST_NODE_TYPES.MemberExpression &&
        mutatingMethods.has(staticName(node) ?? "")) ||
        (parent.arguments[0] === node && isObjectAssign(parent.callee)));
    return isTarget || isMutated ? [parent] : [];
  });
}

function isObjectAssign(callee: TSESTree.Node): boolean {
  return (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    callee.object.type === AST_NODE_TYPES.Identifier &&
    callee.object.name === "Object" &&
    staticName(callee) === "assign"
  );
}
