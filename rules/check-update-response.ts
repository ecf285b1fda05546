import { checkUpdateResponse } from "../src/checks/check-update-response.js";
import { mayUpdate } from "../src/find/updates/update-candidate.js";
import { createCheckRule } from "./create-check-rule.js";

export default createCheckRule({
  name: "check-update-response",
  meta: {
    type: "problem",
    hasSuggestions: true,
    schema: [],
    docs: {
      description: "require that a failed call of users/update is noticed",
      presets: ["recommended", "strict"],
    },
    messages: {
      unread:
        "Nothing looks at the status of Halo's answer, and this client does not throw when Halo refuses the call: its users then keep their old traits, and nobody notices.",
      bodyOnly:
        "Only the body of Halo's answer is read, and this client does not throw when Halo refuses the call: look at the status too, or nobody notices that the users keep their old traits.",
      floating:
        "Nothing waits for this call: when Halo refuses it, the code goes on as if the users had their new traits.",
      addStatusTest: "Throw unless Halo answers with a success.",
      addAwait: "Wait for the call.",
    },
  },
  defaultOptions: [],
  mayHold: mayUpdate,
  check: checkUpdateResponse,
});
