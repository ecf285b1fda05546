import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

for (const user of await findUsers()) {
  await fetch(url, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      "Idempotency-Key": `backfill-${user.id}`,
    },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
}
