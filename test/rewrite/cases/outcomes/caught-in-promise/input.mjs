import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

const users = await findUsers();
const failed = new Map();
await Promise.all(
  users.map((user) =>
    fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    })
      .then((response) => {
        if (!response.ok) throw new Error(`${response.status}`);
      })
      .catch(() => failed.set(user.id, "failed")),
  ),
);
for (const [id, why] of failed) console.error(id, why);
