import { findUserPage } from "./users.js";

const base = process.env.HALO_BASE_URL;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

async function backfill(pageSize: number) {
  for (let offset = 0; ; offset += pageSize) {
    const { users, next } = await findUserPage(String(offset));
    await Promise.all(
      users.map(async (user) => {
        const res = await fetch(`${base}/api/sdk/users/identify`, {
          method: "POST",
          headers,
          body: JSON.stringify({
            user_id: user.id,
            traits: { name: user.name, plan: user.plan },
          }),
        });
        if (!res.ok) throw new Error(`Halo: ${res.status}`);
      }),
    );
    if (next === null) break;
  }
}

await backfill(200);
