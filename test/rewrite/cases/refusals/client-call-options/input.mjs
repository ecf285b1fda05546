import axios from "axios";
import got from "got";
import { $fetch } from "ofetch";
import superagent from "superagent";
import { request } from "undici";
import { pool } from "./pool.js";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

for (const user of await findUsers()) {
  await axios.post(url, { user_id: user.id, traits: {} }, { headers, timeout: 5000 });
}
for (const user of await findUsers()) {
  await axios.post(url, { user_id: user.id, traits: {} }, { auth: { username: "halo", password: "" } });
}
for (const user of await findUsers()) {
  await axios.postForm(url, { user_id: user.id, traits: {} }, { headers, params: { dry: 1 } });
}
for (const user of await findUsers()) {
  await got.post(url, { headers, hooks: pool.hooks, json: { user_id: user.id, traits: {} } });
}
for (const user of await findUsers()) {
  await $fetch(url, { method: "POST", headers, retry: 3, body: { user_id: user.id, traits: {} } });
}
for (const user of await findUsers()) {
  await request(url, {
    method: "POST",
    headers,
    dispatcher: pool,
    body: JSON.stringify({ user_id: user.id, traits: {} }),
  });
}
for (const user of await findUsers()) {
  await superagent.post(url).set(headers).retry(2).send({ user_id: user.id, traits: {} });
}
