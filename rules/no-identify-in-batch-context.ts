import { findingRules, messages } from "../src/find/messages.js";
import { createRule } from "./create-rule.js";
import { reportProblems, suggestionMessages } from "./report-problems.js";

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
    messages: { found: messages.batch, ...suggestionMessages },
  },
  defaultOptions: [],
  create: (context) => ({
    "Program:exit": () => {
      reportProblems(context, "batch");
    },
  }),
});
