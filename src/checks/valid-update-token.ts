import type { Settings } from "../find/settings.js";
import { loopOutliving } from "../find/tokens/token-lifespan.js";
import { sentTokens } from "../find/tokens/update-tokens.js";
import { writtenField } from "../find/tokens/signed-token.js";
import type { Given, Traced } from "../find/tracing/traced.js";
import { Tracer } from "../find/tracing/tracer.js";
import { asked, bodyOf, type UpdateCall, updateCallsOf } from "../find/updates/update-call.js";
import type { SourceFile } from "../source/source-file.js";
import type { Problem } from "./problem.js";
import { type TokenFault, tokenFaults, type TokenMessageId } from "./token-faults.js";

/** What a configuration says of update tokens. */
export interface TokenOptions {
  /** The longest life, in seconds. */
  maxAge: number;
}

/** Update calls whose `user_token` Halo does not accept, or not for as long as it is used. */
export function validUpdateToken(
  source: SourceFile,
  settings: Settings,
  [{ maxAge }]: readonly [TokenOptions],
): Problem<TokenMessageId>[] {
  const problems = updateCallsOf(source, settings).flatMap((call) =>
    [...(faultsOf(call, maxAge) ?? []), ...outlivedFaults(source, call)].map((fault) =>
      placed(source, call, fault),
    ),
  );
  return problems.filter((problem, index) => index === firstLike(problems, problem));
}

/** Several calls may send one token. */
function firstLike(
  problems: readonly Problem<TokenMessageId>[],
  { node, messageId }: Problem<TokenMessageId>,
): number {
  return problems.findIndex((each) => each.node === node && each.messageId === messageId);
}

/** @returns `undefined` where the faults are those of the request, which a function of the project makes */
function faultsOf(call: UpdateCall, maxAge: number): readonly TokenFault[] | undefined {
  return asked(call, (tracer, given) =>
    tokenValues(call, tracer, given).flatMap((value) => {
      const tokens = sentTokens(tracer, value);
      const faults = tokens.map((token) => tokenFaults(tracer, token, maxAge));
      // Where one of several tokens is right, the code chooses among them.
      const isChosen = tokens.some(
        ({ kind }, index) => kind === "signed" && faults[index]?.length === 0,
      );
      return isChosen ? [] : faults.flat().map((fault) => ({ ...fault, at: [...fault.at, value] }));
    }),
  );
}

/** The expressions that a body gives as its token. */
function tokenValues(call: UpdateCall, tracer: Tracer, given: Given): readonly Traced[] {
  const body = bodyOf(call, tracer, given);
  return body ? writtenField(tracer, body, "user_token").values : [];
}

/** What a call sends in a loop with a token that was signed before it. */
function outlivedFaults(source: SourceFile, call: UpdateCall): TokenFault[] {
  const tracer = new Tracer();
  return tokenValues(call, tracer, call.given ?? new Map()).flatMap((value): TokenFault[] => {
    const tokens = sentTokens(tracer, value);
    if (tokens.length === 0 || !tokens.every(({ kind }) => kind === "signed")) return [];
    const loop = loopOutliving(source, call, value);
    return loop ? [{ at: [value], messageId: "signedOnce", data: { loop: loop.label } }] : [];
  });
}

/** The problem at the innermost of its places that the file has. */
function placed(
  source: SourceFile,
  call: UpdateCall,
  { at, suggestions = [], ...fault }: TokenFault,
): Problem<TokenMessageId> {
  const here = at.find((place) => place.source.ast === source.ast);
  const isWholeHere = suggestions.every(({ source: file }) => file.ast === source.ast);
  return {
    ...fault,
    node: here?.node ?? call.site,
    suggestions: isWholeHere ? suggestions.map(({ source: _file, ...each }) => each) : [],
  };
}
