import { findUsers, type User } from "./users.js";

/** Tells Halo about a user. */
async function syncUser(user: User): Promise<void> {
  const response = await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name, plan: user.plan } }),
  });
  if (!response.ok) throw new Error(`Halo answered ${response.status}`);
}

for (const user of await findUsers()) {
  await syncUser(user);
}
