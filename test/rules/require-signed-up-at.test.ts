import rule from "../../rules/require-signed-up-at.js";
import { ruleTester } from "./rule-tester.js";

/** An update call of all rows. */
const update = (traits: string, options = ""): string =>
  `await got.post("https://api.haloagents.ai/api/sdk/users/update", { json: { user_token: token, ${options}users: rows.map((row) => ({ user_id: row.id, traits: ${traits} })) } });`;

ruleTester.run("require-signed-up-at", rule, {
  valid: [
    { name: "a file without Halo", code: "await got.post(url, { json: { users } });" },
    { name: "an update", code: update("{ plan: row.plan }", "update_only: true, ") },
    { name: "an import with dates", code: update("{ signed_up_at: row.createdAt }") },
    { name: "traits that cannot be read", code: update("row.traits") },
    { name: "a spread that cannot be read", code: update("{ ...row.traits }") },
    {
      name: "an option that may be true",
      code: update("{ plan: row.plan }", "update_only: updateOnly, "),
    },
    {
      name: "a date that is added later",
      code: `const traits = { plan: row.plan };
if (row.createdAt) traits.signed_up_at = row.createdAt;
await got.post("https://api.haloagents.ai/api/sdk/users/update", { json: { user_token: token, users: [{ user_id: row.id, traits }] } });`,
    },
  ],
  invalid: [
    {
      name: "an import without dates",
      code: update("{ plan: row.plan }", "update_only: false, "),
      errors: [
        {
          messageId: "missing",
          line: 1,
          column: 168,
          suggestions: [
            {
              messageId: "addSignUpDate",
              output: update(
                "{ signed_up_at: row.createdAt, plan: row.plan }",
                "update_only: false, ",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "the column that the file reads elsewhere",
      code: `sortBy(rows, (row) => row.created_at);\n${update("{ plan: row.plan }")}`,
      errors: [
        {
          messageId: "missing",
          suggestions: [
            {
              messageId: "addSignUpDate",
              output: `sortBy(rows, (row) => row.created_at);\n${update("{ signed_up_at: row.created_at, plan: row.plan }")}`,
            },
          ],
        },
      ],
    },
    {
      name: "one of two users, no row",
      code: `const halo = axios.create({ baseURL: "https://api.haloagents.ai" });
await halo.post("/api/sdk/users/update", { user_token: token, users: [{ user_id: "1", traits: { signed_up_at: "2026-01-01" } }, { user_id: "2", traits: {} }] });`,
      errors: [{ messageId: "missing", line: 2, column: 153, suggestions: [] }],
    },
    {
      name: "users handed to a function that imports",
      code: `const send = (users) => fetch(url("/users/update"), { method: "POST", body: JSON.stringify({ user_token: token, users }) });
function url(path) { return "https://api.haloagents.ai/api/sdk" + path; }
await send([{ user_id: "1", traits: { plan: "pro" } }]);`,
      errors: [{ messageId: "missing", line: 3, column: 37, suggestions: [] }],
    },
  ],
});
