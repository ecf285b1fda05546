import { findUsers, type User } from "./users.js";

const users = await findUsers();

async function syncUser(user: User): Promise<void> {
  await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
}

await Promise.all(users.map((user) => syncUser(user)));
