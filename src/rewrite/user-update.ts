import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { RestIdentify } from "../find/identify-call.js";
import type { Iteration } from "../find/iterations/iteration.js";
import { constantValue, memberName, propertyValue } from "../find/values/static-text.js";
import { signUpDate } from "../halo/traits.js";
import { functionNamed, isRest } from "../find/values/value-sources.js";
import { bindingOf, isRewritten } from "../source/source-file.js";
import {
  calleeOf,
  descendants,
  type FunctionNode,
  isFunction,
  isWithin,
  staticName,
  unwrap,
} from "../source/syntax.js";
import { atSite, type IdentifySite } from "./identify-site.js";
import { bodyName } from "./body-name.js";
import { inliningProblem } from "./inlining.js";
import { expandedObject, reindent } from "./layout.js";
import type { TextEdit } from "../source/text-edit.js";
import type { RefusalReason } from "./refusals.js";
import { type ReservedKeys, reservedKeys } from "./reserved-keys.js";
import { requestCall } from "./request-call.js";
import { isPrepared } from "./site-position.js";
import { freeVariables } from "./scope-check.js";
import {
  codeAt,
  codeOf,
  keptNodes,
  mayFail,
  ownNames,
  resolved,
  type SiteExpression,
} from "./site-expression.js";
import type { FileStyle } from "./style.js";

/** The code for one user of an update call. */
export interface UserUpdate {
  /** Code of the file that is copied: everything else of the call goes. */
  kept: readonly TSESTree.Node[];
  /** The names that the code reads besides those in `kept`: a wrapper's expressions have their own. */
  names: readonly string[];
  /** The function that the call called. */
  wrapper: FunctionNode | undefined;
  /** Whether making the update may throw, or stop the code around it in another way. */
  mayFail: boolean;
  /** The names of the traits; `undefined` where not all of them can be told. */
  keys: readonly string[] | undefined;
  /** Edits where the traits are made, before the call. */
  edits: readonly TextEdit[];
  /** What a person should know of how the traits differ from those of the call. */
  notes: readonly string[];
  id: string;
  /** The traits, for a line with the given indentation; `room` is what is left of the line for them. */
  traits: (indentation: string, room: number) => string;
}

const bodyKeys = new Set(["traits", "user_id", "user_token"]);

/** Reads off what one identify says of its user. */
export function userUpdate(
  site: IdentifySite,
  iteration: Iteration | undefined,
  style: FileStyle,
): RefusalReason | UserUpdate {
  const { identify } = site;
  if (!identify.id) return "dynamic-arguments";
  return identify.reach === "rest"
    ? ofBody(site, identify, iteration, style)
    : ofNodes(site, identify.id, identify.traits, iteration, style);
}

function ofNodes(
  site: IdentifySite,
  idNode: TSESTree.Node,
  traitsNode: TSESTree.Node | undefined,
  iteration: Iteration | undefined,
  style: FileStyle,
): RefusalReason | UserUpdate {
  const [id, traits] = [idNode, traitsNode].map((node) => node && atSite(site, node));
  if (!id) return "dynamic-arguments";
  const sent = traits ? [id, traits] : [id];
  const problem = inliningProblem(site, sent);
  if (problem) return problem;
  const reserved = traits ? reservedKeys(resolved(traits)) : undefined;
  if (typeof reserved === "string") return reserved;
  const update = {
    kept: sent.flatMap(keptNodes).flatMap((node) => withoutRemoved(node, reserved?.removed ?? [])),
    edits: reserved?.isDeclared === true ? reserved.edits : [],
    notes: reserved?.notes ?? [],
    keys: traits && reserved ? keysOf(resolved(traits), reserved) : [],
    names: sent.flatMap(ownNames),
    wrapper: site.wrapper?.node,
    mayFail: sent.some(mayFail),
    id: codeOf(id),
  };
  if (!traits || !reserved) return { ...update, traits: () => "{}" };
  const value = resolved(traits);
  const snapshot = iteration && changesLater(site, traits, iteration);
  return {
    ...update,
    traits(indentation, room) {
      const text = traitsCode(value, reserved, indentation, room, style);
      const object = isObject(value) ? text : `${asOperand(value.node, text)} ?? {}`;
      // The update is sent later than the identify was: what changes in between is copied, as a request's body would be.
      return snapshot ? `JSON.parse(JSON.stringify(${object}))` : object;
    },
  };
}

