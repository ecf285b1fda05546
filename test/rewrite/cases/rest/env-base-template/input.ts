import { findUsers } from "./users.js";

const baseUrl = process.env.HALO_BASE_URL ?? "https://api.haloagents.ai";

export async function resyncEveryone(): Promise<void> {
  const users = await findUsers();
  for (const user of users) {
    const payload = {
      user_id: user.id,
      traits: { name: user.name, email: user.email, plan: user.plan },
    };
    await fetch(`${baseUrl}/api/sdk/users/identify`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify(payload),
    });
  }
}

await resyncEveryone();
