import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { signUpDate } from "../halo/traits.js";
import { type Field, isAbsent } from "../find/tracing/traced.js";
import type { Settings } from "../find/settings.js";
import { sentUsers, traitField } from "../find/updates/sent-users.js";
import {
  bodyField,
  bodyLiteral,
  type UpdateCall,
  updateCallsOf,
} from "../find/updates/update-call.js";
import type { SourceFile } from "../source/source-file.js";
import { isWithin, staticName } from "../source/syntax.js";
import { isFalsy } from "./literal-value.js";
import { addedProperty } from "./object-edits.js";
import type { Problem, Suggestion } from "./problem.js";
import { addedSignUpDate, undatedTraits } from "./sign-up-date.js";

type MessageId = "addSignUpDate" | "addUpdateOnly" | "missing" | "turnedOff";

/**
 * Update calls that create the users whom Halo does not know: without `update_only: true`, and without the sign-up
 * dates that would make them an import.
 */
export function requireUpdateOnly(source: SourceFile, settings: Settings): Problem<MessageId>[] {
  return updateCallsOf(source, settings).flatMap((call): Problem<MessageId>[] => {
    const field = bodyField(call, "update_only");
    if (!field || !createsUsers(field) || mayBeImport(source, call)) return [];
    const [given] = field.values;
    const isHere = given?.source.ast === source.ast;
    return [
      {
        node: isHere ? given.node : call.site,
        messageId: given ? "turnedOff" : "missing",
        suggestions: suggestionsFor(source, call, given?.node),
      },
    ];
  });
}

/** Whether an update call without more about `update_only` than this creates the users whom Halo does not know. */
export function createsUsers(field: Field): boolean {
  const { values, isUnknown } = field;
  return (
    isAbsent(field) ||
    (!isUnknown && values.length > 0 && values.every(({ node }) => isFalsy(node)))
  );
}

/** Whether users carry a sign-up date, or may: where they come from outside, the file speaks of one. */
function mayBeImport(source: SourceFile, call: UpdateCall): boolean {
  const sent = sentUsers(call);
  const traits = sent?.users.flatMap((user) => user.traits) ?? [];
  if (!sent || sent.isUnknown || traits.length === 0)
    return [source, call.source].some(({ text }) => text.includes(signUpDate));
  return traits.every((each) => !isAbsent(traitField(each, signUpDate)));
}

function suggestionsFor(
  source: SourceFile,
  call: UpdateCall,
  given: TSESTree.Node | undefined,
): Suggestion<MessageId>[] {
  const body = bodyLiteral(source, call);
  const sent = sentUsers(call);
  const dates = sent
    ? undatedTraits(source, sent).map((each) => addedSignUpDate(source, each))
    : [];
  const suggestions: Suggestion<MessageId>[] = [];
  if (body && (!given || isWithin(given, body))) {
    const edit = given
      ? { range: given.range, text: "true" }
      : addedProperty(source, body, "update_only: true", propertyNamed(body, "users"));
    suggestions.push({ messageId: "addUpdateOnly", edits: [edit] });
  }
  if (dates.length > 0 && dates.every((each) => each !== undefined))
    suggestions.push({ messageId: "addSignUpDate", edits: dates });
  return suggestions;
}

function propertyNamed(object: TSESTree.ObjectExpression, name: string): TSESTree.Node | undefined {
  return object.properties.find(
    (each) => each.type === AST_NODE_TYPES.Property && staticName(each) === name,
  );
}
