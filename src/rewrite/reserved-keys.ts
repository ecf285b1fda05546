import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { constantValue } from "../find/values/static-text.js";
import { constantSource, functionNamed } from "../find/values/value-sources.js";
import { reservedTraits, signUpDate } from "../halo/traits.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  calleeOf,
  descendants,
  isFunction,
  isWithin,
  staticName,
  unwrap,
} from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";
import { losesComment } from "./comments.js";
import type { RefusalReason } from "./refusals.js";
import { resolved, type SiteExpression } from "./site-expression.js";
import { isEffect } from "./effect.js";

/** What becomes of the keys in traits that Halo manages itself: an update that has one is answered with HTTP 400. */
export interface ReservedKeys {
  /** To the text of the object literal that holds them. */
  edits: readonly TextEdit[];
  /** Whether that literal stands before the call, in a constant that only the call reads. */
  isDeclared: boolean;
  /** Whether `created_at` is called `signed_up_at` now. */
  isRenamed: boolean;
  /** The properties that go. */
  removed: readonly TSESTree.Node[];
  /** What a person should know of it. */
  notes: readonly string[];
}

const none: ReservedKeys = {
  edits: [],
  isDeclared: false,
  isRenamed: false,
  removed: [],
  notes: [],
};

/**
 * Reads off what must be done about the reserved keys in traits.
 *
 * @param traits - as the call has them
 * @param holder - the constant through which the call reads them, where it does not name them itself
 */
export function reservedKeys(
  traits: SiteExpression,
  holder?: TSESTree.Node,
): RefusalReason | ReservedKeys {
  const { source, node } = traits;
  if (restHoldsReserved(source, node)) return "reserved-keys";
  const literals = literalsOf(source, node);
  if (literals.some((literal) => spreadsReserved(traits, literal))) return "reserved-keys";
  if (!literals.some((literal) => literal.properties.some(isReserved))) return none;
  const [literal, another] = literals;
  if (!literal || another) return "reserved-keys";
  if (unwrap(node) === literal && !holder) return inLiteral(traits, literal, false);
  const isOwn = !traits.given && isReadOnce(source, holder ?? unwrap(node));
  return isOwn && isDeclaredIn(source, literal, holder ?? unwrap(node))
    ? inLiteral(traits, literal, true)
    : "reserved-keys";
}

/** Whether `...traits` of `const { id, ...traits } = { … }` has a reserved key: one that the pattern does not take out. */
function restHoldsReserved(source: SourceFile, node: TSESTree.Node): boolean {
  const variable = bindingOf(source, unwrap(node));
  const rest = variable?.identifiers[0]?.parent;
  if (!variable || rest?.type !== AST_NODE_TYPES.RestElement) return false;
  const pattern = rest.parent;
  const given = constantSource(variable)?.expression;
  if (pattern.type !== AST_NODE_TYPES.ObjectPattern || !given) return false;
  const taken = pattern.properties.flatMap((each) =>
    each.type === AST_NODE_TYPES.Property ? (staticName(each) ?? "") : [],
  );
  return literalsOf(source, given).some((literal) =>
    literal.properties.some(
      (property) =>
        isReserved(property) &&
        property.type === AST_NODE_TYPES.Property &&
        !taken.includes(staticName(property) ?? ""),
    ),
  );
}

/** The object literals that an expression may stand for. */
function literalsOf(source: SourceFile, node: TSESTree.Node): TSESTree.ObjectExpression[] {
  const value = unwrap(constantValue(source, node) ?? node);
  if (value.type === AST_NODE_TYPES.ObjectExpression) return [value];
  const fn = value.type === AST_NODE_TYPES.CallExpression && functionNamed(source, calleeOf(value));
  if (!fn) return [];
  const results =
    fn.body.type === AST_NODE_TYPES.BlockStatement
      ? [...descendants(fn.body, (inner) => !isFunction(inner))].flatMap((inner) =>
          inner.type === AST_NODE_TYPES.ReturnStatement && inner.argument ? [inner.argument] : [],
        )
      : [fn.body];
  // What a function gives is made elsewhere, and perhaps for others too: two make it clear that none is edited.
  return results
    .map(unwrap)
    .flatMap((result) => (result.type === AST_NODE_TYPES.ObjectExpression ? [result, result] : []));
}

