import rule from "../../rules/require-update-only.js";
import { inProject, ruleTester } from "./rule-tester.js";

/** A request to the update route with a body of the given properties. */
const request = (properties: string): string =>
  `await fetch("https://api.haloagents.ai/api/sdk/users/update", { method: "POST", headers, body: JSON.stringify({ ${properties} }) });`;

const users = "users: rows.map((row) => ({ user_id: row.id, traits: { plan: row.plan } }))";
const dated =
  "users: rows.map((row) => ({ user_id: row.id, traits: { plan: row.plan, signed_up_at: row.createdAt } }))";

ruleTester.run("require-update-only", rule, {
  valid: [
    { name: "a file without Halo", code: "await fetch('/api/users', { method: 'POST' });" },
    { name: "with update_only", code: request(`user_token: token, update_only: true, ${users}`) },
    { name: "an import", code: request(`user_token: token, ${dated}`) },
    {
      name: "an import that says so",
      code: request(`user_token: token, update_only: false, ${dated}`),
    },
    {
      name: "another route",
      code: request(`user_token: token, ${users}`).replace("users/update", "users/identify"),
    },
    {
      name: "a body that cannot be read",
      code: "await fetch(`${haloUrl}/api/sdk/users/update`, { method: 'POST', body });",
    },
    { name: "a spread that cannot be read", code: request(`user_token: token, ...rest, ${users}`) },
    {
      name: "a condition",
      code: request(`user_token: token, update_only: !isImport, ${users}`),
    },
    {
      name: "assigned later",
      code: `const body = { user_token: token, ${users} };
body.update_only = true;
await fetch("https://api.haloagents.ai/api/sdk/users/update", { method: "POST", body: JSON.stringify(body) });`,
    },
    {
      name: "filled by a function",
      code: `const body = { user_token: token, ${users} };
complete(body);
await fetch("https://api.haloagents.ai/api/sdk/users/update", { method: "POST", body: JSON.stringify(body) });`,
    },
    {
      name: "in a test",
      filename: inProject("test/update.js"),
      code: request(`user_token: token, ${users}`),
    },
    {
      name: "a function that its callers tell",
      code: `async function update(users, updateOnly = true) {
  ${request("user_token: token, update_only: updateOnly, users")}
}
await update([{ user_id: "1", traits: { plan: "pro" } }]);`,
    },
  ],
  invalid: [
    {
      name: "missing",
      code: request(`user_token: token, ${users}`),
      errors: [
        {
          messageId: "missing",
          line: 1,
          column: 7,
          suggestions: [
            {
              messageId: "addUpdateOnly",
              output: request(`user_token: token, update_only: true, ${users}`),
            },
            {
              messageId: "addSignUpDate",
              output: request(
                `user_token: token, users: rows.map((row) => ({ user_id: row.id, traits: { signed_up_at: row.createdAt, plan: row.plan } }))`,
              ),
            },
          ],
        },
      ],
    },
    {
      name: "turned off",
      code: request(`user_token: token, update_only: false, users: people`),
      errors: [
        {
          messageId: "turnedOff",
          line: 1,
          column: 145,
          suggestions: [
            {
              messageId: "addUpdateOnly",
              output: request(`user_token: token, update_only: true, users: people`),
            },
          ],
        },
      ],
    },
    {
      name: "a client's instance, a body built elsewhere",
      code: `import axios from "axios";
const halo = axios.create({ baseURL: "https://api.haloagents.ai/api/sdk" });
const users = [];
for (const row of rows) users.push({ user_id: row.id, traits: { plan: row.plan } });
const payload = {
  user_token: token,
  users,
};
await halo.post("/users/update", payload);`,
      errors: [
        {
          messageId: "missing",
          line: 9,
          column: 7,
          suggestions: [
            {
              messageId: "addUpdateOnly",
              output: `import axios from "axios";
const halo = axios.create({ baseURL: "https://api.haloagents.ai/api/sdk" });
const users = [];
for (const row of rows) users.push({ user_id: row.id, traits: { plan: row.plan } });
const payload = {
  user_token: token,
  update_only: true,
  users,
};
await halo.post("/users/update", payload);`,
            },
            {
              messageId: "addSignUpDate",
              output: `import axios from "axios";
const halo = axios.create({ baseURL: "https://api.haloagents.ai/api/sdk" });
const users = [];
for (const row of rows) users.push({ user_id: row.id, traits: { signed_up_at: row.createdAt, plan: row.plan } });
const payload = {
  user_token: token,
  users,
};
await halo.post("/users/update", payload);`,
            },
          ],
        },
      ],
    },
    {
      name: "what the caller of a function says",
      code: `class Halo {
  async update(users, options = {}) {
    ${request("user_token: token, users, update_only: options.updateOnly")}
  }
}
const halo = new Halo();
await halo.update([{ user_id: "1", traits: { plan: "pro" } }], { updateOnly: false });`,
      errors: [{ messageId: "turnedOff", line: 7, column: 78, suggestions: [] }],
    },
  ],
});
