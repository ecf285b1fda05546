import { findUsers, type User } from "./users.js";

const post = (body: object) =>
  fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify(body),
  });

const identify = (userId: string, traits: Record<string, unknown>) =>
  post({ user_id: userId, traits });

async function syncUser(user: User) {
  await identify(user.id, { plan: user.plan });
}

for (const user of await findUsers()) await syncUser(user);
