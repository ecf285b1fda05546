import { findUsers } from "./users.js";

const limit = 1500;

async function syncOldestUsers(apiKey: string): Promise<number> {
  let count = 0;
  for (const user of await findUsers()) {
    if (count >= limit) return count;
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${apiKey}`,
      },
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
    count += 1;
  }
  return count;
}

console.log(await syncOldestUsers("ab_live_9f2c7e41"));
