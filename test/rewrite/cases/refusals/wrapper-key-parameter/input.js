import { findUsers } from "./users.js";

export async function syncUser(user, key) {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${key}` },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
}

for (const user of await findUsers()) {
  await syncUser(user, process.env.HALO_API_KEY);
}
