import type { TSESLint } from "@typescript-eslint/utils";
import { identitySecretVariable } from "../src/halo/environment.js";
import { usersPerBatch } from "../src/halo/limits.js";
import type { Problem } from "./problems-in.js";

const signs = `signed with ${identitySecretVariable}`;

/** What a suggestion will do, said before it is applied. */
export const suggestionMessages = {
  batch: `Send the users to users/update in batches of ${usersPerBatch}, ${signs}, and wait for the responses.`,
  collect: `Keep the loop, collect the users in it, and send them to users/update in batches of ${usersPerBatch}, ${signs}.`,
} as const;

type MessageId = keyof typeof suggestionMessages;

/** The suggestion that applies a problem's rewrite; none where the rewrite is refused. */
export function suggestionsFor({
  strategy,
  edit,
}: Problem): TSESLint.SuggestionReportDescriptor<MessageId>[] {
  if (!strategy) return [];
  return [
    {
      messageId: strategy,
      fix(fixer) {
        const rewrite = edit();
        return rewrite ? fixer.replaceTextRange(rewrite.range, rewrite.text) : null;
      },
    },
  ];
}
