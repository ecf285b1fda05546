import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import rule from "../../rules/no-identify-in-batch-context.js";
import { messages } from "../../src/find/messages.js";
import { inProject, ruleTester } from "./rule-tester.js";

/** A file of `fixtures/suggestions/`: what a suggestion leaves, for a person to read. */
function suggested(file: string): string {
  return readFileSync(new URL(`./fixtures/suggestions/${file}`, import.meta.url), "utf8");
}

const identify = "ha.identify(userId, { plan });";
const position = { line: 1, column: 1, endLine: 1, endColumn: 30, suggestions: null } as const;

ruleTester.run("no-identify-in-batch-context", rule, {
  valid: [
    { name: "an empty file under scripts/", filename: inProject("scripts/empty.js"), code: "" },
    { name: "one live user", filename: inProject("src/session.js"), code: identify },
    {
      name: "a signup handler",
      filename: inProject("src/routes/signup.js"),
      code: "app.post('/signup', async (req, res) => { await fetch('https://api.haloagents.ai/api/sdk/users/identify', { method: 'POST', headers, body: JSON.stringify({ user_id: req.user.id }) }); });",
    },
    {
      name: "a request handler in a development server under scripts/",
      filename: inProject("scripts/dev-server.js"),
      code: "app.get('/me', (req, res) => { ha.identify(req.user.id); res.end(); });",
    },
    {
      name: "a browser's script under scripts/",
      filename: inProject("scripts/main.js"),
      code: "window.addEventListener('load', () => { ha.identify(document.body.dataset.user); });",
    },
    {
      name: "a job that handles one user's sign-up",
      filename: inProject("jobs/on-sign-up.js"),
      code: "export async function afterSignUp(user) { ha.identify(user.id); }",
    },
    {
      name: "another vendor's identify in a script",
      filename: inProject("scripts/segment.js"),
      code: "analytics.identify(userId);",
    },
    {
      name: "a loop in a script, which the other rule reports",
      filename: inProject("scripts/loop.js"),
      code: "for (const user of users) ha.identify(user.id);",
    },
  ],
  invalid: [
    {
      name: "under scripts/",
      filename: inProject("scripts/backfill.ts"),
      code: suggested("single.before.ts"),
      errors: [
        {
          messageId: "inBatch",
          data: { evidence: "the file is under scripts/, the file reads process.argv" },
          line: 4,
          column: 1,
          endLine: 4,
          endColumn: 38,
          suggestions: [{ messageId: "batch", output: suggested("single.after.ts") }],
        },
      ],
    },
    {
      name: "with a shebang",
      filename: inProject("bin/tool.js"),
      code: "#!/usr/bin/env node\nfunction run(userId, plan) {\n  ha.identify(userId, { plan });\n}\n",
      errors: [
        {
          messageId: "inBatch",
          data: { evidence: "the file starts with a shebang" },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 32,
          suggestions: null,
        },
      ],
    },
    {
      name: "in a callback that runs on a schedule",
      filename: inProject("src/nightly.js"),
      code: "cron.schedule('0 3 * * *', () => { ha.identify(userId); });",
      errors: [
        {
          messageId: "inBatch",
          data: { evidence: "it runs on a schedule, by schedule()" },
          line: 1,
          column: 36,
          endLine: 1,
          endColumn: 55,
          suggestions: null,
        },
      ],
    },
    {
      name: "in a file that a script of the manifest runs",
      filename: inProject("launched/src/owner.cjs"),
      code: identify,
      errors: [
        {
          messageId: "inBatch",
          data: { evidence: 'the npm script "halo:owner" runs the file' },
          ...position,
        },
      ],
    },
    {
      name: "in spite of what speaks against a batch, which the message does not list",
      filename: inProject("src/worker.js"),
      code: "new Worker('halo-backfill', (job) => { ha.identify(job.data.id); });",
      errors: [
        {
          messageId: "inBatch",
          data: { evidence: "its job or queue is named halo-backfill" },
          line: 1,
          column: 40,
          endLine: 1,
          endColumn: 64,
          suggestions: null,
        },
      ],
    },
    {
      name: "under a folder that the settings name",
      filename: inProject("ops/fix.cjs"),
      settings: { "halo-backfill": { batchPaths: ["ops"] } },
      code: identify,
      errors: [{ messageId: "inBatch", data: { evidence: "the file is under ops/" }, ...position }],
    },
  ],
});

describe("what the rule says", () => {
  it("names the evidence and the harm, and links its page", () => {
    expect(messages.batch).toMatchInlineSnapshot(
      `"identify() in a batch job marks a user active who is not there: {{evidence}}; send the traits to users/update instead. See https://github.com/halo-agents/eslint-plugin-halo-backfill/blob/main/docs/rules/no-identify-in-batch-context.md"`,
    );
  });
});
