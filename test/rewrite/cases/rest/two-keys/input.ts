import { findUsers } from "./users.js";

const url = "https://api.haloagents.ai/api/sdk/users/identify";

async function syncNames(key: string) {
  for (const user of await findUsers()) {
    await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${key}`,
      },
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
  }
}

async function syncPlans() {
  const users = await findUsers();
  for (const { id, plan } of users) {
    await fetch(url, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: id, traits: { plan } }),
    });
  }
}

await syncNames("ab_live_9f2c7e41");
await syncPlans();
