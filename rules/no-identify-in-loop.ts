import { siteOf } from "../src/find/find.js";
import { findingRules, messageData, messages } from "../src/find/messages.js";
import { createRule } from "./create-rule.js";
import { problemsIn } from "./problems-in.js";
import { suggestionMessages, suggestionsFor } from "./suggestions.js";

export default createRule({
  name: findingRules.loop,
  meta: {
    type: "problem",
    hasSuggestions: true,
    schema: [],
    docs: {
      description: "disallow identify() that runs once per existing user",
      presets: ["recommended", "strict"],
    },
    messages: { oncePerUser: messages.loop, ...suggestionMessages },
  },
  create: (context) => ({
    "Program:exit": () => {
      for (const problem of problemsIn(context, "loop")) {
        context.report({
          node: siteOf(problem.finding),
          messageId: "oncePerUser",
          data: messageData(problem.finding),
          suggest: suggestionsFor(problem),
        });
      }
    },
  }),
});
