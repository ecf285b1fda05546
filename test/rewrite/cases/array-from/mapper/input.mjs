import { userSet } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

await Promise.all(
  Array.from(userSet, (user) =>
    fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: "Bearer ab_live_9f2c7e41",
      },
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    }),
  ),
);
