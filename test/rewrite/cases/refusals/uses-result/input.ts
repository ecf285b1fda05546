import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const failed: unknown[] = [];

for (const user of await findUsers()) {
  const response = await fetch(url, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
  if (!response.ok) failed.push(user);
}

console.log(failed);
