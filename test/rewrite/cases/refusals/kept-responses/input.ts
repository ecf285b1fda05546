import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const users = await findUsers();

const responses = await Promise.all(
  users.map((user) =>
    fetch(url, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { role: user.role } }),
    }),
  ),
);

console.log(responses.filter(({ ok }) => ok).length);
