import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

async function backfill(): Promise<string[]> {
  const failed: string[] = [];
  for (const { id, name } of await findUsers()) {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({ user_id: id, traits: { name } }),
    });
    if (response.status >= 400) failed.push(id);
  }
  return failed;
}

for (const id of await backfill()) console.error(id);
