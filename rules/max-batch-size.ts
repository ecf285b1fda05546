import { maxBatchSize } from "../src/checks/max-batch-size.js";
import { mayUpdate } from "../src/find/updates/update-candidate.js";
import { maxUsersPerUpdate, usersPerBatch } from "../src/halo/limits.js";
import { createCheckRule } from "./create-check-rule.js";

const instead = `Send batches: Halo takes up to ${maxUsersPerUpdate} users in one call, and its guide sends ${usersPerBatch}.`;

export default createCheckRule({
  name: "max-batch-size",
  meta: {
    type: "problem",
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          max: {
            description: "The most users that a call may send.",
            type: "integer",
            minimum: 1,
            maximum: maxUsersPerUpdate,
            default: maxUsersPerUpdate,
          },
        },
        additionalProperties: false,
      },
    ],
    docs: {
      description: `enforce that calls of users/update send batches of at most ${maxUsersPerUpdate} users`,
      presets: ["recommended", "strict"],
    },
    messages: {
      tooMany: `This call can send {{count}} users at once, and {{max}} is the most. ${instead}`,
      unbounded: `This call sends all that {{reads}} gives at once, which may be more than {{max}} users. ${instead}`,
      oneByOne: `{{loop}} makes one call per user. ${instead}`,
      smallerBatches: "Send batches of {{size}} users.",
    },
  },
  defaultOptions: [{ max: maxUsersPerUpdate }],
  mayHold: mayUpdate,
  check: maxBatchSize,
});
