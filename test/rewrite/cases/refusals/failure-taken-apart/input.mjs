import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  }).catch(({ message: text }) => console.error(text));
}

for (const user of await findUsers()) {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  }).catch((error = {}) => console.error(error));
}
