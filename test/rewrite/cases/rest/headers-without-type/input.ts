import { findUsers, type User } from "./users.js";

const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

async function identify(users: User[], base: string): Promise<void> {
  const ownHeaders = { ...headers, "X-Source": "crm" };
  for (const user of users) {
    await fetch(`${base}/api/sdk/users/identify`, {
      method: "POST",
      headers: ownHeaders,
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
  }
}

await identify(await findUsers(), process.env.HALO_BASE_URL ?? "");
