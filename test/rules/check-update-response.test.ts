import rule from "../../rules/check-update-response.js";
import { inProject, ruleTester } from "./rule-tester.js";
import { updateRequest, updateUrl } from "./update-request.js";

const request = updateRequest("batch");
const axios = `import axios from "axios";\n`;
const post = `axios.post("${updateUrl}", { user_token: token, update_only: true, users: batch })`;
const test = (name: string): string =>
  `if (!${name}.ok) throw new Error(\`Halo answered \${${name}.status}: \${await ${name}.text()}\`);`;

ruleTester.run("check-update-response", rule, {
  valid: [
    { name: "a file without Halo", code: "fetch('/api/users', { method: 'POST' });" },
    {
      name: "another route",
      code: `await ${request.replace("users/update", "users/identify")};`,
    },
    {
      name: "ok is tested",
      code: `const response = await ${request};
if (!response.ok) throw new Error(await response.text());
const { skipped } = await response.json();`,
    },
    {
      name: "the status is tested",
      code: `const res = await ${request};\nif (res["status"] >= 400) process.exitCode = 1;`,
    },
    {
      name: "ok is taken out of the response",
      code: `const { ok, status } = (await ${request}) as Response;\nif (!ok) throw new Error(String(status));`,
    },
    {
      name: "ok is read at once",
      code: `if (!(await ${request}).ok) throw new Error("Halo");`,
    },
    {
      name: "a function is given the response",
      code: `assertOk(await ${request});`,
    },
    {
      name: "then() looks at it",
      code: `${request}.then((response) => { if (!response.ok) throw new Error(); return response.json(); });`,
    },
    {
      name: "then() has it looked at by another function",
      code: `import { checkStatus } from "./status.js";\nawait ${request}.then(checkStatus).then((r) => r.json());`,
    },
    {
      name: "a library retries until it is fine",
      code: `import pRetry from "p-retry";
const response = await pRetry(async () => {
  const answer = await ${request};
  if (answer.status >= 500) throw new Error(answer.statusText);
  return answer;
});
if (!response.ok) throw new Error(await response.text());`,
    },
    {
      name: "a library gives the response back",
      code: `import pMap from "p-map";
import pLimit from "p-limit";
const limit = pLimit(4);
const responses = await pMap(batches, (batch) => ${request});
if (responses.some(({ ok }) => !ok)) throw new Error("Halo");
const response = await limit(() => ${request});
if (!response.ok) throw new Error("Halo");`,
    },
    {
      name: "it is retried until it is fine",
      code: `let response;
do { response = await ${request}; } while (!response?.ok);`,
    },
    {
      name: "the body is asked for an error",
      code: `const body = await (await ${request}).json();\nif (body.error) throw new Error(body.error);`,
    },
    {
      name: "the body is printed",
      code: `console.log(await (await ${request}).text());`,
    },
    {
      name: "a function returns it, and nothing of the project calls it",
      code: `export const send = (batch) => ${request};`,
    },
    {
      name: "a function returns it, and its caller looks",
      code: `async function send(batch) { return ${request}; }
const response = await send(users.slice(0, 500));
if (!response.ok) throw new Error();`,
    },
    {
      name: "a function looks, and returns it too",
      code: `async function send(batch) {
  const response = await ${request};
  ${test("response")}
  return response;
}
await send(users.slice(0, 500));`,
    },
    {
      name: "another file's function looks",
      filename: inProject("src/backfill.js"),
      code: `import { haloClient } from "./halo-client.js";\nawait haloClient.updateUser(user, token);`,
    },
    {
      name: "all responses are looked at",
      code: `const responses = await Promise.all(batches.map((batch) => ${request}));
for (const response of responses) if (!response.ok) failed.push(response);`,
    },
    {
      name: "promises in a list that is looked at",
      code: `const jobs = [];
for (const batch of batches) jobs.push(${request});
const failed = (await Promise.all(jobs)).filter((response) => !response.ok);`,
    },
    {
      name: "a queue is given the call",
      code: `await limit(() => ${request});`,
    },
    { name: "axios, awaited", code: `${axios}await ${post};` },
    { name: "axios, returned", code: `${axios}export const send = (batch) => ${post};` },
    {
      name: "axios, in parallel",
      code: `${axios}await Promise.all(batches.map((batch) => ${post}));`,
    },
    { name: "axios, caught", code: `${axios}${post}.catch((error) => report(error));` },
    {
      name: "axios, chained and awaited",
      code: `${axios}await ${post}.then(({ data }) => { skipped += data.skipped; });`,
    },
    {
      name: "axios, kept in a list that is awaited",
      code: `${axios}const jobs = [];
for (const batch of batches) jobs.push(${post});
await Promise.all(jobs);`,
    },
    {
      name: "got, awaited",
      code: `import got from "got";
const { skipped } = await got.post("${updateUrl}", { json: { user_token: token, update_only: true, users: batch } }).json();`,
    },
    {
      name: "axios that accepts all, whose status is tested",
      code: `${axios}const halo = axios.create({ validateStatus: () => true });
const { status } = await halo.post("${updateUrl}", { user_token: token, users: batch });
if (status !== 200) throw new Error();`,
    },
    {
      name: "axios that accepts successes only",
      code: `${axios}await axios.post("${updateUrl}", { user_token: token, users: batch }, { validateStatus: (status) => status < 300 });`,
    },
    {
      name: "node:http, whose answer comes by a callback",
      code: `import https from "node:https";
const request = https.request("${updateUrl}", { method: "POST" }, onResponse);
request.end(JSON.stringify({ user_token: token, users: batch }));`,
    },
    {
      name: "undici, told to throw",
      code: `import { request } from "undici";
await request("${updateUrl}", { method: "POST", throwOnError: true, body: JSON.stringify({ user_token: token, users }) });`,
    },
    {
      name: "undici, with a dispatcher that may throw",
      code: `import { Agent, interceptors, request } from "undici";
const dispatcher = new Agent().compose(interceptors.responseError());
await request("${updateUrl}", { dispatcher, method: "POST", body: JSON.stringify({ user_token: token, users }) });`,
    },
    {
      name: "a client of the project that looks at the status",
      code: `const api = async (path, body) => {
  const response = await fetch("https://api.haloagents.ai" + path, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
};
await api("/api/sdk/users/update", { user_token: token(), update_only: true, users: batch });`,
    },
    {
      name: "what a client of the project gives is looked at",
      code: `const api = (path, body) => fetch("https://api.haloagents.ai" + path, { method: "POST", body: JSON.stringify(body) });
const { status } = await api("/api/sdk/users/update", { user_token: token(), update_only: true, users: batch });
if (status >= 400) throw new Error(String(status));`,
    },
    {
      name: "the body that a client of the project gives is asked for an error",
      code: `const api = async (path, body) =>
  (await fetch("https://api.haloagents.ai" + path, { method: "POST", body: JSON.stringify(body) })).json();
const answer = await api("/api/sdk/users/update", { user_token: token(), update_only: true, users: batch });
if (answer.error) throw new Error(answer.error);`,
    },
    {
      name: "a client of the project that hands its request to another function",
      code: `const api = (path, body) => withRetry(() => fetch("https://api.haloagents.ai" + path, { method: "POST", body: JSON.stringify(body) }));
await api("/api/sdk/users/update", { user_token: token(), update_only: true, users: batch });`,
    },
  ],
  invalid: [
    {
      name: "retried and limited by libraries, whose result nobody reads",
      code: `import pRetry from "p-retry";
import pLimit from "p-limit";
const limit = pLimit(4);
await pRetry(() => ${request}, { retries: 3 });
await Promise.all(batches.map((batch) => limit(async () => ${request})));`,
      errors: [
        { messageId: "unread", line: 4, column: 20, suggestions: [] },
        { messageId: "unread", line: 5, column: 60, suggestions: [] },
      ],
    },
    {
      name: "mapped by a library",
      code: `const pMap = require("p-map");
pMap(batches, (batch) => ${request}, { concurrency: 2 }).then(() => console.log("done"));`,
      errors: [{ messageId: "unread", line: 2, column: 26, suggestions: [] }],
    },
    {
      name: "a client of the project, which gives the response",
      code: `const api = (path, body) => fetch("https://api.haloagents.ai" + path, { method: "POST", body: JSON.stringify(body) });
await api("/api/sdk/users/update", { user_token: token(), update_only: true, users: batch });`,
      errors: [
        {
          messageId: "unread",
          line: 2,
          column: 7,
          suggestions: [
            {
              messageId: "addStatusTest",
              output: `const api = (path, body) => fetch("https://api.haloagents.ai" + path, { method: "POST", body: JSON.stringify(body) });
const response = await api("/api/sdk/users/update", { user_token: token(), update_only: true, users: batch });
${test("response")}`,
            },
          ],
        },
      ],
    },
    {
      name: "a client of the project, which gives the body",
      code: `class Client {
  async post(path, body) {
    const response = await fetch("https://api.haloagents.ai" + path, { method: "POST", body: JSON.stringify(body) });
    return response.json();
  }
  async update(batch) {
    const { skipped } = await this.post("/api/sdk/users/update", { user_token: token(), update_only: true, users: batch });
    console.log(skipped);
  }
}`,
      errors: [{ messageId: "bodyOnly", line: 7, column: 31, suggestions: [] }],
    },
    {
      name: "undici, whose body is thrown away",
      code: `import { request } from "undici";
const { body } = await request("${updateUrl}", { method: "POST", body: JSON.stringify({ user_token: token, users }) });
await body.dump();`,
      errors: [{ messageId: "bodyOnly", line: 2, suggestions: [] }],
    },
    {
      name: "a caller drops what another file's function returns",
      filename: inProject("src/backfill.js"),
      code: `import { postUsers } from "./halo-client.js";\nif (ready) await postUsers(users.slice(0, 500), token);`,
      errors: [{ messageId: "unread", line: 2, column: 18, suggestions: [] }],
    },
    {
      name: "awaited and dropped",
      code: `for (const batch of batches) {\n  await ${request};\n}`,
      errors: [
        {
          messageId: "unread",
          ...{ line: 2, column: 9, endLine: 2, endColumn: 9 + request.length },
          suggestions: [
            {
              messageId: "addStatusTest",
              output: `for (const batch of batches) {\n  const response = await ${request};\n  ${test("response")}\n}`,
            },
          ],
        },
      ],
    },
    {
      name: "neither awaited nor read",
      code: `${request};\nvoid ${request};`,
      errors: [
        { messageId: "unread", line: 1, column: 1, suggestions: [] },
        { messageId: "unread", line: 2, column: 6, suggestions: [] },
      ],
    },
    {
      name: "assigned and never read",
      code: `async function main() {\n  const res = (await ${request})!;\n}`,
      errors: [
        {
          messageId: "unread",
          line: 2,
          column: 22,
          suggestions: [
            {
              messageId: "addStatusTest",
              output: `async function main() {\n  const res = (await ${request})!;\n  ${test("res")}\n}`,
            },
          ],
        },
      ],
    },
    {
      name: "only its body is read",
      code: `const response = await ${request};
const { skipped } = await response.json();
console.log(skipped);`,
      errors: [
        {
          messageId: "bodyOnly",
          line: 1,
          column: 24,
          suggestions: [
            {
              messageId: "addStatusTest",
              output: `const response = await ${request};
${test("response")}
const { skipped } = await response.json();
console.log(skipped);`,
            },
          ],
        },
      ],
    },
    {
      name: "the body is dropped",
      code: `await (await ${request}).json();\nawait ${request}.then((response) => response.json());`,
      errors: [
        { messageId: "bodyOnly", line: 1, column: 14, suggestions: [] },
        { messageId: "bodyOnly", line: 2, column: 7, suggestions: [] },
      ],
    },
    {
      name: "then() does something else",
      code: `await ${request}.then(() => { done += batch.length; }).catch(console.error);`,
      errors: [{ messageId: "unread", line: 1, column: 7, suggestions: [] }],
    },
    {
      name: "all at once, dropped",
      code: `await Promise.all(batches.map((batch) => ${request}));`,
      errors: [{ messageId: "unread", line: 1, column: 42, suggestions: [] }],
    },
    {
      name: "a list of promises, dropped",
      code: `const jobs = [];
for (const batch of batches) jobs.push(${request});
await Promise.all(jobs);`,
      errors: [{ messageId: "unread", line: 2, column: 40, suggestions: [] }],
    },
    {
      name: "in forEach()",
      code: `batches.forEach((batch) => ${request});`,
      errors: [{ messageId: "unread", line: 1, column: 28, suggestions: [] }],
    },
    {
      name: "a caller drops what a function returns",
      code: `const send = async (batch) => {
  const response = await ${request};
  return response;
};
for (const batch of batches) await send(batch);`,
      errors: [{ messageId: "unread", line: 5, column: 36, suggestions: [] }],
    },
    {
      name: "a caller drops what a method returns",
      code: `class Halo {
  update(batch) { return ${request}; }
}
const halo = new Halo();
const response = await halo.update(users.slice(0, 500));
console.log("done");`,
      errors: [
        {
          messageId: "unread",
          line: 5,
          column: 24,
          suggestions: [
            {
              messageId: "addStatusTest",
              output: `class Halo {
  update(batch) { return ${request}; }
}
const halo = new Halo();
const response = await halo.update(users.slice(0, 500));
${test("response")}
console.log("done");`,
            },
          ],
        },
      ],
    },
    {
      name: "map() is given a function that returns it",
      code: `const send = (batch) => ${request};\nawait Promise.all(batches.map(send));`,
      errors: [{ messageId: "unread", line: 2, column: 19, suggestions: [] }],
    },
    {
      name: "fetch of a package, in CommonJS",
      code: `const fetch = require("node-fetch");\nmodule.exports = async (batch) => { await ${request}; };`,
      errors: [
        {
          messageId: "unread",
          line: 2,
          column: 43,
          suggestions: [
            {
              messageId: "addStatusTest",
              output: `const fetch = require("node-fetch");\nmodule.exports = async (batch) => { const response = await ${request}; ${test("response")} };`,
            },
          ],
        },
      ],
    },
    {
      name: "undici",
      code: `import { request } from "undici";
await request("${updateUrl}", { method: "POST", body: JSON.stringify({ user_token: token, users: batch }) });`,
      errors: [{ messageId: "unread", line: 2, column: 7 }],
    },
    {
      name: "axios, not awaited",
      code: `${axios}async function send(batch) {\n  ${post};\n}`,
      errors: [
        {
          messageId: "floating",
          line: 3,
          column: 3,
          suggestions: [
            {
              messageId: "addAwait",
              output: `${axios}async function send(batch) {\n  await ${post};\n}`,
            },
          ],
        },
      ],
    },
    {
      name: "axios, dropped on purpose",
      code: `${axios}void ${post};\nbatches.map((batch) => ${post});`,
      errors: [
        {
          messageId: "floating",
          line: 2,
          column: 6,
          suggestions: [
            {
              messageId: "addAwait",
              output: `${axios}await ${post};\nbatches.map((batch) => ${post});`,
            },
          ],
        },
        { messageId: "floating", line: 3, column: 24, suggestions: [] },
      ],
    },
    {
      name: "axios, whose failures are settled and dropped",
      code: `${axios}await Promise.allSettled(batches.map((batch) => ${post}));`,
      errors: [{ messageId: "floating", line: 2, column: 49, suggestions: [] }],
    },
    {
      name: "axios that accepts every status",
      code: `${axios}const halo = axios.create({ validateStatus: (status) => status < 500 });
await halo.post("${updateUrl}", { user_token: token, users: batch });`,
      errors: [{ messageId: "unread", line: 3, column: 7 }],
    },
    {
      name: "got and ky that do not throw",
      code: `import got from "got";
import ky from "ky";
await got.post("${updateUrl}", { throwHttpErrors: false, json: { user_token: token, users: batch } });
await ky.post("${updateUrl}", { throwHttpErrors: false, json: { user_token: token, users: batch } }).json();`,
      errors: [
        { messageId: "unread", line: 3, column: 7 },
        { messageId: "bodyOnly", line: 4, column: 7 },
      ],
    },
  ],
});
