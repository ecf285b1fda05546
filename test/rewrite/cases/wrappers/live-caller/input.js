import { createServer } from "node:http";
import { findUser, findUsers } from "./users.js";

async function syncUser(user) {
  await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
}

export const server = createServer(async (request, response) => {
  const user = await findUser(new URL(request.url, "http://localhost").searchParams.get("id"));
  if (user) await syncUser(user);
  response.end();
});

for (const user of await findUsers()) {
  await syncUser(user);
}
