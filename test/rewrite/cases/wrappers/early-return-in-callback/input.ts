import { findUsers, type User } from "./users.js";

export async function syncUser(user: User): Promise<void> {
  if (!user.email) return;
  const traits: Record<string, unknown> = { name: user.name };
  if (user.role) traits["role"] = user.role;
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits }),
  });
}

const users = await findUsers();
await Promise.all(users.map((user) => syncUser(user)));
