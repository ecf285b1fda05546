import { validUpdateToken } from "../src/checks/valid-update-token.js";
import { mayUpdate } from "../src/find/updates/update-candidate.js";
import { updateToken } from "../src/halo/update-token.js";
import { createCheckRule } from "./create-check-rule.js";

const { algorithm, maxAgeSeconds, scope } = updateToken;

export default createCheckRule({
  name: "valid-update-token",
  meta: {
    type: "problem",
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          maxAge: {
            description: "The longest life of a token, in seconds.",
            type: "integer",
            minimum: 1,
            maximum: maxAgeSeconds,
            default: maxAgeSeconds,
          },
        },
        additionalProperties: false,
      },
    ],
    docs: {
      description: "require tokens that the users/update call accepts",
      presets: ["recommended", "strict"],
    },
    messages: {
      otherAlgorithm: `Halo accepts update tokens that are signed by ${algorithm}, and no others; this one is signed by {{algorithm}}.`,
      noScope: `Halo accepts no update token without the claim scope: "${scope}".`,
      otherScope: `Halo accepts no update token whose scope is not exactly "${scope}".`,
      noExpiry: "Halo accepts no update token that never expires: it may live an hour at the most.",
      tooLong:
        "This token lives {{age}}; Halo accepts no update token that lives more than an hour.",
      longerThanAllowed:
        "This token lives {{age}}, longer than the {{limit}} that this project allows.",
      expired: "This token has expired when it arrives: it lives {{age}}.",
      millisecondText:
        "A number in quotes counts milliseconds: this token lives {{age}}. Write a number, or add a unit.",
      milliseconds:
        "This counts milliseconds, and exp counts seconds: the token lives for thousands of years, and Halo accepts an hour.",
      fixedExpiry:
        "This token expires at the same time whenever it is signed: the number counts seconds since 1970, not from now on.",
      userClaim:
        "An update token is signed for the workspace and names no user; this one has the claim {{claim}}.",
      secretSent:
        "This sends the Identity Secret itself, which must never leave the back end. Sign a token with it, and send that.",
      writtenToken:
        "A token that is written into the code has expired an hour after it was made. Sign one for each call.",
      signedOnce:
        "This token is signed once, before {{loop}}: when it expires, Halo accepts none of the batches that are left. Sign one for each call.",
      addExpiry: "Let the token expire after {{age}}.",
      addScope: `Add scope: "${scope}".`,
      removeClaim: "Remove the claim {{claim}}.",
      useAge: "Let the token live {{age}}.",
      useAlgorithm: `Sign by ${algorithm}.`,
      useScope: `Make the scope "${scope}".`,
    },
  },
  defaultOptions: [{ maxAge: maxAgeSeconds }],
  mayHold: mayUpdate,
  check: validUpdateToken,
});
