import type { FindCase } from "./find-case.js";

/** Calls of the REST route, as far as the call itself goes; how its URL is worked out is `static-text`'s. */
export const identifyCallCases: readonly FindCase[] = [
  {
    name: "a POST in full",
    code: `
for (const user of users) {
  await «fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: \`Bearer \${key}\`, "Content-Type": "application/json" },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  })»;
}
`,
    finds: ["for…of"],
  },
  {
    name: "another host, for self-hosters",
    code: `users.map((u) => «fetch("https://halo.example.com/api/sdk/users/identify", { method: "POST", body: body(u) })»);`,
    finds: ["map()"],
  },
  {
    name: "a path behind a prefix, with a query and a slash",
    code: `for (const u of us) «fetch("https://x.dev/halo/api/sdk/users/identify/?v=1#a", { method: "POST", body: u.json })»;`,
    finds: ["for…of"],
  },
  {
    name: "a relative path",
    code: `for (const u of users) «fetch("/api/sdk/users/identify", { method: "POST", body: JSON.stringify({ user_id: u.id }) })»;`,
    finds: ["for…of"],
  },
  {
    name: "method in lower case, keys in quotes",
    code: `for (const u of us) «fetch("https://a.io/api/sdk/users/identify", { "method": "post", "body": JSON.stringify({ "user_id": u.id }) })»;`,
    finds: ["for…of"],
  },
  {
    name: "method and body by constant",
    code: `
const method = "POST";
for (const u of users) {
  const body = JSON.stringify({ user_id: u.id });
  «fetch("https://api.haloagents.ai/api/sdk/users/identify", { method, body })»;
}
`,
    finds: ["for…of"],
  },
  {
    name: "the request by constant",
    code: `
for (const u of users) {
  const payload = { user_id: u.id };
  const request = { method: "POST", body: JSON.stringify(payload) };
  «fetch("https://api.haloagents.ai/api/sdk/users/identify", request)»;
}
`,
    finds: ["for…of"],
  },
  {
    name: "the request by spread",
    code: `
const base = { method: "POST", headers };
for (const u of users) «fetch("https://a.io/api/sdk/users/identify", { ...base, body: JSON.stringify({ user_id: u.id }) })»;
`,
    finds: ["for…of"],
  },
  {
    name: "a body as text",
    code: `for (const u of us) «fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: \`{"user_id":"\${u.id}"}\` })»;`,
    finds: ["for…of"],
  },
  {
    name: "a request that a function builds",
    code: `for (const u of users) «fetch("https://a.io/api/sdk/users/identify", requestFor(u))»;`,
    finds: ["for…of"],
  },
  {
    name: "globalThis.fetch",
    code: `for (const u of users) «globalThis.fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: u.body })»;`,
    finds: ["for…of"],
  },
  {
    name: "an alias of fetch",
    code: `const send = fetch; for (const u of us) «send("https://a.io/api/sdk/users/identify", { method: "POST", body: u.b })»;`,
    finds: ["for…of"],
  },
  {
    name: "fetch of node-fetch",
    code: `import fetch from "node-fetch"; for (const u of us) «fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: u.b })»;`,
    finds: ["for…of"],
  },
  {
    name: "fetch of node-fetch under another name",
    code: `import send from "node-fetch"; for (const u of us) «send("https://a.io/api/sdk/users/identify", { method: "POST", body: u.b })»;`,
    finds: ["for…of"],
  },
  {
    name: "fetch of undici",
    code: `import { fetch as f } from "undici"; for (const u of us) «f("https://a.io/api/sdk/users/identify", { method: "POST", body: u.b })»;`,
    finds: ["for…of"],
  },
  {
    name: "fetch by require",
    code: `const fetch = require("node-fetch"); for (const u of us) «fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: u.b })»;`,
    finds: ["for…of"],
  },
  {
    name: "fetch of undici by require",
    code: `const { fetch } = require("undici"); for (const u of us) «fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: u.b })»;`,
    finds: ["for…of"],
  },
  {
    name: "a Request",
    code: `for (const u of us) «fetch(new Request("https://a.io/api/sdk/users/identify", { method: "POST", body: u.b }))»;`,
    finds: ["for…of"],
  },

  // Not an identify, or of one user only.
  {
    name: "GET",
    code: `for (const u of users) fetch("https://api.haloagents.ai/api/sdk/users/identify?user=" + u.id);`,
  },
  {
    name: "GET, spelt out",
    code: `for (const u of us) fetch("https://a.io/api/sdk/users/identify", { method: "GET", headers: { u: u.id } });`,
  },
  {
    name: "OPTIONS",
    code: `for (const o of origins) fetch("https://a.io/api/sdk/users/identify", { method: "OPTIONS", headers: { Origin: o } });`,
  },
  {
    name: "the update route",
    code: `
for (const batch of batches) {
  fetch("https://api.haloagents.ai/api/sdk/users/update", {
    method: "POST",
    body: JSON.stringify({ user_token: token("identify"), update_only: true, users: batch }),
  });
}
`,
  },
  {
    name: "routes that begin or end alike",
    code: `
for (const u of users) {
  fetch("https://api.haloagents.ai/api/sdk/users/identify-company", { method: "POST", body: u.body });
  fetch("https://api.haloagents.ai/api/sdk/users/identify/bulk", { method: "POST", body: u.body });
  fetch("https://api.segment.io/v1/identify", { method: "POST", body: u.body });
  fetch("https://example.com/users/identify", { method: "POST", body: u.body });
  fetch("https://example.com/?to=/api/sdk/users/identify", { method: "POST", body: u.body });
}
`,
  },
  {
    name: "a URL that cannot be worked out",
    code: `for (const u of users) fetch(identifyUrl(u), { method: "POST", body: u.body });`,
  },
  {
    name: "a local function named fetch",
    code: `function fetch(url, o) { log(url, o); } for (const u of us) fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: u.b });`,
  },
  {
    name: "fetch of another module",
    code: `import { fetch } from "./queue.js"; for (const u of us) fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: u.b });`,
  },
  {
    name: "a method named fetch",
    code: `for (const u of us) cache.fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: u.b });`,
  },
  {
    name: "one user, sent to several hosts",
    code: `for (const host of hosts) fetch(\`https://x.io/api/sdk/users/identify?via=\${host}\`, { method: "POST", body: JSON.stringify({ user_id: me.id }) });`,
  },
  {
    name: "one user, whose traits are new in each turn",
    code: `for (const t of traits) fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: JSON.stringify({ user_id: me.id, traits: t }) });`,
  },
  {
    name: "retries of one request",
    code: `
for (let i = 0; i < 3; i++) {
  const response = await fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: JSON.stringify({ user_id: me.id }) });
  if (response.ok) break;
}
`,
  },
  {
    name: "the route in a comment and in a string",
    code: `for (const u of users) { /* POST /api/sdk/users/identify */ log("ha.identify(u.id)", u); }`,
  },
  {
    name: "no arguments",
    code: `for (const u of users) { fetch(); fetch(...u); ha.identify(); }`,
  },
  {
    name: "the route behind a proxy that the settings name",
    code: `for (const u of users) «fetch("/halo-proxy/api/sdk/users/identify", { method: "POST", body: JSON.stringify({ user_id: u.id }) })»;`,
    finds: ["for…of"],
    settings: { baseUrls: ["/halo-proxy/"] },
  },
  {
    name: "the route behind a proxy that no setting names",
    code: `for (const u of users) fetch("/other/api/sdk/users/identify", { method: "POST", body: JSON.stringify({ user_id: u.id }) });`,
    settings: { baseUrls: ["/halo-proxy/"] },
  },
  {
    name: "a body that is made once, and changed for each user",
    code: `
import axios from "axios";
const body = { traits: {} };
for (const u of users) {
  body.user_id = u.id;
  «axios.post("https://a.io/api/sdk/users/identify", body)»;
}
const payload = {};
for (const u of users) {
  Object.assign(payload, { user_id: u.id });
  «fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: JSON.stringify(payload) })»;
}
`,
    finds: ["for…of", "for…of"],
  },
  {
    name: "a body of one user that is made once, and sent to several hosts",
    code: `
const body = {};
body.user_id = me.id;
for (const host of hosts) fetch(host + "/api/sdk/users/identify", { method: "POST", body: JSON.stringify(body) });
`,
  },
];
