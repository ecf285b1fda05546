import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

export function backfill(users) {
  return Promise.all(
    users.map(async (user) => {
      if (!user.plan) return;
      await fetch(url, {
        method: "POST",
        headers,
        body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
      });
    }),
  );
}

await backfill(await findUsers());
