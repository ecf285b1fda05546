import type { TSESTree } from "@typescript-eslint/types";
import { find, siteOf } from "../find/find.js";
import { identifyTraits, type IdentifyTraits } from "../find/sent-traits.js";
import type { Settings } from "../find/settings.js";
import { isAbsent } from "../find/tracing/traced.js";
import { Tracer } from "../find/tracing/tracer.js";
import type { SourceFile } from "../source/source-file.js";
import { isWithin } from "../source/syntax.js";
import type { Problem } from "./problem.js";

/** Live calls of identify that lack one of the traits that Halo recommends, which a backfill would have to add later. */
export function identifyRecommendedTraits(
  source: SourceFile,
  settings: Settings,
  recommended: readonly string[],
): Problem<"missing">[] {
  const calls = identifyTraits(source, settings);
  if (calls.length === 0) return [];
  const batches = new Set<TSESTree.Node>(
    find(source, settings).flatMap((finding) => [siteOf(finding), finding.identify.call]),
  );
  return calls.flatMap((call): Problem<"missing">[] => {
    if (batches.has(call.site) || batches.has(call.reached.call)) return [];
    const missing = recommended.filter((name) => lacks(call, name));
    const [only, another] = call.traits;
    const isHere =
      only !== undefined &&
      !another &&
      only.source.ast === source.ast &&
      (!call.given || isWithin(only.node, call.site));
    return missing.length === 0
      ? []
      : [
          {
            node: isHere ? only.node : call.site,
            messageId: "missing",
            data: { traits: missing.join(", ") },
          },
        ];
  });
}

/** Whether a call never sends a trait; what a function decides by itself is told where it identifies. */
function lacks({ traits, hasNone, given, isGiven }: IdentifyTraits, name: string): boolean {
  const tracer = new Tracer();
  const isLacking =
    hasNone || (traits.length > 0 && traits.every((each) => isAbsent(tracer.field(each, name))));
  return isLacking && (given === undefined || isGiven || tracer.usedGiven);
}
