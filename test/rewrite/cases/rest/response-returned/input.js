import { findUsers } from "./users.js";

const users = await findUsers();
await Promise.all(
  users.map(async (user) => {
    const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
    if (!response.ok) throw new Error(`Halo answered ${response.status}`);
    return response.json();
  }),
);
