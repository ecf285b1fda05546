import { noExposedIdentitySecret } from "../src/checks/no-exposed-identity-secret.js";
import { identitySecretPrefix, identitySecretVariable } from "../src/halo/environment.js";
import { createCheckRule } from "./create-check-rule.js";

const words = new RegExp(`halo|${identitySecretPrefix}`, "i");
const signInstead = "It must never leave the back end: sign a token with it, and send that.";

export default createCheckRule({
  name: "no-exposed-identity-secret",
  meta: {
    type: "problem",
    hasSuggestions: true,
    schema: [],
    docs: {
      description: "disallow showing Halo's Identity Secret to others than the back end",
      presets: ["recommended", "strict"],
    },
    messages: {
      written:
        "The Identity Secret stands in the code: whoever reads it can sign tokens for the workspace. Keep it in a variable of the environment, and replace the one that was shown.",
      request: `This sends the Identity Secret. ${signInstead}`,
      response: `This answers with the Identity Secret. ${signInstead}`,
      log: "This writes the Identity Secret to a log: whoever reads that can sign tokens for the workspace.",
      browser:
        "The Identity Secret is read in code that reaches a browser: {{evidence}}. Sign tokens on the back end.",
      bundle:
        "{{option}} puts the Identity Secret into the code that is bundled. Read it on the back end, when the code runs.",
      publicName:
        "Bundlers show browsers each variable whose name begins with {{prefix}}; this one is named after the Identity Secret. Name it without the prefix, and read it on the back end alone.",
      publicVariable:
        "Bundlers show browsers each variable whose name begins with {{prefix}}; this one is given the Identity Secret.",
      readVariable: `Read process.env.${identitySecretVariable} instead.`,
    },
  },
  defaultOptions: [],
  mayHold: (text) => words.test(text),
  check: noExposedIdentitySecret,
});
