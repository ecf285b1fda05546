import { noReservedTraits } from "../src/checks/no-reserved-traits.js";
import { maySendTraits } from "../src/find/sent-traits.js";
import { createCheckRule } from "./create-check-rule.js";

export default createCheckRule({
  name: "no-reserved-traits",
  meta: {
    type: "problem",
    fixable: "code",
    hasSuggestions: true,
    schema: [],
    docs: {
      description: "disallow traits that Halo refuses or cannot read",
      presets: ["recommended", "strict"],
    },
    messages: {
      createdAt:
        "Halo manages created_at itself and answers with 400, so that no trait of this call is stored. The customer's own date is signed_up_at.",
      reserved:
        "Halo manages {{key}} itself and answers with 400, so that no trait of this call is stored.",
      remove: "Remove {{key}}.",
      rename: "Rename it to signed_up_at.",
      unknownValue: '"{{value}}" is no {{key}} that Halo knows. It knows {{listed}}.',
      useValue: 'Use "{{value}}".',
      notIso:
        "{{key}} has to be a date in ISO 8601. This gives another format, which Halo does not read as a date.",
      epoch: "{{key}} has to be a date in ISO 8601. This gives a number.",
      toIso: "Give it in ISO 8601.",
    },
  },
  defaultOptions: [],
  mayHold: maySendTraits,
  check: noReservedTraits,
});
