import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { signUpDate } from "../halo/traits.js";
import { isAbsent } from "../find/tracing/traced.js";
import { type SentUsers, traitField } from "../find/updates/sent-users.js";
import type { SourceFile } from "../source/source-file.js";
import { unwrap } from "../source/syntax.js";
import type { TextEdit } from "../source/text-edit.js";
import { addedProperty } from "./object-edits.js";

/** The object literals of a file that give users traits without a sign-up date. */
export function undatedTraits(
  source: SourceFile,
  { users }: SentUsers,
): TSESTree.ObjectExpression[] {
  const undated = users.flatMap(({ traits }) =>
    traits.flatMap((each) =>
      each.node.type === AST_NODE_TYPES.ObjectExpression &&
      each.source.ast === source.ast &&
      isAbsent(traitField(each, signUpDate))
        ? [each.node]
        : [],
    ),
  );
  return [...new Set(undated)];
}

/** The names by which a row of the user's own data may say when the user signed up, the plainest first. */
const columns = ["signedUpAt", "signed_up_at", "createdAt", "created_at"];

/**
 * The edit that gives traits a sign-up date, taken from the row that gives the other traits.
 *
 * @returns `undefined` where no row can be told
 */
export function addedSignUpDate(
  source: SourceFile,
  traits: TSESTree.ObjectExpression,
): TextEdit | undefined {
  const row = rowOf(traits);
  if (!row) return undefined;
  const name = source.text.slice(...row.range);
  const column = columns.find((each) => source.text.includes(`${name}.${each}`)) ?? "createdAt";
  return addedProperty(source, traits, `${signUpDate}: ${name}.${column}`);
}

/** `user` of `{ plan: user.plan }`. */
function rowOf({ properties }: TSESTree.ObjectExpression): TSESTree.Node | undefined {
  for (const property of properties) {
    const value = property.type === AST_NODE_TYPES.Property ? unwrap(property.value) : undefined;
    if (value?.type !== AST_NODE_TYPES.MemberExpression) continue;
    if (value.object.type === AST_NODE_TYPES.Identifier) return value.object;
  }
  return undefined;
}
