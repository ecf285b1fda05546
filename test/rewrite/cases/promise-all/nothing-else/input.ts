import { findUsers } from "./users.js";

const endpoint = "https://api.haloagents.ai/api/sdk/users/identify";

async function backfill() {
  const users = await findUsers();
  await Promise.all(
    users.map((user) =>
      fetch(endpoint, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Authorization: `Bearer ${process.env.HALO_API_KEY}`,
        },
        body: JSON.stringify({
          user_id: user.id,
          traits: { name: user.name, email: user.email },
        }),
      }),
    ),
  );
}

await backfill();
