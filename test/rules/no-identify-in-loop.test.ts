import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { messages } from "../../src/find/messages.js";
import rule from "../../rules/no-identify-in-loop.js";
import { suggestionMessages } from "../../rules/suggestions.js";
import { inProject, ruleTester } from "./rule-tester.js";

/** A file of `fixtures/suggestions/`: what a suggestion leaves, for a person to read. */
function suggested(file: string): string {
  return readFileSync(new URL(`./fixtures/suggestions/${file}`, import.meta.url), "utf8");
}

ruleTester.run("no-identify-in-loop", rule, {
  valid: [
    { name: "an empty file", code: "" },
    { name: "one live user", code: "ha.identify(me.id, { plan: me.plan });" },
    {
      name: "a retry around one live user",
      code: "for (let attempt = 0; attempt < 3; attempt++) ha.identify(me.id);",
    },
    {
      name: "another vendor's identify in a loop",
      code: "for (const user of users) analytics.identify(user.id);",
    },
    {
      name: "a declared instance of another vendor that is called ha",
      code: "const ha = new Analytics(); for (const user of users) ha.identify(user.id);",
    },
    {
      name: "listeners for one user each",
      code: "for (const row of rows) row.button.addEventListener('click', () => ha.identify(row.userId));",
    },
    {
      name: "the update call",
      code: "for (const batch of batches) await fetch(`${base}/api/sdk/users/update`, { method: 'POST', body: JSON.stringify({ users: batch }) });",
    },
    {
      name: "a test file",
      code: "for (const user of users) ha.identify(user.id);",
      filename: inProject("src/backfill.test.ts"),
    },
  ],
  invalid: [
    {
      name: "for…of over a list of users",
      filename: inProject("backfill.js"),
      code: suggested("list.before.js"),
      errors: [
        {
          messageId: "oncePerUser",
          data: { loop: "for…of" },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 44,
          suggestions: [{ messageId: "batch", output: suggested("list.after.js") }],
        },
      ],
    },
    {
      name: "a cursor, with other work in the loop",
      filename: inProject("backfill-cursor.ts"),
      code: suggested("cursor.before.ts"),
      errors: [
        {
          messageId: "oncePerUser",
          data: { loop: "for await…of" },
          line: 6,
          column: 11,
          endLine: 10,
          endColumn: 7,
          suggestions: [{ messageId: "collect", output: suggested("cursor.after.ts") }],
        },
      ],
    },
    {
      name: "code that reaches a browser gets no suggestion",
      code: "for (const user of users) window.HaloAgents.getInstance()?.identify(user.id);",
      errors: [
        {
          messageId: "oncePerUser",
          data: { loop: "for…of" },
          line: 1,
          column: 27,
          endLine: 1,
          endColumn: 77,
          suggestions: null,
        },
      ],
    },
    {
      name: "a function that identifies, called in a loop",
      code: "function sync(user) { ha.identify(user.id); }\nusers.forEach((user) => sync(user));",
      errors: [
        {
          messageId: "oncePerUser",
          data: { loop: "forEach()" },
          line: 2,
          column: 25,
          endLine: 2,
          endColumn: 35,
          suggestions: [{ messageId: "collect", output: suggested("wrapper.after.ts") }],
        },
      ],
    },
    {
      name: "an instance that the settings name",
      settings: { "halo-backfill": { instances: ["halo"] } },
      code: "import { halo } from './halo';\nfunction f(users) { users.map((user) => halo.identify(user.id)); }",
      errors: [
        {
          messageId: "oncePerUser",
          data: { loop: "map()" },
          line: 2,
          column: 41,
          endLine: 2,
          endColumn: 63,
          suggestions: null,
        },
      ],
    },
    {
      name: "a test file, where the settings ask for it",
      settings: { "halo-backfill": { checkTests: true } },
      filename: inProject("src/backfill.test.ts"),
      code: "const run = () => { for (const user of users) ha.identify(user.id); };",
      errors: [
        {
          messageId: "oncePerUser",
          data: { loop: "for…of" },
          line: 1,
          column: 47,
          endLine: 1,
          endColumn: 67,
          suggestions: null,
        },
      ],
    },
  ],
});

describe("what the rule says", () => {
  it("names the loop, the harm and the remedy in one sentence, and links its page", () => {
    expect(messages.loop).toMatchInlineSnapshot(
      `"{{loop}} calls identify() for one user after another, which marks every one of them active today; send batches to users/update instead. See https://github.com/halo-agents/eslint-plugin-halo-backfill/blob/main/docs/rules/no-identify-in-loop.md"`,
    );
  });

  it("says what a suggestion will do", () => {
    expect(suggestionMessages).toMatchInlineSnapshot(`
      {
        "batch": "Send the users to users/update in batches of 500, signed with HALO_IDENTITY_SECRET, and wait for the responses.",
        "collect": "Keep the loop, collect the users in it, and send them to users/update in batches of 500, signed with HALO_IDENTITY_SECRET.",
      }
    `);
  });
});
