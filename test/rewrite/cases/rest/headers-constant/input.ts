import { findUsers } from "./users.js";

const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

async function identify(base: string) {
  const users = await findUsers();
  for (const user of users) {
    await fetch(base + "/api/sdk/users/identify", {
      method: "POST",
      headers,
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
  }
}

await identify(process.env.HALO_BASE_URL ?? "");
