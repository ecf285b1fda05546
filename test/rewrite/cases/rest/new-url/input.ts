import { streamUsers } from "./users.js";

const base = process.env.HALO_BASE_URL;
const endpoint = new URL("/api/sdk/users/identify", base);

for await (const user of streamUsers()) {
  await fetch(endpoint, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  });
}
