import { findUsers } from "./users.js";

const headers = new Headers();
headers.set("Content-Type", "application/json");
headers.set("Authorization", `Bearer ${process.env.HALO_API_KEY}`);

export async function run() {
  const base = process.env.HALO_BASE_URL;
  const users = await findUsers();
  for (const user of users) {
    await fetch(new URL("/api/sdk/users/identify", base), {
      method: "POST",
      headers,
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
  }
}

await run();
