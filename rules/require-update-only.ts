import { requireUpdateOnly } from "../src/checks/require-update-only.js";
import { mayUpdate } from "../src/find/updates/update-candidate.js";
import { createCheckRule } from "./create-check-rule.js";

export default createCheckRule({
  name: "require-update-only",
  meta: {
    type: "problem",
    hasSuggestions: true,
    schema: [],
    docs: {
      description: "require `update_only: true` in calls of users/update that are no import",
      presets: ["recommended", "strict"],
    },
    messages: {
      missing:
        "Without update_only: true, Halo creates a contact for each user_id that it does not know, signed up at the time of this call.",
      turnedOff:
        "With update_only off, Halo creates a contact for each user_id that it does not know, signed up at the time of this call.",
      addUpdateOnly:
        "Add update_only: true, so that Halo skips and counts the users whom it does not know.",
      addSignUpDate: "This is a first-time import: give each user's traits a signed_up_at.",
    },
  },
  defaultOptions: [],
  mayHold: mayUpdate,
  check: requireUpdateOnly,
});
