import got from "got";
import { findUsers } from "./users.js";

const base = process.env.HALO_BASE_URL;
const identifyUrl = new URL("/api/sdk/users/identify", base);

for (const user of await findUsers()) {
  await got
    .post(identifyUrl, {
      json: { user_id: user.id, traits: { plan: user.plan } },
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    })
    .json();
}
