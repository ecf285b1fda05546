import { findingRules, messages } from "../src/find/messages.js";
import { createRule } from "./create-rule.js";
import { reportProblems, suggestionMessages } from "./report-problems.js";

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
    messages: { found: messages.loop, ...suggestionMessages },
  },
  defaultOptions: [],
  create: (context) => ({
    "Program:exit": () => {
      reportProblems(context, "loop");
    },
  }),
});