/** The keys of the object literal that traits are, once the reserved ones are renamed or gone. */
function keysOf(
  { source, node }: Pick<SiteExpression, "node" | "source">,
  { removed, isRenamed }: ReservedKeys,
): readonly string[] | undefined {
  const literal = unwrap(constantValue(source, node) ?? node);
  if (literal.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  const keys = literal.properties
    .filter((property) => !removed.includes(property))
    .map((property) =>
      property.type === AST_NODE_TYPES.Property ? memberName(source, property) : undefined,
    )
    .map((key) => (isRenamed && key === "created_at" ? signUpDate : key));
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/** A node that is copied; or its members, where some of them are not. */
function withoutRemoved(
  node: TSESTree.Node,
  removed: readonly TSESTree.Node[],
): readonly TSESTree.Node[] {
  if (!removed.some((member) => isWithin(member, node))) return [node];
  return node.type === AST_NODE_TYPES.ObjectExpression
    ? node.properties.filter((member) => !removed.includes(member))
    : removed.includes(node)
      ? []
      : [node];
}

/** Traits that are written on one line, but are too long for it in their new place, get a line each. */
function traitsCode(
  traits: SiteExpression,
  { edits, isDeclared, removed }: ReservedKeys,
  indentation: string,
  room: number,
  style: FileStyle,
): string {
  const { node } = traits;
  const changes = isDeclared ? [] : edits;
  const text = codeAt(traits, indentation, changes);
  if (text.length <= room || /\n|\/\*/.test(text)) return text;
  const members =
    node.type === AST_NODE_TYPES.ObjectExpression
      ? node.properties
          .filter((property) => !removed.includes(property))
          .map((property) => codeOf(traits, property, changes))
      : [];
  if (members.length === 0) return text;
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
function isObject({ source, node: traits }: Pick<SiteExpression, "node" | "source">): boolean {
  const variable = bindingOf(source, unwrap(traits));
  if (variable && isRest(variable)) return !isRewritten(variable);
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
  site: IdentifySite,
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
  if (isWithin(body, requestCall(identify)) || isPrepared(site))
    return ofNodes(site, id, traits, iteration, style);
  const name = bodyName(site.source, identify);
  if (!name || site.wrapper) return "dynamic-arguments";
  const payload = atSite(site, name);
  if (iteration && changesLater(site, payload, iteration)) return "dynamic-arguments";
  const { source } = site;
  const reserved = traits && reservedKeys(atSite(site, traits), name);
  if (typeof reserved === "string") return reserved;
  const text = codeOf(payload);
  return {
    edits: reserved?.edits ?? [],
    notes: reserved?.notes ?? [],
    keys: traits && reserved ? keysOf(atSite(site, traits), reserved) : [],
    kept: [name],
    names: [],
    wrapper: undefined,
    mayFail: mayFail(payload),
    id: `${text}.user_id`,
    traits: () =>
      traits ? `${text}.traits${isObject({ source, node: traits }) ? "" : " ?? {}"}` : "{}",
  };
}

/** Whether an object that the traits are made of may be changed between the call and the end of the iteration. */
function changesLater(
  { source, call, wrapper }: IdentifySite,
  traits: SiteExpression,
  iteration: Iteration,
): boolean {
  const isHere = !wrapper || wrapper.source.ast === source.ast;
  const read = [...(isHere ? [traits.node] : []), ...keptNodes(traits)];
  return read
    .flatMap((node) => freeVariables(source, node))
    .some((variable) => {
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
export function changes(variable: Variable): TSESTree.Node[] {
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
