import { siteOf } from "../src/find/find.js";
import { findingRules, messageData, messages } from "../src/find/messages.js";
import { createRule } from "./create-rule.js";
import { problemsIn } from "./problems-in.js";
import { suggestionMessages, suggestionsFor } from "./suggestions.js";

export default createRule({
  name: findingRules.batch,
  meta: {
    type: "problem",
    hasSuggestions: true,
    schema: [],
    docs: {
      description: "disallow identify() in server-side batch jobs",
      presets: ["recommended", "strict"],
    },
    messages: { inBatch: messages.batch, ...suggestionMessages },
  },
  create: (context) => ({
    "Program:exit": () => {
      for (const problem of problemsIn(context, "batch")) {
        context.report({
          node: siteOf(problem.finding),
          messageId: "inBatch",
          data: messageData(problem.finding),
          suggest: suggestionsFor(problem),
        });
      }
    },
  }),
});
