import { findUsers } from "./users.js";

async function mapUsers(visit) {
  const results = [];
  for (const user of await findUsers()) results.push(await visit(user));
  return results;
}

const responses = await mapUsers((user) =>
  fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  }),
);
console.log(responses.length);
