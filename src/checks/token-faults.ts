import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { updateToken } from "../halo/update-token.js";
import { clockNumbers } from "../find/tracing/clock-number.js";
import { type Field, isAbsent, type Traced } from "../find/tracing/traced.js";
import { Tracer } from "../find/tracing/tracer.js";
import type { Lifetime } from "../find/tokens/lifetime.js";
import type { SignedToken } from "../find/tokens/signed-token.js";
import type { SentToken } from "../find/tokens/update-tokens.js";
import { staticTexts, unknownPart } from "../find/values/static-text.js";
import type { SourceFile } from "../source/source-file.js";
import type { TextEdit } from "../source/text-edit.js";
import { isFalsy } from "./literal-value.js";
import { addedProperty, removedProperty } from "./object-edits.js";
import type { Suggestion } from "./problem.js";

export type TokenMessageId =
  | "addExpiry"
  | "addScope"
  | "expired"
  | "fixedExpiry"
  | "longerThanAllowed"
  | "millisecondText"
  | "milliseconds"
  | "noExpiry"
  | "noScope"
  | "otherAlgorithm"
  | "otherScope"
  | "removeClaim"
  | "secretSent"
  | "signedOnce"
  | "tooLong"
  | "useAge"
  | "useAlgorithm"
  | "useScope"
  | "userClaim"
  | "writtenToken";

/** What is wrong with a token. */
export interface TokenFault {
  /** Where that can be said, the most telling place first. */
  at: readonly Traced[];
  messageId: TokenMessageId;
  data?: Readonly<Record<string, string>>;
  suggestions?: readonly PlacedSuggestion[];
}

type PlacedSuggestion = Suggestion<TokenMessageId> & { source: SourceFile };

/** What is wrong with a token that an update call sends. */
export function tokenFaults(tracer: Tracer, sent: SentToken, maxAge: number): TokenFault[] {
  switch (sent.kind) {
    case "secret":
      return [{ at: [sent.at], messageId: "secretSent" }];
    case "written":
      return [{ at: [sent.at], messageId: "writtenToken" }];
    case "signed":
      return faultsOfSigned(tracer, sent.token, maxAge);
    case "unknown":
      return [];
  }
}

function faultsOfSigned(tracer: Tracer, token: SignedToken, maxAge: number): TokenFault[] {
  return [
    ...algorithmFaults(tracer, token),
    ...scopeFaults(tracer, token),
    ...userFaults(tracer, token),
    ...expiryFaults(token, maxAge),
  ].map((fault) => ({ ...fault, at: [...fault.at, token.at] }));
}

/** The texts that a field always is one of; `undefined` where it can be anything else. */
function textsOf(tracer: Tracer, { values, isUnknown }: Field): readonly string[] | undefined {
  if (isUnknown || values.length === 0) return undefined;
  const texts = values.flatMap((value) =>
    tracer
      .alternatives(value)
      .flatMap(({ source, node }) =>
        node.type === AST_NODE_TYPES.ArrayExpression ? [""] : staticTexts(source, node),
      ),
  );
  return texts.some((text) => text.includes(unknownPart)) ? undefined : texts;
}

function algorithmFaults(tracer: Tracer, { algorithm, mac }: SignedToken): TokenFault[] {
  const names = textsOf(tracer, algorithm);
  if (names && !names.includes(updateToken.algorithm))
    return [
      {
        at: algorithm.values,
        messageId: "otherAlgorithm",
        data: { algorithm: names[0] ?? "" },
        suggestions: replacing(tracer, algorithm, "useAlgorithm", updateToken.algorithm),
      },
    ];
  const hashes = mac && textsOf(tracer, mac);
  if (!mac || !hashes || hashes.some((hash) => /^sha-?256$/i.test(hash))) return [];
  return [
    {
      at: mac.values,
      messageId: "otherAlgorithm",
      data: { algorithm: `HMAC with ${hashes[0] ?? ""}` },
      suggestions: replacing(tracer, mac, "useAlgorithm", "sha256"),
    },
  ];
}

function scopeFaults(tracer: Tracer, { claim, payload }: SignedToken): TokenFault[] {
  const scope = claim("scope");
  if (isAbsent(scope))
    return [
      {
        at: [],
        messageId: "noScope",
        suggestions: adding(tracer, payload, "addScope", `scope: "${updateToken.scope}"`),
      },
    ];
  const texts = textsOf(tracer, scope);
  if (!texts || texts.includes(updateToken.scope)) return [];
  return [
    {
      at: scope.values,
      messageId: "otherScope",
      suggestions: replacing(tracer, scope, "useScope", updateToken.scope),
    },
  ];
}

/** Claims that say for which user a token speaks. */
const userClaims = ["user_id", "sub"];

function userFaults(tracer: Tracer, { claim }: SignedToken): TokenFault[] {
  return userClaims.flatMap((name): TokenFault[] => {
    const { values, mayBeAbsent } = claim(name);
    const [value] = values;
    const isSet = values.every((each) =>
      tracer.alternatives(each).some(({ node }) => !isFalsy(node)),
    );
    if (!value || mayBeAbsent || !isSet) return [];
    const data = { claim: name };
    const edit = removedProperty(value.source, value.node);
    const suggestions = edit
      ? [{ messageId: "removeClaim" as const, data, edits: [edit], source: value.source }]
      : [];
    return [{ at: values, messageId: "userClaim", data, suggestions }];
  });
}