/** Whether an object literal takes in another one, written elsewhere, that has a reserved key. */
function spreadsReserved(
  traits: SiteExpression,
  { properties }: TSESTree.ObjectExpression,
): boolean {
  return properties.some((property) => {
    if (property.type !== AST_NODE_TYPES.SpreadElement) return false;
    const { source, node } = resolved({ ...traits, node: property.argument });
    return literalsOf(source, node).some((literal) => literal.properties.some(isReserved));
  });
}

function isReadOnce(source: SourceFile, name: TSESTree.Node): boolean {
  const variable = bindingOf(source, name);
  return variable?.references.filter((reference) => reference.isRead()).length === 1;
}

function isDeclaredIn(source: SourceFile, literal: TSESTree.Node, name: TSESTree.Node): boolean {
  const definition = bindingOf(source, name)?.defs[0]?.node;
  return (
    definition?.type === AST_NODE_TYPES.VariableDeclarator &&
    definition.init !== null &&
    isWithin(literal, definition.init)
  );
}

function isReserved(property: TSESTree.ObjectLiteralElement): boolean {
  const name = property.type === AST_NODE_TYPES.Property ? staticName(property) : undefined;
  return reservedTraits.some((reserved) => reserved === name);
}

function inLiteral(
  { source, given }: SiteExpression,
  literal: TSESTree.ObjectExpression,
  isDeclared: boolean,
): RefusalReason | ReservedKeys {
  const { properties } = literal;
  const hasDate = properties.some(
    (property) => property.type === AST_NODE_TYPES.Property && staticName(property) === signUpDate,
  );
  const renamed = properties.filter(
    (property) =>
      !hasDate &&
      property.type === AST_NODE_TYPES.Property &&
      staticName(property) === "created_at",
  );
  const removed = properties.filter(
    (property) => isReserved(property) && !renamed.includes(property),
  );
  const isKnown = [...renamed, ...removed].every(
    (property) =>
      property.type === AST_NODE_TYPES.Property &&
      !property.computed &&
      !(given && property.shorthand),
  );
  if (!isKnown || renamed.length > 1 || removed.some(hasEffect)) return "reserved-keys";
  const removals = removalEdits(literal, new Set(removed));
  if (removals.some(({ range }) => losesComment(source, range, []))) return "comment-in-call";
  return {
    edits: [...renamed.map(renaming), ...removals],
    isDeclared,
    isRenamed: renamed.length > 0,
    removed,
    notes: notesOn(renamed.length > 0, removed),
  };
}

function hasEffect(node: TSESTree.Node): boolean {
  return [...descendants(node)].some(isEffect);
}

function renaming(property: TSESTree.ObjectLiteralElement): TextEdit {
  const isShorthand = property.type === AST_NODE_TYPES.Property && property.shorthand;
  const [start] = property.range;
  if (isShorthand) return { range: [start, start], text: `${signUpDate}: ` };
  const key = property.type === AST_NODE_TYPES.Property ? property.key : property;
  return { range: key.range, text: signUpDate };
}

/** Takes properties out of a literal together with the comma before them, or after them where they come first. */
function removalEdits(
  { range, properties }: TSESTree.ObjectExpression,
  removed: ReadonlySet<TSESTree.Node>,
): TextEdit[] {
  if (removed.size === properties.length) return [{ range, text: "{}" }];
  const first = properties.findIndex((property) => !removed.has(property));
  return properties.flatMap((property, index): TextEdit[] => {
    if (!removed.has(property)) return [];
    const before = properties[index - 1];
    const after = properties[index + 1];
    if (index < first)
      return [{ range: [property.range[0], after?.range[0] ?? property.range[1]], text: "" }];
    return [{ range: [before?.range[1] ?? property.range[0], property.range[1]], text: "" }];
  });
}

function notesOn(isRenamed: boolean, removed: readonly TSESTree.ObjectLiteralElement[]): string[] {
  const names = removed.flatMap((property) =>
    property.type === AST_NODE_TYPES.Property ? [staticName(property) ?? ""] : [],
  );
  return [
    ...(isRenamed
      ? [`created_at is now ${signUpDate}, the customer's own date, which Halo takes as ISO 8601`]
      : []),
    ...(names.length > 0
      ? [
          `${names.join(", ")} ${names.length > 1 ? "are" : "is"} left out: Halo manages ${names.length > 1 ? "them" : "it"} itself and answers HTTP 400`,
        ]
      : []),
  ];
}
