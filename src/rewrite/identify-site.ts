import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { clientEvidence } from "../find/client-code.js";
import { type Finding, siteOf } from "../find/find.js";
import type { RestIdentify, SdkIdentify } from "../find/identify-call.js";
import type { Settings } from "../find/settings.js";
import type { SourceFile } from "../source/source-file.js";
import type { FunctionNode } from "../source/syntax.js";
import { calledWrapper } from "./called-wrapper.js";
import { givenValues } from "./given-values.js";
import type { RefusalReason } from "./refusals.js";
import type { GivenValue, SiteExpression } from "./site-expression.js";
import type { CallPosition } from "./call-position.js";
import type { UserUpdate } from "./user-update.js";
import { onlyIdentify } from "./wrapper-body.js";

/** A call that is rewritten, and the identify that it makes: itself, or what a wrapper consists of. */
export interface IdentifySite {
  /** The file of the call. */
  source: SourceFile;
  call: TSESTree.CallExpression;
  identify: RestIdentify | SdkIdentify;
  /** The function that the call calls, where that makes the identify. */
  wrapper: InlinedWrapper | undefined;
}

/** A function whose whole body is one identify. */
export interface InlinedWrapper {
  source: SourceFile;
  node: FunctionNode;
  /** What its parameters stand for in the call. */
  given: ReadonlyMap<Variable, GivenValue>;
}

/** The call that a finding is about, with the identify that it makes; or why that cannot be told. */
export function identifySite(
  source: SourceFile,
  finding: Finding,
  settings: Settings,
): IdentifySite | RefusalReason {
  const { identify } = finding;
  const isThroughFunction = finding.kind === "loop" && finding.repetition.throughFunction;
  if (identify.reach !== "wrapper" && !isThroughFunction)
    return { source, call: identify.call, identify, wrapper: undefined };
  const call = siteOf(finding);
  const fn = call.type === AST_NODE_TYPES.CallExpression && calledWrapper(source, call);
  if (!fn) return "through-function";
  // Who runs the wrapper's file runs this one too.
  if (clientEvidence(fn.source) !== undefined) return "runs-in-browser";
  const inner = onlyIdentify(fn, settings);
  if (typeof inner === "string") return inner;
  const given = givenValues(fn, call);
  if (typeof given === "string") return given;
  return { source, call, identify: inner, wrapper: { ...fn, given } };
}

/** An expression of the identify, as it reads at the call. */
export function atSite({ source, wrapper }: IdentifySite, node: TSESTree.Node): SiteExpression {
  return {
    source: wrapper?.source ?? source,
    node,
    given: wrapper?.given,
    site: source,
  };
}

/**
 * Whether an error in making the update would come up elsewhere than before: an async wrapper gives a rejected promise,
 * for which nobody waits at once.
 */
export function failsElsewhere(
  { wrapper }: IdentifySite,
  { removedAwait }: CallPosition,
  { mayFail }: UserUpdate,
): boolean {
  return wrapper?.node.async === true && !removedAwait && mayFail;
}
