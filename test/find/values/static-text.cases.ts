import type { FindCase } from "../find-case.js";

const post = `{ method: "POST", body: JSON.stringify({ user_id: u.id }) }`;

/** URLs of the identify route, and how code spells them. */
export const staticTextCases: readonly FindCase[] = [
  {
    name: "a URL whose path is set later",
    code: `
const url = new URL(process.env.HALO_URL);
url.pathname = "/api/sdk/users/identify";
for (const u of us) «fetch(url, { method: "POST", body: JSON.stringify({ user_id: u.id }) })»;
const update = new URL("https://api.haloagents.ai/api/sdk/users/identify");
update.pathname = "/api/sdk/users/update";
for (const u of us) fetch(update, { method: "POST", body: JSON.stringify({ users: [u] }) });
`,
    finds: ["for…of"],
  },
  {
    name: "a constant",
    code: `const URL_ = "https://a.io/api/sdk/users/identify"; for (const u of us) «fetch(URL_, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "a constant that is declared below its use",
    code: `function sync() { for (const u of us) «fetch(TARGET, ${post})»; } const TARGET = "https://a.io/api/sdk/users/identify";`,
    finds: ["for…of"],
  },
  {
    name: "a let that is never written again",
    code: `let url = "https://a.io/api/sdk/users/identify"; for (const u of us) «fetch(url, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "concatenation",
    code: `const base = "https://a.io"; for (const u of us) «fetch(base + "/api/sdk" + "/users/identify", ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "concat()",
    code: `const base = "https://a.io"; for (const u of us) «fetch(base.concat("/api/sdk", "/users/identify"), ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "a template literal",
    code: `const base = "https://a.io"; for (const u of us) «fetch(\`\${base}/api/sdk/users/identify\`, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "a base from the environment with a fallback by ??",
    code: `const base = process.env.HALO_URL ?? "https://api.haloagents.ai"; for (const u of us) «fetch(\`\${base}/api/sdk/users/identify\`, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "a base from the environment with a fallback by ||",
    code: `const base = process.env.HALO_URL || "https://api.haloagents.ai"; for (const u of us) «fetch(base + "/api/sdk/users/identify", ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "a base from the environment without a fallback",
    code: `for (const u of us) «fetch(\`\${process.env.HALO_URL}/api/sdk/users/identify\`, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "a base that is a parameter",
    code: `async function sync(base, us) { for (const u of us) await «fetch(base + "/api/sdk/users/identify", ${post})»; }`,
    finds: ["for…of"],
  },
  {
    name: "a base that a conditional chooses",
    code: `const base = dev ? "http://localhost:3000" : "https://a.io"; for (const u of us) «fetch(\`\${base}/api/sdk/users/identify\`, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "new URL with a base",
    code: `for (const u of us) «fetch(new URL("/api/sdk/users/identify", "https://a.io"), ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "new URL with a relative path and a base from the environment",
    code: `for (const u of us) «fetch(new URL("users/identify", process.env.HALO ?? "https://a.io/api/sdk/"), ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "new URL with an unknown base",
    code: `for (const u of us) «fetch(new URL("/api/sdk/users/identify", base()), ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "href of a URL",
    code: `const url = new URL("/api/sdk/users/identify", "https://a.io"); for (const u of us) «fetch(url.href, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "toString and String of a URL",
    code: `
const url = new URL("https://a.io/api/sdk/users/identify");
for (const u of us) {
  «fetch(url.toString(), ${post})»;
  «fetch(String(url), ${post})»;
  «fetch(\`\${url}\`, ${post})»;
}
`,
    finds: ["for…of", "for…of", "for…of"],
  },
  {
    name: "globalThis.URL",
    code: `for (const u of us) «fetch(new globalThis.URL("/api/sdk/users/identify", "https://a.io"), ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "URL imported from node:url",
    code: `import { URL } from "node:url"; for (const u of us) «fetch(new URL("/api/sdk/users/identify", "https://a.io"), ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "an object of constants",
    code: `const routes = { identify: "https://a.io/api/sdk/users/identify" }; for (const u of us) «fetch(routes.identify, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "nested objects of constants, frozen",
    code: `
const api = Object.freeze({ base: "https://a.io", users: { identify: "/api/sdk/users/identify" } });
for (const u of us) «fetch(api.base + api.users["identify"], ${post})»;
`,
    finds: ["for…of"],
  },
  {
    name: "an object of constants, destructured",
    code: `const { identify: url } = { identify: "https://a.io/api/sdk/users/identify" }; for (const u of us) «fetch(url, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "as const",
    path: "src/sync.ts",
    code: `const routes = { identify: "/api/sdk/users/identify" } as const; for (const u of us) «fetch(\`\${BASE}\${routes.identify}\`, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "an enum",
    path: "src/sync.ts",
    code: `enum Route { Identify = "/api/sdk/users/identify" } for (const u of us) «fetch(\`\${BASE}\${Route.Identify}\`, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "a static field",
    code: `class Api { static url = "https://a.io/api/sdk/users/identify"; } for (const u of us) «fetch(Api.url, ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "a field of this",
    code: `class Api { base = "https://a.io"; run(us) { for (const u of us) «fetch(\`\${this.base}/api/sdk/users/identify\`, ${post})»; } }`,
    finds: ["for…of"],
  },
  {
    name: "join",
    code: `for (const u of us) «fetch(["https://a.io", "api", "sdk", "users", "identify"].join("/"), ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "a function that builds the URL",
    code: `const url = (path) => \`https://a.io/api/sdk\${path}\`; for (const u of us) «fetch(url("/users/identify"), ${post})»;`,
    finds: ["for…of"],
  },
  {
    name: "a function that builds several URLs: each call has its own",
    code: `
const url = function (path) { return new URL(path, "https://a.io"); };
for (const u of us) { fetch(url("/api/sdk/users/update"), ${post}); «fetch(url("/api/sdk/users/identify"), ${post})»; }
`,
    finds: ["for…of"],
  },
  {
    name: "a default of a parameter",
    code: `function sync(us, url = "https://a.io/api/sdk/users/identify") { for (const u of us) «fetch(url, ${post})»; }`,
    finds: ["for…of"],
  },

  // Not the route.
  {
    name: "a let that may have become another URL",
    code: `let url = "https://a.io/api/sdk/users/identify"; url = "https://a.io/api/sdk/users/update"; for (const u of us) fetch(url, ${post});`,
  },
  {
    name: "an endpoint that is only known at run time",
    code: `for (const u of us) fetch(\`https://a.io/api/sdk/users/\${action}\`, ${post}); // identify`,
  },
  {
    name: "the route as a base",
    code: `for (const u of us) fetch(new URL("https://b.io/x", "https://a.io/api/sdk/users/identify"), ${post});`,
  },
  {
    name: "a URL that is none",
    code: `for (const u of us) fetch(new URL("identify", "not a base"), ${post});`,
  },
  {
    name: "a local class named URL",
    code: `class URL {} for (const u of us) fetch(new URL("/api/sdk/users/identify", "https://a.io"), ${post});`,
  },
  {
    name: "constants that refer to each other",
    code: `const a = b + "/users", b = a + "/identify"; for (const u of us) fetch(a, ${post});`,
  },
  {
    name: "names of Object.prototype",
    code: `const routes = { identify: "/x" }; for (const u of us) { fetch(routes.constructor, ${post}); fetch(routes.__proto__, ${post}); fetch(routes["toString"], ${post}); }`,
  },
];
