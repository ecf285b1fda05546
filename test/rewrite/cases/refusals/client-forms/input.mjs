import axios from "axios";
import got from "got";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

for (const user of await findUsers()) {
  await axios.postForm(url, { user_id: user.id, traits: {} }, { headers });
}
for (const user of await findUsers()) {
  await got.post(url, { headers, form: { user_id: user.id, traits: {} } });
}
