import { findUsers } from "./users.js";

const base = process.env.HALO_BASE_URL;

for (const user of await findUsers()) {
  try {
    const res = await fetch(`${base}/api/sdk/users/identify`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
    if (!res.ok) throw new Error(`${res.status}`);
  } catch (error) {
    console.error(`Could not sync ${user.company.name}`, error);
  }
}
