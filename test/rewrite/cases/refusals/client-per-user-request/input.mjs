import axios from "axios";
import superagent from "superagent";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

for (const user of await findUsers()) {
  await axios.post(
    url,
    { user_id: user.id, traits: { name: user.name } },
    { headers: { Authorization: `Bearer ${user.company.key}` } },
  );
}
for (const user of await findUsers()) {
  await superagent
    .post(url)
    .set("Authorization", `Bearer ${process.env.HALO_API_KEY}`)
    .set("Idempotency-Key", `backfill-${user.id}`)
    .send({ user_id: user.id, traits: { name: user.name } });
}
