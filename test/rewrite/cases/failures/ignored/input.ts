import { userIds } from "./users.js";

async function run(): Promise<void> {
  for (const id of userIds) {
    try {
      const response = await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Authorization: `Bearer ${process.env.HALO_API_KEY}`,
        },
        body: JSON.stringify({ user_id: id, traits: { source: "crm" } }),
      });
      if (!response.ok) throw new Error(response.statusText);
    } catch {}
  }
}

await run();
