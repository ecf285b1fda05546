import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { propertyValue } from "../find/values/static-text.js";
import { reservedTraits } from "../halo/traits.js";
import { bindingOf } from "../source/source-file.js";
import { descendants, staticName } from "../source/syntax.js";
import { atSite, type IdentifySite } from "./identify-site.js";
import { codeOf } from "./site-expression.js";

/** A part of the update that holds what an expression of its turn gives. */
export interface UpdateField {
  /** The member of the update. */
  name: "traits" | "user_id";
  /** How it is read from that member. */
  code: string;
}

/**
 * The field of a site's update that holds the value of an expression; `undefined` where none does.
 *
 * @param node - an expression of the same turn, after the call
 */
export function fieldFor(site: IdentifySite, node: TSESTree.Node): UpdateField | undefined {
  const { identify, call, source } = site;
  const isRead =
    node.type === AST_NODE_TYPES.Identifier || node.type === AST_NODE_TYPES.MemberExpression;
  if (!isRead || !identify.id) return undefined;
  // A name that is declared after the call is another one.
  const isOfTurn = [...descendants(node)].every((inner) =>
    (bindingOf(source, inner)?.defs ?? []).every(({ name }) => name.range[0] < call.range[0]),
  );
  const text = source.text.slice(...node.range);
  if (!isOfTurn) return undefined;
  if (codeOf(atSite(site, identify.id)) === text) return { name: "user_id", code: "user_id" };
  const key = traitOf(site, text);
  return key === undefined ? undefined : { name: "traits", code: `traits.${key}` };
}

/** The trait that an object literal at the call gives the value of this code. */
function traitOf({ source, identify, wrapper }: IdentifySite, text: string): string | undefined {
  if (wrapper) return undefined;
  const traits =
    identify.reach === "sdk"
      ? identify.traits
      : identify.body && propertyValue(identify.body, ["traits"]);
  if (traits?.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  // A spread, or a second member of that name, could be what the trait holds.
  const keys = traits.properties.map((member) =>
    member.type === AST_NODE_TYPES.Property && !member.computed ? staticName(member) : undefined,
  );
  if (keys.includes(undefined) || new Set(keys).size < keys.length) return undefined;
  const index = traits.properties.findIndex(
    (member) =>
      member.type === AST_NODE_TYPES.Property && source.text.slice(...member.value.range) === text,
  );
  const key = keys[index];
  const isKept = key !== undefined && !reservedTraits.some((reserved) => reserved === key);
  return isKept && /^[A-Za-z_$][\w$]*$/.test(key) ? key : undefined;
}
