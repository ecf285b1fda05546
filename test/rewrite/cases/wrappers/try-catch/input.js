import { findUsers } from "./users.js";

export async function syncUser(user) {
  try {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
  } catch (error) {
    console.error("not sent", error);
  }
}

for (const user of await findUsers()) {
  await syncUser(user);
}
