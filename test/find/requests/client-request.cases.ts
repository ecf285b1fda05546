import type { FindCase } from "../find-case.js";

/** Requests to the identify route by clients other than `fetch`, and requests that are none. */
export const clientRequestCases: readonly FindCase[] = [
  {
    name: "axios.post",
    code: `import axios from "axios"; for (const u of us) «axios.post("https://api.haloagents.ai/api/sdk/users/identify", { user_id: u.id })»;`,
    finds: ["for…of"],
  },
  {
    name: "axios, called with a configuration",
    code: `
for (const u of us) «axios({ method: "post", url: BASE + "/api/sdk/users/identify", data: { user_id: u.id } })»;
for (const u of us) «axios.request({ method: "POST", url: "/api/sdk/users/identify", baseURL: process.env.HALO, data: { user_id: u.id } })»;
for (const u of us) «axios("https://halo.acme.io/api/sdk/users/identify", { method: "POST", data: { user_id: u.id } })»;
`,
    finds: ["for…of", "for…of", "for…of"],
  },
  {
    name: "an instance of axios whose base has the path's start",
    code: `
import http from "axios";
const halo = http.create({ baseURL: \`\${process.env.HALO_URL}/api/sdk/\` });
for (const u of us) await «halo.post("/users/identify", { user_id: u.id })»;
`,
    finds: ["for…of"],
  },
  {
    name: "an instance in a class",
    code: `
const axios = require("axios");
class Halo {
  http = axios.create({ baseURL: "https://api.haloagents.ai/api/sdk" });
  async all(us) { for (const u of us) await «this.http.post("/users/identify", { user_id: u.id })»; }
}
`,
    finds: ["for…of"],
  },
  {
    name: "got",
    code: `
import got from "got";
for (const u of us) await «got.post("https://api.haloagents.ai/api/sdk/users/identify", { json: { user_id: u.id } })»;
for (const u of us) await «got("https://api.haloagents.ai/api/sdk/users/identify", { method: "POST", json: { user_id: u.id } })»;
const api = got.extend({ prefixUrl: "https://api.haloagents.ai/api" });
for (const u of us) await «api.post("sdk/users/identify", { json: { user_id: u.id } })».json();
`,
    finds: ["for…of", "for…of", "for…of"],
  },
  {
    name: "ky",
    code: `
import ky from "ky";
const api = ky.create({ prefixUrl: "https://api.haloagents.ai/api/sdk" }).extend({ timeout: 1 });
await Promise.all(us.map((u) => «api.post("users/identify", { json: { user_id: u.id } })»));
`,
    finds: ["map()"],
  },
  {
    name: "undici",
    code: `
import { request, fetch as send } from "undici";
const url = "https://api.haloagents.ai/api/sdk/users/identify";
for (const u of us) await «request(url, { method: "POST", body: JSON.stringify({ user_id: u.id }) })»;
for (const u of us) await «send(url, { method: "POST", body: JSON.stringify({ user_id: u.id }) })»;
`,
    finds: ["for…of", "for…of"],
  },
  {
    name: "superagent",
    code: `
import agent from "superagent";
for (const u of us) await «agent.post("https://api.haloagents.ai/api/sdk/users/identify")».set("a", "b").send({ user_id: u.id });
`,
    finds: ["for…of"],
  },
  {
    name: "ofetch",
    code: `
import { ofetch } from "ofetch";
const api = ofetch.create({ baseURL: "https://api.haloagents.ai" });
for (const u of us) await «api("/api/sdk/users/identify", { method: "POST", body: { user_id: u.id } })»;
for (const u of us) await «$fetch("https://api.haloagents.ai/api/sdk/users/identify", { method: "POST", body: { user_id: u.id } })»;
`,
    finds: ["for…of", "for…of"],
  },
  {
    name: "node:https with options",
    code: `
import https from "node:https";
for (const u of us) {
  const req = «https.request({ hostname: "api.haloagents.ai", path: "/api/sdk/users/identify", method: "POST" }, (res) => res.resume())»;
  req.on("error", fail);
  req.write(JSON.stringify({ user_id: u.id }));
  req.end();
}
`,
    finds: ["for…of"],
  },
  {
    name: "node:http with a URL, in one go",
    code: `
const { request } = require("http");
us.forEach((u) => «request("http://halo:3000/api/sdk/users/identify", { method: "POST" })».end(JSON.stringify({ user_id: u.id })));
`,
    finds: ["forEach()"],
  },
  {
    name: "request",
    code: `const request = require("request-promise"); for (const u of us) await «request.post({ uri: "https://api.haloagents.ai/api/sdk/users/identify", json: { user_id: u.id } })»;`,
    finds: ["for…of"],
  },
  {
    name: "functions and clients of the project",
    code: `
import { api, post } from "./http.js";
for (const u of us) await «post("/api/sdk/users/identify", { user_id: u.id })»;
for (const u of us) await «api.request("POST", "/api/sdk/users/identify", { user_id: u.id })»;
for (const u of us) await «api.send({ path: "/api/sdk/users/identify", body: { user_id: u.id } })»;
`,
    finds: ["for…of", "for…of", "for…of"],
  },
  {
    name: "other methods, other routes",
    code: `
import axios from "axios";
import got from "got";
const api = axios.create({ baseURL: "https://api.haloagents.ai/api/sdk" });
for (const u of us) {
  await axios.get("https://api.haloagents.ai/api/sdk/users/identify", { params: { user_id: u.id } });
  await axios({ url: "https://api.haloagents.ai/api/sdk/users/identify" });
  await api.post("/users/update", { users: [{ user_id: u.id }] });
  await got.put("https://api.haloagents.ai/api/sdk/users/identify", { json: { user_id: u.id } });
  await got("https://api.haloagents.ai/api/sdk/users/identify");
  await axios.post("https://api.segment.io/v1/identify", { user_id: u.id });
}
`,
  },
  {
    name: "one user to several servers",
    code: `import axios from "axios"; for (const host of hosts) await axios.post(host + "/api/sdk/users/identify", { user_id: me.id });`,
  },
  {
    name: "a server's own route, a log",
    code: `
app.post("/api/sdk/users/identify", async (req, res) => { for (const u of us) log(u); });
for (const u of us) console.log("/api/sdk/users/identify", { user_id: u.id });
`,
  },
];