function expiryFaults(
  { lifetimes, neverExpires, payload }: SignedToken,
  maxAge: number,
): TokenFault[] {
  const age = Math.min(updateToken.ageSeconds, maxAge);
  if (neverExpires) {
    const exp = `exp: Math.floor(Date.now() / 1000) + ${age}`;
    return [
      {
        at: [],
        messageId: "noExpiry",
        suggestions: adding(new Tracer(), payload, "addExpiry", exp, { age: spoken(age) }),
      },
    ];
  }
  return lifetimes.flatMap((lifetime): TokenFault[] => {
    const fault = faultOf(lifetime, maxAge);
    if (!fault) return [];
    const edit = withAge(lifetime, age);
    const suggestion = edit && {
      ...edit,
      messageId: "useAge" as const,
      data: { age: spoken(age) },
    };
    return [{ ...fault, at: [lifetime.value], suggestions: suggestion ? [suggestion] : [] }];
  });
}

/** What is wrong with all that an expression says of a token's end. */
function faultOf(
  { ends }: Lifetime,
  maxAge: number,
): Pick<TokenFault, "data" | "messageId"> | undefined {
  const faults = ends.map((end): Pick<TokenFault, "data" | "messageId"> | undefined => {
    if (end.kind === "fixed") return { messageId: "fixedExpiry" };
    if (end.kind === "milliseconds") return { messageId: "milliseconds" };
    const { seconds, isBareText } = end;
    // jsonwebtoken takes whole seconds; a token of less is over before it arrives.
    if (seconds < 1 || (isBareText && seconds < 60))
      return {
        messageId: isBareText ? "millisecondText" : "expired",
        data: { age: spoken(seconds) },
      };
    const data = { age: spoken(seconds), limit: spoken(maxAge) };
    if (seconds > updateToken.maxAgeSeconds) return { messageId: "tooLong", data };
    return seconds > maxAge ? { messageId: "longerThanAllowed", data } : undefined;
  });
  return faults.every((fault) => fault !== undefined) ? faults[0] : undefined;
}

/** `2 hours`, `90 minutes`, `0.3 seconds`. */
function spoken(seconds: number): string {
  const [size, unit] = (
    [
      [86_400, "day"],
      [3600, "hour"],
      [60, "minute"],
    ] as const
  ).find(([each]) => seconds >= each && seconds % each === 0) ?? [1, "second"];
  const count = Number((seconds / size).toFixed(3));
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** The edit that makes an expression say another age. */
function withAge(
  { value, counts, ends }: Lifetime,
  seconds: number,
): { edits: TextEdit[]; source: SourceFile } | undefined {
  const { source, node } = value;
  const replace = (old: Traced["node"], text: string) => ({
    source,
    edits: [{ range: old.range, text }],
  });
  const isText = node.type === AST_NODE_TYPES.Literal && typeof node.value === "string";
  if (isText)
    return replace(
      node,
      quotedLike(source, node, seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`),
    );
  const isConstant = (each: Traced["node"]): boolean =>
    clockNumbers(new Tracer(), { ...value, node: each }).some(({ now }) => now === 0);
  if (counts !== "epoch")
    return isWritten(node)
      ? replace(node, String(counts === "seconds" ? seconds : seconds * 1000))
      : undefined;
  const isAge = ends.every(({ kind }) => kind === "age");
  if (node.type === AST_NODE_TYPES.BinaryExpression && node.operator === "+" && isAge) {
    if (isConstant(node.right)) return replace(node.right, String(seconds));
    return isConstant(node.left) ? replace(node.left, String(seconds)) : undefined;
  }
  return isWritten(node) || ends.some(({ kind }) => kind === "milliseconds")
    ? replace(node, `Math.floor(Date.now() / 1000) + ${seconds}`)
    : undefined;
}

/** Whether an expression says its number itself, and not by a name that other code may read. */
function isWritten({ type }: Traced["node"]): boolean {
  return type === AST_NODE_TYPES.Literal || type === AST_NODE_TYPES.BinaryExpression;
}

/** The suggestion to write another text in the place of the one literal that a field is. */
function replacing(
  tracer: Tracer,
  { values }: Field,
  messageId: TokenMessageId,
  text: string,
): PlacedSuggestion[] {
  const [literal, another] = values.flatMap((value) => tracer.alternatives(value));
  if (!literal || another) return [];
  const { source, node } = literal;
  const isText =
    node.type === AST_NODE_TYPES.Literal || node.type === AST_NODE_TYPES.TemplateLiteral;
  return isText
    ? [{ messageId, source, edits: [{ range: node.range, text: quotedLike(source, node, text) }] }]
    : [];
}

/** The suggestion to add a claim to the object that holds the others. */
function adding(
  tracer: Tracer,
  payload: Traced | undefined,
  messageId: TokenMessageId,
  property: string,
  data: Readonly<Record<string, string>> = {},
): PlacedSuggestion[] {
  const [object, another] = payload ? tracer.alternatives(payload) : [];
  return object?.node.type === AST_NODE_TYPES.ObjectExpression && !another
    ? [
        {
          messageId,
          data,
          source: object.source,
          edits: [addedProperty(object.source, object.node, property)],
        },
      ]
    : [];
}

/** A text in the quotes of the literal in whose place it stands. */
function quotedLike({ text: code }: SourceFile, { range }: Traced["node"], text: string): string {
  const quote = code[range[0]] === "'" ? "'" : '"';
  return quote + text + quote;
}
