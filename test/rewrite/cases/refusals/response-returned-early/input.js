import { findUsers } from "./users.js";

const users = await findUsers();
await Promise.all(
  users.map(async (user) => {
    if (user.plan !== "free") {
      const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
      });
      return response.json();
    }
    console.log("free", user.id);
  }),
);
