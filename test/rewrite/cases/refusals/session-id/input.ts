import { users } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const session_id = "backfill-2026";

for (const { id, plan } of users) {
  await fetch(url, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: id, traits: { plan }, session_id }),
  });
}
