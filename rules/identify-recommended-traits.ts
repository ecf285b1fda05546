import { identifyRecommendedTraits } from "../src/checks/identify-recommended-traits.js";
import { mayIdentify } from "../src/find/sent-traits.js";
import { recommendedTraits } from "../src/halo/traits.js";
import { createCheckRule } from "./create-check-rule.js";

/** The options of the rule. */
export interface RecommendedTraitsOptions {
  /** The traits that every live identify has to pass. */
  traits: readonly string[];
}

export default createCheckRule<"missing", readonly [RecommendedTraitsOptions]>({
  name: "identify-recommended-traits",
  meta: {
    type: "suggestion",
    schema: [
      {
        type: "object",
        properties: {
          traits: {
            description: "The traits that every live identify has to pass.",
            type: "array",
            items: { type: "string", minLength: 1 },
            uniqueItems: true,
            default: [...recommendedTraits],
          },
        },
        additionalProperties: false,
      },
    ],
    docs: {
      description: "require the recommended traits in live calls of identify()",
      presets: ["strict"],
    },
    messages: {
      missing:
        "This identify() passes no {{traits}}. What it leaves out has to be filled in by a backfill later.",
    },
  },
  defaultOptions: [{ traits: recommendedTraits }],
  mayHold: mayIdentify,
  check: (source, settings, [{ traits }]) => identifyRecommendedTraits(source, settings, traits),
});
