import type { TSESLint } from "@typescript-eslint/utils";
import { type Finding, siteOf } from "../src/find/find.js";
import { messageData } from "../src/find/messages.js";
import { identitySecretVariable } from "../src/halo/environment.js";
import { usersPerBatch } from "../src/halo/limits.js";
import { type Problem, problemsIn } from "./problems-in.js";

const signs = `signed with ${identitySecretVariable}`;

/** What a suggestion will do, said before it is applied. */
export const suggestionMessages = {
  batch: `Send the users to users/update in batches of ${usersPerBatch}, ${signs}, and wait for the responses.`,
  collect: `Keep the loop, collect the users in it, and send them to users/update in batches of ${usersPerBatch}, ${signs}.`,
} as const;

type MessageId = keyof typeof suggestionMessages | "found";
type Context = Readonly<TSESLint.RuleContext<MessageId, readonly unknown[]>>;

/** Reports what the engine finds of one kind, each with a suggestion where there is a rewrite. */
export function reportProblems(context: Context, kind: Finding["kind"]): void {
  for (const problem of problemsIn(context)) {
    const { finding } = problem;
    if (finding.kind !== kind) continue;
    context.report({
      node: siteOf(finding),
      messageId: "found",
      data: messageData(finding),
      suggest: suggestions(problem),
    });
  }
}

function suggestions({
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
