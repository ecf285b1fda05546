import { ofetch } from "ofetch";
import { findUsers } from "./users.js";

const endpoint = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

for (const user of await findUsers()) {
  await ofetch(endpoint, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: { user_id: user.id, traits: { plan: user.plan, mrr: user.mrr } },
  });
}
