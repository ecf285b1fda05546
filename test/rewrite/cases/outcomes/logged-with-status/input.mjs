import { findUsers } from "./users.js";

async function main() {
  for (const user of await findUsers()) {
    const response = await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email, plan: user.plan } }),
    });
    if (!response.ok) console.error("failed for", user.id, user.plan, response.status);
  }
}

await main();
