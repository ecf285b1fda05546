import { users } from "./users.js";

let synced = 0;
await Promise.all(
  users.map(async (user) => {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: "Bearer ab_live_9f2c7e41" },
      body: JSON.stringify({
        user_id: user.id,
        traits: { synced_before: synced },
      }),
    });
    synced += 1;
  }),
);
