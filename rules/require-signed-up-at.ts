import { requireSignedUpAt } from "../src/checks/require-signed-up-at.js";
import { mayUpdate } from "../src/find/updates/update-candidate.js";
import { createCheckRule } from "./create-check-rule.js";

export default createCheckRule({
  name: "require-signed-up-at",
  meta: {
    type: "problem",
    hasSuggestions: true,
    schema: [],
    docs: {
      description: "require `signed_up_at` in the traits of users whom an update call imports",
      presets: ["strict"],
    },
    messages: {
      missing:
        "This call creates the users whom Halo does not know. Without signed_up_at in their traits, they have all signed up at the time of the import.",
      addSignUpDate: "Add signed_up_at, from the row that gives the other traits.",
    },
  },
  defaultOptions: [],
  mayHold: mayUpdate,
  check: requireSignedUpAt,
});
