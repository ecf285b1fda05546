import axios from "axios";
import { headersFor, key } from "./halo-headers.js";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

for (const user of await findUsers()) {
  const body = { user_id: user.id, traits: { name: user.name } };
  await axios.post(url, body, { headers: headersFor("backfill") });
}
for (const user of await findUsers()) {
  const body = { user_id: user.id, traits: { name: user.name } };
  await axios.post(url, body, { headers: { Authorization: key } });
}
for (const user of await findUsers()) {
  const body = { user_id: user.id, traits: { name: user.name } };
  await axios.post("/api/sdk/users/identify", body, { headers: { Authorization: `Bearer ${key}` } });
}
