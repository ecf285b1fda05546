import rule from "../../rules/no-exposed-identity-secret.js";
import { inProject, ruleTester } from "./rule-tester.js";

// Put together, so that no scanner of secrets takes this file for one that holds some.
const secret = ["ha", "secret", "9f2c7e41d0aa"].join("_");

ruleTester.run("no-exposed-identity-secret", rule, {
  valid: [
    { name: "an empty file", code: "" },
    { name: "a file without Halo", code: "console.log(process.env.API_SECRET);" },
    {
      name: "a signing key",
      code: `const secret = process.env.HALO_IDENTITY_SECRET;
if (!secret?.startsWith("ha_secret_")) throw new Error("HALO_IDENTITY_SECRET must begin with ha_secret_");
const token = jwt.sign({ scope: "users.update" }, secret, { expiresIn: "5m" });
await fetch("https://api.haloagents.ai/api/sdk/users/update", {
  method: "POST",
  body: JSON.stringify({ user_token: token, update_only: true, users }),
});`,
    },
    {
      name: "an HMAC's key",
      code: `const signature = createHmac("sha256", process.env.HALO_IDENTITY_SECRET).update(content).digest("base64url");
console.log(signature);`,
    },
    {
      name: "placeholders",
      code: `const examples = ["ha_secret_", "ha_secret_...", "ha_secret_xxxxxxxx", "ha_secret_your_secret_here", "ha_secret_<secret>", "ha_secret_REPLACE_ME"];`,
    },
    { name: "a prefix before what is unknown", code: "const name = `ha_secret_${rest}`;" },
    {
      name: "what says nothing of the secret but that it is there",
      code: `const secret = process.env.HALO_IDENTITY_SECRET;
const state = secret && "set";
console.log(secret ? "set" : "missing", !!secret, secret?.length, typeof secret, Boolean(secret), state);
logger.info({ hasSecret: secret !== undefined });
console.error("HALO_IDENTITY_SECRET is missing");`,
    },
    { name: "a part of it", code: "console.log(process.env.HALO_IDENTITY_SECRET.slice(0, 12));" },
    {
      name: "the widget key",
      code: "console.log(process.env.NEXT_PUBLIC_HALO_KEY, 'ab_live_9f2c7e41');",
    },
    {
      name: "what is known of the variable besides its value",
      code: `const names = { HALO_IDENTITY_SECRET: "HALO_IDENTITY_SECRET" };
const Env = { HALO_IDENTITY_SECRET: "HALO_IDENTITY_SECRET" } as const;
console.log(names.HALO_IDENTITY_SECRET, Env.HALO_IDENTITY_SECRET);
console.error(parsed.error.flatten().fieldErrors.HALO_IDENTITY_SECRET);`,
    },
    { name: "a cache", code: 'cache.set("secret", process.env.HALO_IDENTITY_SECRET);' },
    {
      name: "a component of the server",
      filename: inProject("src/page.tsx"),
      code: `import { cache } from "react";
export default async function Page() {
  const token = sign({ user_id: await userId() }, process.env.HALO_IDENTITY_SECRET);
  return <Widget haloToken={token} />;
}`,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    {
      name: "a page's function for the server",
      code: `export async function getServerSideProps() {
  return { props: { token: sign(process.env.HALO_IDENTITY_SECRET) } };
}
export default function Page() {
  window.scrollTo(0, 0);
}`,
    },
    {
      name: "a route that reads a public variable",
      code: `export async function POST() {
  const base = process.env.NEXT_PUBLIC_HALO_URL;
  return Response.json({ token: sign(process.env.HALO_IDENTITY_SECRET), base });
}`,
    },
    {
      name: "Next.js' configuration of the server",
      filename: inProject("next.config.mjs"),
      code: "export default { serverRuntimeConfig: { secret: process.env.HALO_IDENTITY_SECRET } };",
    },
    {
      name: "Nuxt's configuration of the server",
      filename: inProject("nuxt.config.ts"),
      code: "export default defineNuxtConfig({ runtimeConfig: { halo: process.env.HALO_IDENTITY_SECRET } });",
    },
    { name: "in a test", filename: inProject("test/sign.js"), code: `const secret = "${secret}";` },
  ],
  invalid: [
    {
      name: "a member of an enum, where no variable can stand",
      code: 'enum Halo { Secret = "ha_secret_4b7e0d91c2f3" }',
      errors: [{ messageId: "written", line: 1, column: 22, suggestions: [] }],
    },
    {
      name: "a literal",
      code: `const token = jwt.sign({ scope: "users.update" }, "${secret}");`,
      errors: [
        {
          messageId: "written",
          ...{ line: 1, column: 51, endLine: 1, endColumn: 75 },
          suggestions: [
            {
              messageId: "readVariable",
              output: `const token = jwt.sign({ scope: "users.update" }, process.env.HALO_IDENTITY_SECRET);`,
            },
          ],
        },
      ],
    },
    {
      name: "a template, with a cast",
      code: `const options = { key: \`${secret}\` as string };`,
      errors: [
        {
          messageId: "written",
          line: 1,
          column: 24,
          suggestions: [
            {
              messageId: "readVariable",
              output: "const options = { key: process.env.HALO_IDENTITY_SECRET as string };",
            },
          ],
        },
      ],
    },
    {
      name: "a fallback",
      code: `const key = process.env.HALO_IDENTITY_SECRET ?? "${secret}";`,
      errors: [{ messageId: "written", line: 1, column: 49, suggestions: [] }],
    },
    {
      name: "put together",
      code: `const key = "ha_secret_" + "9f2c7e41d0aa";`,
      errors: [
        {
          messageId: "written",
          line: 1,
          column: 13,
          suggestions: [
            { messageId: "readVariable", output: "const key = process.env.HALO_IDENTITY_SECRET;" },
          ],
        },
      ],
    },
    {
      name: "an attribute",
      filename: inProject("src/page.tsx"),
      code: `export const page = <Halo secret="${secret}" />;`,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
      errors: [{ messageId: "written", line: 1, column: 34, suggestions: [] }],
    },
    {
      name: "logs",
      code: `const { HALO_IDENTITY_SECRET: secret } = process.env;
console.log("secret", secret);
this.logger.debug(\`halo \${process.env["HALOAGENTS_SECRET_KEY"]}\`);
const settings = { halo: { secret } };
console.dir(settings);
process.stdout.write(JSON.stringify(settings.halo, null, 2));`,
      errors: [
        { messageId: "log", ...{ line: 2, column: 23, endLine: 2, endColumn: 29 } },
        { messageId: "log", line: 3, column: 27 },
        { messageId: "log", line: 5, column: 13 },
        { messageId: "log", line: 6, column: 37 },
      ],
    },
    {
      name: "requests",
      code: `import axios from "axios";
import { HALO_IDENTITY_SECRET } from "$env/static/private";
await fetch(\`https://api.haloagents.ai/health?secret=\${HALO_IDENTITY_SECRET}\`);
await fetch(url, { headers: { Authorization: "Bearer " + import.meta.env.HALO_IDENTITY_SECRET } });
const halo = axios.create({ headers: { "X-Secret": Bun.env.HALO_IDENTITY_SECRET! } });
await halo.post("/health", { secret: Deno.env.get("HALO_IDENTITY_SECRET") ?? "" });
headers.set("Authorization", HALO_IDENTITY_SECRET);
url.searchParams.append("secret", HALO_IDENTITY_SECRET);
HaloAgents.init({ orgId, apiKey: HALO_IDENTITY_SECRET });`,
      errors: [
        { messageId: "request", line: 3, column: 56 },
        { messageId: "request", line: 4, column: 58 },
        { messageId: "request", line: 5, column: 52 },
        { messageId: "request", line: 6, column: 38 },
        { messageId: "request", line: 7, column: 30 },
        { messageId: "request", line: 8, column: 35 },
        { messageId: "request", line: 9, column: 34 },
      ],
    },
    {
      name: "an update by a function of the project",
      code: `const secret = requireEnv("HALO_IDENTITY_SECRET");
async function update(body) {
  await fetch("https://api.haloagents.ai/api/sdk/users/update", { method: "POST", body: JSON.stringify(body) });
}
await update({ user_token: secret, update_only: true, users });`,
      errors: [{ messageId: "request", line: 5, column: 28 }],
    },
    {
      name: "an answer",
      code: "app.get('/halo', (req, res) => res.json({ secret: process.env.HALO_IDENTITY_SECRET }));",
      errors: [{ messageId: "response", line: 1, column: 51 }],
    },
    {
      name: "public variables",
      code: `import { PUBLIC_HALO_IDENTITY_SECRET } from "$env/static/public";
const one = process.env.NEXT_PUBLIC_HALO_IDENTITY_SECRET;
const { VITE_HALO_SECRET } = import.meta.env;
const three = process.env["REACT_APP_HALOAGENTS_SECRET_KEY"];
process.env.NUXT_PUBLIC_KEY = process.env.HALO_IDENTITY_SECRET;`,
      errors: [
        { messageId: "publicName", data: { prefix: "PUBLIC_" }, line: 1, column: 10 },
        { messageId: "publicName", data: { prefix: "NEXT_PUBLIC_" }, line: 2, column: 25 },
        { messageId: "publicName", data: { prefix: "VITE_" }, line: 3, column: 9 },
        { messageId: "publicName", data: { prefix: "REACT_APP_" }, line: 4, column: 27 },
        { messageId: "publicVariable", data: { prefix: "NUXT_PUBLIC_" }, line: 5, column: 31 },
      ],
    },
    {
      name: "Vite's define",
      filename: inProject("vite.config.ts"),
      code: `export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), "");
  return { define: { __HALO__: JSON.stringify(env.HALO_IDENTITY_SECRET) } };
});`,
      errors: [{ messageId: "bundle", data: { option: "define" }, line: 3, column: 47 }],
    },
    {
      name: "esbuild's define",
      code: `await build({ entryPoints: ["app.ts"], define: { SECRET: JSON.stringify(process.env.HALO_IDENTITY_SECRET) } });`,
      errors: [{ messageId: "bundle", data: { option: "define" }, line: 1, column: 73 }],
    },
    {
      name: "webpack's plugins",
      filename: inProject("webpack.config.js"),
      code: `const env = process.env;
module.exports = {
  plugins: [
    new webpack.DefinePlugin({ SECRET: JSON.stringify(env.HALO_IDENTITY_SECRET) }),
    new EnvironmentPlugin(["HALO_IDENTITY_SECRET"]),
    new EnvironmentPlugin({ HALO_IDENTITY_SECRET: null }),
  ],
};`,
      errors: [
        { messageId: "bundle", data: { option: "DefinePlugin" }, line: 4, column: 55 },
        { messageId: "bundle", data: { option: "EnvironmentPlugin" }, line: 5, column: 28 },
        { messageId: "bundle", data: { option: "EnvironmentPlugin" }, line: 6, column: 29 },
      ],
    },
    {
      name: "Next.js' configuration",
      filename: inProject("next.config.mjs"),
      code: `export default {
  env: { HALO_IDENTITY_SECRET: process.env.HALO_IDENTITY_SECRET },
  publicRuntimeConfig: { halo: process.env.HALO_IDENTITY_SECRET },
};`,
      errors: [
        { messageId: "bundle", data: { option: "env" }, line: 2, column: 32 },
        { messageId: "bundle", data: { option: "publicRuntimeConfig" }, line: 3, column: 32 },
      ],
    },
    {
      name: "Nuxt's public configuration",
      filename: inProject("nuxt.config.ts"),
      code: "export default defineNuxtConfig({ runtimeConfig: { public: { halo: process.env.HALO_IDENTITY_SECRET } } });",
      errors: [
        { messageId: "bundle", data: { option: "runtimeConfig.public" }, line: 1, column: 68 },
      ],
    },
    {
      name: "a client component",
      code: `"use client";
const key = new TextEncoder().encode(process.env.HALO_IDENTITY_SECRET);`,
      errors: [
        {
          messageId: "browser",
          data: { evidence: 'the file says "use client"' },
          line: 2,
          column: 38,
        },
      ],
    },
    {
      name: "a script of a page, and no suggestion to read a variable there",
      code: `window.haloToken = () => sign(import.meta.env.HALO_IDENTITY_SECRET ?? "${secret}");`,
      errors: [
        {
          messageId: "browser",
          data: { evidence: "it uses the browser's window" },
          line: 1,
          column: 31,
        },
        { messageId: "written", line: 1, column: 71, suggestions: [] },
      ],
    },
  ],
});
