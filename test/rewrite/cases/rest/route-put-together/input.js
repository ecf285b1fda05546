import { findUsers } from "./users.js";

const host = process.env.HALO_BASE_URL;
const endpoint = [host, "api/sdk/users", "identify"].join("/");
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

for (const user of await findUsers()) {
  await fetch(endpoint, {
    method: "POST",
    headers,
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  });
}
