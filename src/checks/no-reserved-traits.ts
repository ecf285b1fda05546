import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { reservedTraits, signUpDate, traitValues } from "../halo/traits.js";
import { sentTraits, type SentTraits } from "../find/sent-traits.js";
import type { Settings } from "../find/settings.js";
import { isAbsent, type Traced } from "../find/tracing/traced.js";
import { Tracer } from "../find/tracing/tracer.js";
import type { SourceFile } from "../source/source-file.js";
import type { TextEdit } from "../source/text-edit.js";
import { dateMistake } from "./date-mistake.js";
import { isForCall } from "./made-for-call.js";
import { isUndefined } from "./literal-value.js";
import { holdsComment, rangeWithComma } from "./object-edits.js";
import type { Problem } from "./problem.js";

type MessageId =
  | "createdAt"
  | "epoch"
  | "notIso"
  | "remove"
  | "rename"
  | "reserved"
  | "toIso"
  | "unknownValue"
  | "useValue";

/** The traits that are dates, ISO 8601. */
const dates = [signUpDate, "renewal_date"] as const;

/** Traits that Halo refuses or cannot read: keys that it manages itself, values outside its lists, dates that are not ISO 8601. */
export function noReservedTraits(source: SourceFile, settings: Settings): Problem<MessageId>[] {
  const problems = sentTraits(source, settings).flatMap((sent) => [
    ...reservedKeys(source, sent),
    ...unlistedValues(source, sent),
    ...wrongDates(source, sent),
  ]);
  return oncePerPlace(problems);
}

/** One object may be sent by several calls. */
function oncePerPlace(problems: readonly Problem<MessageId>[]): Problem<MessageId>[] {
  const seen = new Set<string>();
  return problems.filter(({ node, messageId, data }) => {
    const key = `${node.range.join()} ${messageId} ${JSON.stringify(data)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What the traits hold under a key; nothing where a call of a function makes no difference to it. */
function valuesOf(
  { traits, isIndirect, isGiven }: SentTraits,
  key: string,
  isResolved: boolean,
): readonly Traced[] {
  const tracer = new Tracer();
  const { values } = isResolved ? tracer.resolvedField(traits, key) : tracer.field(traits, key);
  return isIndirect && !isGiven && !tracer.usedGiven ? [] : values;
}

function reservedKeys(source: SourceFile, sent: SentTraits): Problem<MessageId>[] {
  return reservedTraits.flatMap((key) =>
    valuesOf(sent, key, false).flatMap((value): Problem<MessageId>[] => {
      if (new Tracer().alternatives(value).every(({ node }) => isUndefined(node))) return [];
      const named = namingPart(value);
      const isHere = value.source.ast === source.ast;
      const node = isHere && named ? named : sent.site;
      const data = { key };
      const problem = { node, messageId: messageFor(key), data };
      if (!isHere || !named) return [problem];
      const edits = key === "created_at" ? renamed(source, sent, named) : undefined;
      if (edits && isForCall(source, named, sent.site)) return [{ ...problem, fix: edits }];
      if (edits) return [{ ...problem, suggestions: [{ messageId: "rename", edits }] }];
      const removal = removed(source, named);
      const suggestions = removal ? [{ messageId: "remove" as const, data, edits: [removal] }] : [];
      return [{ ...problem, suggestions }];
    }),
  );
}

function messageFor(key: string): MessageId {
  return key === "created_at" ? "createdAt" : "reserved";
}

/** The property, or the member that is assigned to, by which a value gets into an object. */
function namingPart({ node }: Traced): TSESTree.Property | TSESTree.MemberExpression | undefined {
  const { parent } = node;
  if (parent?.type === AST_NODE_TYPES.Property && parent.value === node) return parent;
  return parent?.type === AST_NODE_TYPES.AssignmentExpression &&
    parent.right === node &&
    parent.left.type === AST_NODE_TYPES.MemberExpression
    ? parent.left
    : undefined;
}

/** `created_at: x` becomes `signed_up_at: x`, unless the traits have that key already. */
function renamed(
  source: SourceFile,
  sent: SentTraits,
  named: TSESTree.Property | TSESTree.MemberExpression,
): TextEdit[] | undefined {
  if (!isAbsent(new Tracer().field(sent.traits, signUpDate))) return undefined;
  if (named.type === AST_NODE_TYPES.Property && named.shorthand)
    return [{ range: [named.range[0], named.range[0]], text: `${signUpDate}: ` }];
  const key = named.type === AST_NODE_TYPES.Property ? named.key : named.property;
  const isText = key.type === AST_NODE_TYPES.Literal;
  if (named.computed && !isText) return undefined;
  const [quote] = source.text.slice(...key.range);
  return [{ range: key.range, text: isText ? `${quote}${signUpDate}${quote}` : signUpDate }];
}

/** Takes a property out of its object literal, with the comma that follows or goes before it. */
function removed(
  source: SourceFile,
  named: TSESTree.Property | TSESTree.MemberExpression,
): TextEdit | undefined {
  if (named.type !== AST_NODE_TYPES.Property) return undefined;
  const object = named.parent;
  if (object.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  const [start, end] = named.range;
  const alone = [start, end + (source.text[end] === "," ? 1 : 0)] as const;
  const range = rangeWithComma(object, named) ?? alone;
  return holdsComment(source, range) ? undefined : { range, text: "" };
}

function unlistedValues(source: SourceFile, sent: SentTraits): Problem<MessageId>[] {
  return Object.entries(traitValues).flatMap(([key, listed]) =>
    valuesOf(sent, key, true).flatMap(({ source: file, node }): Problem<MessageId>[] => {
      if (node.type !== AST_NODE_TYPES.Literal || typeof node.value !== "string") return [];
      const { value } = node;
      // What Halo makes of an empty text is not documented.
      if (value === "" || (listed as readonly string[]).includes(value)) return [];
      const isHere = file.ast === source.ast;
      const near = listed.find((each) => plain(each) === plain(value));
      const [quote] = file.text.slice(...node.range);
      const edits = [{ range: node.range, text: `${quote}${near}${quote}` }];
      return [
        {
          node: isHere ? node : sent.site,
          messageId: "unknownValue",
          data: { key, value, listed: listed.join(", ") },
          suggestions:
            near && isHere ? [{ messageId: "useValue", data: { value: near }, edits }] : [],
        },
      ];
    }),
  );
}

/** `At Risk` and `at-risk` mean `at_risk`; `yearly` means `annual`. */
function plain(value: string): string {
  const letters = value.toLowerCase().replaceAll(/[^a-z]/g, "");
  return letters
    .replace(/^(annually|yearly)$/, "annual")
    .replace(/^(biannually|semiannual)$/, "biannual");
}

function wrongDates(source: SourceFile, sent: SentTraits): Problem<MessageId>[] {
  return dates.flatMap((key) =>
    valuesOf(sent, key, true).flatMap((value): Problem<MessageId>[] => {
      const mistake = dateMistake(value);
      if (!mistake) return [];
      const isHere = value.source.ast === source.ast;
      const { is, iso } = mistake;
      return [
        {
          node: isHere ? value.node : sent.site,
          messageId: is,
          data: { key },
          suggestions:
            iso !== undefined && isHere
              ? [{ messageId: "toIso", edits: [{ range: value.node.range, text: iso }] }]
              : [],
        },
      ];
    }),
  );
}
