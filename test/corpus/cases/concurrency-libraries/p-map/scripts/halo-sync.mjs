import pMap from "p-map";
import { listUsers } from "../src/users.mjs";

const users = await listUsers();

await pMap(
  users,
  async (user) => {
    const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
    if (!response.ok) console.error(user.id, response.status);
  },
  { concurrency: 8 },
);
