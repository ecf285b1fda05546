import { request } from "undici";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await request(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  });
}
